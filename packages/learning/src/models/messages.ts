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

/** What is wrong with a row of examples. */
export interface ExampleFault {
  /** From 0. */
  readonly row: number;
  readonly what: string;
  readonly value: number;
  readonly allowed: string;
}

export const badExamples = (faults: readonly ExampleFault[]): DpfairError =>
  new DpfairError(
    'input',
    faults.map(({ row, what, value, allowed }) => ({ entity: row, what, value, allowed })),
  );

export const notATrainedModel = (what: string, value: string | number, allowed: string): DpfairError =>
  new DpfairError('input', { what: `trained model, ${what}`, value, allowed });
