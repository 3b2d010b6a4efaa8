import type { ErrorCode } from '@dpfair/result';
import { type ExitCode, exitCodes } from './exit-code.js';
import { internalError } from './messages/command-line.js';
import { printable, printableLine, type TextStream } from './output/terminal.js';

const exitCodeOf: Readonly<Record<ErrorCode, ExitCode>> = {
  usage: exitCodes.badInput,
  input: exitCodes.badInput,
  config: exitCodes.badInput,
  domain: exitCodes.badInput,
  'undefined-result': exitCodes.badInput,
  output: exitCodes.badInput,
  task: exitCodes.internalError,
  interrupted: exitCodes.interrupted,
};

/**
 * Prints an error and says which exit code it means. A fault that dpfair reports on purpose is one line a fault;
 * anything else is a defect of ours, shown with its stack.
 */
export async function reportError(error: unknown, err: TextStream): Promise<ExitCode> {
  const { DpfairError, describeFault } = await import('@dpfair/result');
  if (error instanceof DpfairError) {
    for (const fault of error.faults) err.write(`dpfair: ${printableLine(describeFault(fault))}\n`);
    return exitCodeOf[error.code];
  }
  err.write(`${printable(error instanceof Error ? (error.stack ?? error.message) : String(error))}\n`);
  err.write(`${internalError}\n`);
  return exitCodes.internalError;
}
