import { expect, it } from 'vitest';
import { inTurns } from '../../src/steps/in-turns.js';
import { onceInSteps } from '../../src/steps/once-in-steps.js';
import { finish, type Steps, stepsOf } from '../../src/steps/steps.js';

/** Counts to three, and tells how far it is. */
function counting() {
  const taken: number[] = [];
  const count = function* (): Steps<{ readonly sum: number }> {
    for (const k of [1, 2, 3]) {
      taken.push(k);
      yield;
    }
    return { sum: 6 };
  };
  return { count, taken };
}

it('a value is what its steps end with, in one go, in turns, and where it was there all along', async () => {
  const { count } = counting();
  expect(finish(count())).toEqual({ sum: 6 });
  expect(finish({ sum: 7 })).toEqual({ sum: 7 });
  expect(await inTurns(count(), {})).toEqual({ sum: 6 });
  expect(await inTurns(stepsOf({ sum: 7 }), {})).toEqual({ sum: 7 });
});

it('a pause comes before each step, and is waited for', async () => {
  const { count, taken } = counting();
  const seen: number[] = [];
  const pause = async () => {
    await Promise.resolve();
    seen.push(taken.length);
  };
  await inTurns(count(), { pause });
  expect(seen).toEqual([0, 1, 2, 3]);
});

it('steps stop where the signal comes, and none is taken that was to be stopped before', async () => {
  const { count, taken } = counting();
  const controller = new AbortController();
  const pause = () => {
    if (taken.length === 2) controller.abort();
    return undefined;
  };
  expect(await inTurns(count(), { signal: controller.signal, pause })).toBeNull();
  expect(taken).toEqual([1, 2]);
  expect(await inTurns(count(), { signal: controller.signal })).toBeNull();
  expect(taken).toEqual([1, 2]);
});

it('steps that are taken once are not taken again, unless they were stopped', async () => {
  const { count, taken } = counting();
  const once = onceInSteps(count);
  once().next();
  expect(taken).toEqual([1]);
  expect(finish(once())).toEqual({ sum: 6 });
  expect(finish(once())).toEqual({ sum: 6 });
  expect(taken).toEqual([1, 1, 2, 3]);
});
