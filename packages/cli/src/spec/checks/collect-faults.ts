import { DpfairError, type Fault } from '@dpfair/result';

/** Runs what may refuse something and adds its faults to a list, so that all are told at once. */
export function collectFaults(faults: Fault[], read: () => unknown): void {
  try {
    read();
  } catch (error) {
    if (!(error instanceof DpfairError)) throw error;
    faults.push(...error.faults);
  }
}
