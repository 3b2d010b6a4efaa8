import { setImmediate } from 'node:timers/promises';

/** Work goes on for so long before the event loop has a turn, in which Ctrl-C is heard and the bar is drawn. */
const SLICE_MS = 50;

/** What a computation in steps calls between them: a turn of the event loop whenever a slice of time is over. */
export function timeSlices(): () => Promise<void> | undefined {
  let endsAt = performance.now() + SLICE_MS;
  const turn = async () => {
    await setImmediate();
    endsAt = performance.now() + SLICE_MS;
  };
  return () => (performance.now() < endsAt ? undefined : turn());
}
