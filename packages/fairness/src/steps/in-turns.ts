import type { Steps } from './steps.js';

/** Who looks on while numbers are computed without simulation: they depend on none of this. */
export interface Watch {
  /** Stops the work at its next step: what is unfinished then is left out, and said to be. @default never */
  readonly signal?: { readonly aborted: boolean };
  /**
   * Called between two steps, many thousand times a second at most, and awaited where it gives a promise: a place to let the
   * event loop take a turn every 50 ms, so that a signal can arrive and a page can be drawn. @default goes on at once
   */
  readonly pause?: () => Promise<void> | undefined;
  /** Told after each cell: how many are prepared, of how many. What is simulated is told by who runs simulations. @default nobody */
  readonly onCell?: (done: number, total: number) => void;
}

/** Takes steps with pauses between them; null where the work was stopped before the last. */
export async function inTurns<T>(steps: Steps<T>, { signal, pause }: Watch): Promise<T | null> {
  for (;;) {
    const waiting = pause?.();
    if (waiting !== undefined) await waiting;
    if (signal?.aborted) return null;
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
