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

/** The DpfairError that a promise ends with. */
export async function caughtLater(promise: Promise<unknown>): Promise<DpfairError> {
  const outcome = await promise.then(
    () => new Error('nothing was thrown'),
    (error: unknown) => error,
  );
  return caught(() => {
    throw outcome;
  });
}
