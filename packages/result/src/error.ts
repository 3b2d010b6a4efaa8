/**
 * Every fault that dpfair reports on purpose. The set is closed: a caller can switch over it.
 *
 * - `usage`: an option or argument is missing, unknown or contradicts another;
 * - `input`: a file cannot be read as what it is said to be, or a value in it is not allowed;
 * - `config`: a spec file is malformed;
 * - `domain`: a number passed to a function is outside its domain;
 * - `undefined-result`: what is asked for does not exist for these data, with the reason;
 * - `output`: a result cannot be written;
 * - `task`: a piece of work failed in a worker more often than it may;
 * - `interrupted`: the run was stopped before anything could be concluded.
 */
export type ErrorCode =
  | 'usage'
  | 'input'
  | 'config'
  | 'domain'
  | 'undefined-result'
  | 'output'
  | 'task'
  | 'interrupted';

/** Where a fault sits in a file; lines and columns count from 1. */
export interface FaultLocation {
  readonly file?: string;
  readonly line?: number;
  readonly column?: string | number;
}

/** One fault: what is wrong, the value met, what would have been allowed, and where. */
export interface Fault extends FaultLocation {
  /** The row of a table that it is about, from 0, where nothing is known of a file. */
  readonly entity?: number;
  readonly what: string;
  readonly value?: string | number;
  readonly allowed?: string;
}

/** Writes a fault as one line: `file:line:column: what: value (allowed: ...)`; of a table without a file, `entity 1: what ...`. */
export function describeFault(fault: Fault): string {
  const row = fault.entity === undefined ? undefined : `entity ${fault.entity + 1}`;
  const place = [fault.file, fault.line ?? row, fault.column].filter((part) => part !== undefined).join(':');
  const value = fault.value === undefined ? '' : `: ${String(fault.value)}`;
  const allowed = fault.allowed === undefined ? '' : ` (allowed: ${fault.allowed})`;
  return `${place === '' ? '' : `${place}: `}${fault.what}${value}${allowed}`;
}

/**
 * The one error class of dpfair. `faults` holds every fault that is listed (a reader lists the first twenty);
 * `message` is their text, one a line.
 */
export class DpfairError extends Error {
  override readonly name = 'DpfairError';
  readonly code: ErrorCode;
  readonly faults: readonly Fault[];

  constructor(code: ErrorCode, faults: Fault | readonly Fault[], options?: { cause?: unknown }) {
    const list = Array.isArray(faults) ? (faults as readonly Fault[]) : [faults as Fault];
    super(list.map(describeFault).join('\n'), options);
    this.code = code;
    this.faults = list;
  }
}
