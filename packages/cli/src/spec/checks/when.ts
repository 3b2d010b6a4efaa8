import type { Fault } from '@dpfair/result';

/** A fault where it is present, for a list of them. */
export function when(present: boolean, fault: Fault): readonly Fault[] {
  return present ? [fault] : [];
}
