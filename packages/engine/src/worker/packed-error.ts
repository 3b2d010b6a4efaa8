import { DpfairError, type ErrorCode, type Fault } from '@dpfair/result';

/** An error as plain data: structured cloning alone would lose the class, code and faults of a DpfairError. */
export interface PackedError {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly code?: string;
  readonly faults?: readonly Fault[];
  readonly cause?: PackedError;
}

/** Longest chain of causes that is kept. */
const CAUSES = 8;

const standardErrors = new Map<string, new (message: string) => Error>(
  [RangeError, TypeError, SyntaxError, ReferenceError, EvalError, URIError].map((type) => [type.name, type]),
);

/** Turns whatever was thrown into plain data. */
export function packError(thrown: unknown, depth = 0): PackedError {
  if (!(thrown instanceof Error)) return { name: 'Error', message: String(thrown) };
  const { code, faults, cause } = thrown as Error & { code?: unknown; faults?: unknown };
  return {
    name: String(thrown.name),
    message: String(thrown.message),
    ...(typeof thrown.stack === 'string' && { stack: thrown.stack }),
    ...(typeof code === 'string' && { code }),
    ...(thrown.name === 'DpfairError' && { faults: faults as readonly Fault[] }),
    ...(cause !== undefined && depth < CAUSES && { cause: packError(cause, depth + 1) }),
  };
}

/** Makes the error again: a DpfairError, a standard error of the same class, or an Error of the same name. */
export function unpackError(packed: PackedError): Error {
  const error = create(packed);
  if (packed.stack !== undefined) hide(error, 'stack', packed.stack);
  if (packed.cause !== undefined) hide(error, 'cause', unpackError(packed.cause));
  return error;
}

function create({ name, message, code, faults }: PackedError): Error {
  if (faults !== undefined) return new DpfairError(code as ErrorCode, faults);
  const StandardError = standardErrors.get(name);
  const error = StandardError === undefined ? new Error(message) : new StandardError(message);
  if (error.name !== name) hide(error, 'name', name);
  return code === undefined ? error : Object.assign(error, { code });
}

function hide(error: Error, key: string, value: unknown): void {
  Object.defineProperty(error, key, { value, configurable: true, enumerable: false, writable: true });
}
