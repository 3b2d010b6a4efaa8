import { DpfairError, type Fault } from '@dpfair/result';
import { messages } from './messages.js';

/** How many faults a message lists before it only counts. */
const LISTED = 20;

/** Gathers faults so that a file is reported on once, not fault by fault. */
export interface FaultList {
  add(fault: Fault): void;
  /** Throws `input` with the first twenty faults and, when there are more, a last line that counts the rest. */
  throwIfAny(): void;
}

/** A new, empty list of faults. */
export function faultList(): FaultList {
  const listed: Fault[] = [];
  let total = 0;
  return {
    add(fault) {
      total++;
      if (listed.length < LISTED) listed.push(fault);
    },
    throwIfAny() {
      if (total === 0) return;
      const rest = total - listed.length;
      throw new DpfairError('input', rest > 0 ? [...listed, messages.moreFaults(rest)] : listed);
    },
  };
}
