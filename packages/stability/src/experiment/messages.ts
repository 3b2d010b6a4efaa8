import { DpfairError } from '@dpfair/result';

/** A split that leaves nothing to train or to test on. */
export const tooFewRows = (rows: number, what: string, share: number): DpfairError =>
  new DpfairError('input', {
    what: `${what} of ${rows} rows`,
    value: share,
    allowed: 'a part that leaves one row to test on, and two to train on',
  });
