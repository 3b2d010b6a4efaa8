import { DpfairError } from '@dpfair/result';

/** A number that a function of this package was given and that is outside its domain. */
export const outsideDomain = (what: string, value: string | number, allowed: string): DpfairError =>
  new DpfairError('domain', { what, value, allowed });

export const noPositiveScale = (): DpfairError =>
  new DpfairError('domain', {
    what: 'metric to smooth with',
    value: 'every scale is 0',
    allowed: 'at least one above 0: nothing else is left for the model to read',
  });

export const unheldColumn = (column: string): DpfairError =>
  new DpfairError('domain', {
    what: `scale of ${column}`,
    value: 0,
    allowed: 'above 0, or a value in held at which the model always reads the column: no finite noise hides it',
  });

export const noiseLostInRounding = (place: string, value: number, largest: number): DpfairError =>
  new DpfairError('domain', {
    what: place,
    value,
    allowed: `at most ${largest} in size: noise as small as the scale of the column asks for is lost in rounding`,
  });

export const noLaplaceSampler = (norm: number): DpfairError =>
  new DpfairError('usage', {
    what: 'norm of Laplace smoothing',
    value: norm,
    allowed: '1, 2 or Infinity; Gaussian smoothing takes any norm',
  });

export const noWeightFor = (column: string): DpfairError =>
  new DpfairError('input', {
    what: 'weight of a column',
    value: column,
    allowed: 'every column has one, or there is a weight for those without',
  });

export const unknownColumn = (column: string, columns: readonly string[]): DpfairError =>
  new DpfairError('input', { what: 'column of a metric', value: column, allowed: columns.join(', ') });

export const columnNotSeen = (column: string): DpfairError =>
  new DpfairError('usage', {
    what: 'column to vary',
    value: column,
    allowed: 'columns that the metric sees: change the others instead, there is no distance to divide by',
  });

export const badLabel = (point: number, value: number, classes: number): DpfairError =>
  new DpfairError('domain', {
    what: `label of the model near point ${point + 1}`,
    value,
    allowed: `an integer from 0 to ${classes - 1}`,
  });

export const wrongLength = (what: string, found: number, expected: number | string): DpfairError =>
  new DpfairError('domain', { what, value: found, allowed: String(expected) });

export const badOutput = (row: number, value: number): DpfairError =>
  new DpfairError('domain', {
    what: `probabilities of row ${row + 1} of what the model answered`,
    value,
    allowed: 'each from 0 to 1, with sum 1',
  });

export const tooManyValues = (columns: readonly string[], found: number, limit: number): DpfairError =>
  new DpfairError('usage', {
    what: `different values of ${columns.join(', ')}`,
    value: found,
    allowed: `at most ${limit}: each row is asked about with each of them; valueLimit allows more`,
  });

export const badGroup = (row: number, value: number, groups: number): DpfairError =>
  new DpfairError('domain', { entity: row, what: 'group', value, allowed: `an integer from 0 to ${groups - 1}` });

/** Why a ratio of distances is undefined. */
export const metricSeesNoDifference = 'answers differ between people whom the metric sees as the same';
