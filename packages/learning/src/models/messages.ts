import { DpfairError } from '@dpfair/result';

export const badModelChoice = (what: string, value: string | number, allowed: string): DpfairError =>
  new DpfairError('usage', { what, value, allowed });

export const tooManyRows = (count: number, capacity: number): DpfairError =>
  new DpfairError('domain', {
    what: 'rows of one pass',
    value: count,
    allowed: `0 to ${capacity}, the capacity it was opened with`,
  });

export const wrongLength = (what: string, found: number, expected: number): DpfairError =>
  new DpfairError('domain', { what, value: found, allowed: String(expected) });

export const nothingToAdd = (): DpfairError =>
  new DpfairError('domain', {
    what: 'gradients of a pass that has not run backward',
    allowed: 'run it first, forward and backward',
  });

export const badExample = (row: number, what: string, value: number, allowed: string): DpfairError =>
  new DpfairError('input', { entity: row, what, value, allowed });

export const notATrainedModel = (what: string, value: string | number, allowed: string): DpfairError =>
  new DpfairError('input', { what: `trained model, ${what}`, value, allowed });
