import { describe, expect, it } from 'vitest';
import { messages } from '../src/messages.js';
import { followProgress } from '../src/progress.js';

const bySize = { size: (_input: null, shard: number) => shard };

function follow(shards: number[]) {
  const told: number[] = [];
  return { told, progress: followProgress(bySize, null, shards, (done) => told.push(done)) };
}

describe('progress', () => {
  it('adds up the shards that run and those that are done', () => {
    const { told, progress } = follow([4, 6]);
    progress.report(1, 5);
    progress.report(0, 1);
    progress.complete(1);
    progress.complete(0);
    expect(told).toEqual([0, 5, 6, 7, 10]);
  });

  it('is silent while a shard catches up after a crash', () => {
    const { told, progress } = follow([8]);
    for (const done of [3, 5, 1, 4, 6]) progress.report(0, done);
    expect(told).toEqual([0, 3, 5, 6]);
  });

  it('believes no more than the size of a shard, and nothing below 0', () => {
    const { told, progress } = follow([4, 4]);
    for (const done of [-1, 9]) progress.report(0, done);
    expect(told).toEqual([0, 4]);
  });

  it('is not spoiled by a number that is none, nor by a report that comes after the end', () => {
    const { told, progress } = follow([4, 6]);
    progress.report(0, Number.NaN);
    progress.report(1, 2);
    progress.report(1, 2);
    progress.complete(0);
    progress.report(0, 3);
    expect(told).toEqual([0, 2, 6]);
  });

  it('ends at exactly the total when sizes are not whole', () => {
    const { told, progress } = follow([0.1, 0.2, 0.3]);
    for (const index of [2, 1, 0]) progress.complete(index);
    expect(0.3 + 0.2 + 0.1).toBeLessThan(0.1 + 0.2 + 0.3);
    expect(told.at(-1)).toBe(0.1 + 0.2 + 0.3);
  });

  it.each([Number.NaN, -1, Number.POSITIVE_INFINITY])('refuses the size %d', (size) => {
    expect(() => follow([1, size])).toThrow(messages.badSize(1, size).message);
  });

  it('counts a shard as one unit unless the task says otherwise', () => {
    const told: [number, number][] = [];
    followProgress({}, null, ['a', 'b'], (...state) => told.push(state)).complete(1);
    expect(told).toEqual([
      [0, 2],
      [1, 2],
    ]);
  });
});
