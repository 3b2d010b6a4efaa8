import { DpfairError } from '@dpfair/result';

/** A number that a function of this package was given and that is outside its domain. */
export const outsideDomain = (what: string, value: string | number, allowed: string): DpfairError =>
  new DpfairError('domain', { what, value, allowed });

export const wrongLength = (what: string, found: number, expected: number): DpfairError =>
  new DpfairError('domain', { what, value: found, allowed: String(expected) });

export const groupsMissing = (found: number, expected: number): DpfairError =>
  new DpfairError('domain', { what: 'combinations of group values', value: found, allowed: String(expected) });

export const badFeature = (row: number, column: string, value: number, largest: number): DpfairError =>
  new DpfairError('domain', { entity: row, what: column, value, allowed: `a number of at most ${largest} in size` });

export const badLabel = (row: number, value: number): DpfairError =>
  new DpfairError('domain', { entity: row, what: 'label', value, allowed: '1 or -1' });

export const oneLabel = (value: number): DpfairError =>
  new DpfairError('undefined-result', { what: 'labels', value: `all ${value}`, allowed: 'rows of both classes' });

export const nothingVaries = (): DpfairError =>
  new DpfairError('undefined-result', {
    what: 'columns',
    value: 'every one holds a single value',
    allowed: 'at least one that differs between rows',
  });

export const badGroup = (row: number, column: string, value: number, values: number): DpfairError =>
  new DpfairError('domain', { entity: row, what: column, value, allowed: `an integer from 0 to ${values - 1}` });

export const oneGroup = (column: string, value: string): DpfairError =>
  new DpfairError('undefined-result', {
    what: `group column ${column}`,
    value: `all rows are ${value}`,
    allowed: 'rows of two groups or more, or no fairness term',
  });

export const noGroups = (): DpfairError =>
  new DpfairError('usage', { what: 'group columns', value: 0, allowed: '1 or more, or no fairness term' });

export const multiquadricNeedsFree = (intercept: string): DpfairError =>
  new DpfairError('usage', {
    what: 'intercept with a multiquadric kernel',
    value: intercept,
    allowed:
      'free: the kernel is negative definite only on coefficients with sum 0, so a norm exists only beside a free constant',
  });

export const tooManyKernelRows = (rows: number, most: number): DpfairError =>
  new DpfairError('domain', { what: 'rows of a kernel classifier', value: rows, allowed: `at most ${most}` });

export const tooManyWeights = (blocks: number, width: number, most: number): DpfairError =>
  new DpfairError('domain', {
    what:
      blocks === 1
        ? 'weights of a linear classifier'
        : 'weights of a classifier with weights of its own for each group',
    value: blocks === 1 ? width : `${blocks * width} (${blocks} groups, ${width} weights each)`,
    allowed: `at most ${most}: fewer columns or ${blocks === 1 ? 'values of texts' : 'groups'}`,
  });
