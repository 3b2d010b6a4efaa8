import { bonferroniCriticalValue, openStream, parseSeed, type RandomStream, supTCriticalValue } from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { studentUpperQuantile } from '../../src/intervals/student.js';
import { makeShards } from './made-shards.js';

const gaussianShards = (stream: RandomStream, shards: number, entities: number) =>
  makeShards(shards, entities, () => Float64Array.from({ length: entities }, () => stream.nextGaussian()));

describe('the sup-t critical value', () => {
  const stream = openStream(parseSeed(11), 'test', 0);
  const seed = parseSeed(12);

  test('of one entity with spread is the Student quantile, whatever entities without spread stand beside it', () => {
    const alone = gaussianShards(stream, 9, 1).deviations;
    const beside = alone.map((shard) => Float64Array.of(0, shard[0] as number, 0));
    const expected = studentUpperQuantile(0.05, 8);
    expect(supTCriticalValue(alone, { confidence: 0.9, seed })).toBeCloseTo(expected, 12);
    expect(supTCriticalValue(beside, { confidence: 0.9, seed })).toBeCloseTo(expected, 12);
    expect(supTCriticalValue([new Float64Array(3), new Float64Array(3)], { confidence: 0.9, seed })).toBeCloseTo(
      studentUpperQuantile(0.05, 1),
      12,
    );
  });

  test('lies between the value for one interval and that of Bonferroni', () => {
    for (const [shards, entities] of [
      [2, 3],
      [3, 4],
      [5, 300],
      [40, 2],
      [40, 513],
    ] as const) {
      const value = supTCriticalValue(gaussianShards(stream, shards, entities).deviations, { confidence: 0.95, seed });
      expect(value).toBeGreaterThanOrEqual(bonferroniCriticalValue(1, 0.95, shards - 1));
      expect(value).toBeLessThanOrEqual(bonferroniCriticalValue(entities, 0.95, shards - 1));
    }
  });

  test('of fifty copies of one entity is near the value for one, and does not depend on their scales', () => {
    const one = gaussianShards(stream, 200, 1).deviations;
    const copies = (scale: (i: number) => number) =>
      one.map((shard) => Float64Array.from({ length: 50 }, (_, i) => (shard[0] as number) * scale(i)));
    const value = supTCriticalValue(
      copies(() => 1),
      { confidence: 0.95, seed },
    );
    expect(value / bonferroniCriticalValue(1, 0.95, 199)).toBeLessThan(1.1);
    expect(
      supTCriticalValue(
        copies((i) => 2 ** (i - 25)),
        { confidence: 0.95, seed },
      ),
    ).toBe(value);
    expect(
      supTCriticalValue(
        copies((i) => (i % 2 ? 1e200 : -1e-200)),
        { confidence: 0.95, seed },
      ),
    ).toBeCloseTo(value, 9);
  });

  test('depends on the deviations and the seed and on nothing else', () => {
    const { deviations } = gaussianShards(stream, 12, 700);
    const value = supTCriticalValue(deviations, { confidence: 0.95, seed, repetitions: 501 });
    expect(supTCriticalValue(deviations, { confidence: 0.95, seed, repetitions: 501 })).toBe(value);
    expect(supTCriticalValue(deviations, { confidence: 0.95, seed: parseSeed(13), repetitions: 501 })).not.toBe(value);
  });

  test('is that of Bonferroni when the repetitions cannot reach the quantile', () => {
    const { deviations } = gaussianShards(stream, 12, 5);
    expect(supTCriticalValue(deviations, { confidence: 0.99, seed, repetitions: 98 })).toBe(
      bonferroniCriticalValue(5, 0.99, 11),
    );
    expect(supTCriticalValue(deviations, { confidence: 0.99, seed, repetitions: 2000 })).not.toBe(
      bonferroniCriticalValue(5, 0.99, 11),
    );
  });

  test.each([
    [[], {}, 'shards: 0 (allowed: at least 2)'],
    [[new Float64Array(2)], {}, 'shards: 1 (allowed: at least 2)'],
    [[new Float64Array(2), new Float64Array(3)], {}, 'entities of a shard: 3 (allowed: 2)'],
    [[new Float64Array(2), new Float64Array(2)], { repetitions: 0 }, 'repetitions: 0 (allowed: an integer above 0)'],
    [[new Float64Array(2), new Float64Array(2)], { confidence: 1 }, 'confidence: 1 (allowed: above 0 and below 1)'],
  ])('refuses bad input %#', (deviations, options, message) => {
    expect(() => supTCriticalValue(deviations, { confidence: 0.95, seed, ...options })).toThrow(
      new RangeError(message),
    );
  });
});
