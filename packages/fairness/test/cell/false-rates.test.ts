import { laplaceMechanism } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { falseRates } from '../../src/cell/false-rates.js';
import { auditTable } from '../../src/index.js';

const counts = [12, 9, 10, 40, 2, 11];
const table: CountTable = {
  id: counts.map((_, i) => `e${i}`),
  name: counts.map((_, i) => `E${i}`),
  group: ['north', 'north', 'south', 'south', 'none', 'south'],
  counts: { x: Float64Array.from(counts) },
  fixed: {},
};
const request = {
  table,
  decision: 'threshold',
  parameters: { rule: 'x > 10' },
  mechanisms: [laplaceMechanism({ epsilon: 0.5 })],
  posts: ['none'],
  seed: parseSeed(3n),
} as const;

/** P(Laplace noise of scale 2 > distance), distance >= 0. */
const tail = (distance: number) => Math.exp(-distance / 2) / 2;

describe('false rates of a rule', () => {
  it('are the mean tail of the noise over those whose answer can be lost, and over those who can win one', async () => {
    const { cells } = await auditTable(request);
    const rates = cells[0]?.falseRates;
    const lost = tail(2) + tail(30) + tail(1);
    const won = tail(1) + tail(0) + tail(8);
    expect(rates?.overall.falseNegative).toMatchObject({ entities: 3, reason: null });
    expect(rates?.overall.falseNegative.wrong).toBeCloseTo(lost, 12);
    expect(rates?.overall.falseNegative.rate).toBeCloseTo(lost / 3, 12);
    expect(rates?.overall.falsePositive.rate).toBeCloseTo(won / 3, 12);
    const { lower, upper } = rates?.overall.falseNegative ?? {};
    expect((upper as number) - (lower as number)).toBeLessThan(1e-8);
  });

  it('are given by group, with a reason where nobody in it could be wrong in that way', async () => {
    const { cells } = await auditTable(request);
    const byGroup = cells[0]?.falseRates?.byGroup ?? [];
    expect(byGroup.map(({ group }) => group)).toEqual(['north', 'south', 'none']);
    expect(byGroup[0]?.falseNegative.rate).toBeCloseTo(tail(2), 12);
    expect(byGroup[1]?.falseNegative.rate).toBeCloseTo((tail(30) + tail(1)) / 2, 12);
    expect(byGroup[2]?.falseNegative).toEqual({
      entities: 0,
      wrong: null,
      rate: null,
      lower: null,
      upper: null,
      reason: 'because there is no entity whose true answer is yes',
    });
    expect(byGroup[2]?.falsePositive.rate).toBeCloseTo(tail(8), 12);
  });

  it('are given by distance in standard deviations: 2 sqrt 2 for scale 2, the threshold itself on the side of its answer', async () => {
    const { cells } = await auditTable(request);
    const distance = cells[0]?.entities.distance as number[];
    counts.forEach((x, i) => {
      expect(distance[i]).toBeCloseTo((x - 10) / (2 * Math.SQRT2), 12);
    });
    const ranges = cells[0]?.falseRates?.byDistance.map(({ from, to, falseNegative, falsePositive }) => [
      from,
      to,
      falseNegative.entities,
      falsePositive.entities,
    ]);
    expect(ranges).toEqual([
      [-4, -2, 0, 1],
      [-0.5, 0, 0, 2],
      [0, 0.5, 1, 0],
      [0.5, 1, 1, 0],
      [8, null, 1, 0],
    ]);
  });

  it('an answer that noise cannot change has no distance, and is beyond every range', () => {
    const estimate = { method: 'exact', estimator: 'unbiased', bias: new Float64Array(2), errors: new Float64Array(2) };
    const { byDistance } = falseRates(estimate as Parameters<typeof falseRates>[0], {
      truth: Float64Array.of(1, 0),
      distance: Float64Array.of(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
      groups: null,
      confidence: 0.95,
    });
    expect(byDistance).toMatchObject([
      { from: null, to: -8, falsePositive: { rate: 0 } },
      { from: 8, to: null, falseNegative: { rate: 0 } },
    ]);
  });

  it('of a simulation have Student\u2019s interval over its shards, and what it cannot have seen, once for all', () => {
    // Two entities are entitled. Sums of their flips by shard: .2, .4, .3, .3; mean .3, standard error sqrt(.02 / 12).
    const shard = (...means: number[]) => Float64Array.from(means);
    const means = [shard(-0.1, -0.1, 0), shard(-0.1, -0.3, 0), shard(-0.2, -0.1, 0), shard(-0.15, -0.15, 0)];
    const estimate = {
      method: 'montecarlo',
      bias: Float64Array.of(-0.1375, -0.1625, 0),
      shards: { means },
      trials: 400,
      controlVariates: false,
      unseen: 0,
      resolution: 0.01,
    } as const;
    const options = { truth: Float64Array.of(1, 1, 0), distance: null, groups: null, confidence: 0.95 };
    const { falseNegative, falsePositive } = falseRates(estimate, options).overall;
    const half = 3.182446305284263 * Math.sqrt(0.02 / 12) + 0.01;
    expect(falseNegative).toMatchObject({
      entities: 2,
      wrong: expect.closeTo(0.3, 14),
      rate: expect.closeTo(0.15, 14),
    });
    expect(falseNegative.lower).toBeCloseTo((0.3 - half) / 2, 12);
    expect(falseNegative.upper).toBeCloseTo((0.3 + half) / 2, 12);
    expect(falsePositive).toMatchObject({ rate: 0, lower: 0, upper: expect.closeTo(0.01, 14) });
  });

  it('of a run that was stopped too early are undefined, with its reason', () => {
    const { overall } = falseRates('because it was stopped', {
      truth: Float64Array.of(1, 0, 0),
      distance: null,
      groups: null,
      confidence: 0.95,
    });
    expect(overall.falsePositive).toMatchObject({ entities: 2, rate: null, reason: 'because it was stopped' });
  });

  it('a decision that is not yes or no has none', async () => {
    const { parameters: _, ...rest } = request;
    const whole = { ...table, counts: { count: table.counts.x as Float64Array } };
    const { cells } = await auditTable({ ...rest, table: whole, decision: 'identity' });
    expect(cells[0]).not.toHaveProperty('falseRates');
    expect(cells[0]?.entities).not.toHaveProperty('distance');
  });
});
