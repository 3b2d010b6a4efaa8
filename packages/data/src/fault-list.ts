import { DpfairError, type Fault } from '@dpfair/result';
import { messages } from './messages.js';

/** How many faults a message lists before it only counts. */
const LISTED = 20;

/** Gathers faults so that a file is reported on once, not fault by fault. */
export interface FaultList {
  /** Adds a fault. The same fault of the same cell, met again by another row that uses the cell, is only counted. */
  add(fault: Fault): void;
  /** Throws `input` with the first twenty faults and, when there are more, a last line that counts the rest. */
  throwIfAny(): void;
}

/** A new, empty list of faults. */
export function faultList(): FaultList {
  const listed = new Map<string, { readonly fault: Fault; rows: number }>();
  const others = new Set<string>();
  return {
    add(fault) {
      const key = JSON.stringify([fault.file, fault.line, fault.column, fault.what]);
      const before = listed.get(key);
      if (before !== undefined) before.rows++;
      else if (listed.size < LISTED) listed.set(key, { fault, rows: 1 });
      else others.add(key);
    },
    throwIfAny() {
      if (listed.size === 0) return;
      const faults = [...listed.values()].map(({ fault, rows }) => messages.usedBy(fault, rows));
      throw new DpfairError('input', others.size > 0 ? [...faults, messages.moreFaults(others.size)] : faults);
    },
  };
}
