import { DpfairError } from '@dpfair/result';

/** A number that a bound cannot be computed from. */
export const badBoundInput = (what: string, value: number, allowed: string): DpfairError =>
  new DpfairError('domain', { what, value, allowed });
