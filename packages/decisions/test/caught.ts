import { DpfairError } from '@dpfair/result';

/** The DpfairError that `action` throws; anything else, or nothing, fails the test. */
export function caught(action: () => unknown): DpfairError {
  try {
    action();
  } catch (error) {
    if (error instanceof DpfairError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
