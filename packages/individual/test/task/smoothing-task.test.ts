import {
  classFromCounts,
  metricFromScales,
  type SmoothingPlan,
  selectClass,
  smooth,
  smoothingOf,
  smoothingTask,
  smoothUntil,
} from '@dpfair/individual';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { linearModel } from '../smooth/models.js';

/** The model as plain data: its coefficients. */
const task = smoothingTask((coefficients: readonly number[]) => ({ label: linearModel(coefficients, -0.3) }));
const model = linearModel([1, -2], -0.3);

const basic: SmoothingPlan<readonly number[]> = {
  model: [1, -2],
  classes: 2,
  points: Float64Array.from({ length: 2 * 21 }, (_, k) => (k % 7) / 5 - 0.6),
  metric: metricFromScales(1, [1, 2]),
  kind: 'laplace',
  held: new Map(),
  noise: 'separate',
  draws: { kind: 'fixed', samples: 1500 },
  selectSamples: 0,
  seed: parseSeed(3),
};

/** Shards in whatever order, merged in theirs. */
async function run(plan: SmoothingPlan<readonly number[]>) {
  const shards = task.plan(plan);
  const parts = await Promise.all(
    shards.map(async (shard, index) => ({ index, part: await task.run(plan, shard) })).reverse(),
  );
  return { shards, smoothed: task.finish(plan, task.merge(plan, parts.reverse())) };
}

describe('smoothingTask', () => {
  it.each(['separate', 'common'] as const)(
    'gives in shards what smooth gives in one go, with %s noise',
    async (noise) => {
      const plan = { ...basic, noise };
      const { shards, smoothed } = await run(plan);
      expect(shards.length).toBe(3);
      const whole = await smooth(model, plan.points, {
        smoothing: smoothingOf(plan),
        seed: plan.seed,
        samples: 1500,
        noise,
      });
      expect(smoothed.counts).toEqual(whole.counts);
      expect([...smoothed.points]).toEqual(Array.from({ length: 21 }, (_, k) => k));
    },
  );

  it('gives the draws, radii and short points of smoothUntil, delta spread over all points', async () => {
    const goal = { excess: 0.06, delta: 0.05, scope: 'all-pairs', maxSamples: 2300 } as const;
    const plan: SmoothingPlan<readonly number[]> = { ...basic, draws: { kind: 'adaptive', ...goal } };
    const { smoothed } = await run(plan);
    const whole = await smoothUntil(model, plan.points, { smoothing: smoothingOf(plan), seed: plan.seed, ...goal });
    expect(smoothed.samples).toEqual(whole.samples);
    expect(smoothed.pilot).toBe(whole.pilot);
    expect(whole.pilot).toBeGreaterThan(0);
    expect(smoothed.radius).toEqual(whole.radius);
    expect(smoothed.short).toEqual(whole.short);
    expect(new Set(whole.samples).size).toBe(2);
    expect(whole.short.length).toBeGreaterThan(0);
  });

  it('selects the classes of selectClass', async () => {
    const plan = { ...basic, selectSamples: 300 };
    const { smoothed } = await run(plan);
    const whole = await selectClass(model, plan.points, {
      smoothing: smoothingOf(plan),
      seed: plan.seed,
      selectSamples: 300,
      samples: 1500,
    });
    const selected = whole.map((_, point) => {
      const countsOf = (counts: Float64Array) => counts.subarray(2 * point, 2 * point + 2);
      return classFromCounts(countsOf(smoothed.selecting), countsOf(smoothed.counts), 0.999);
    });
    expect(selected).toEqual(whole);
    expect(new Set(selected.map(({ outcome }) => outcome))).toEqual(new Set(['class', 'abstain']));
  });

  it('opens a model once for all plans of it, frees it, and opens it again when it is asked again', async () => {
    const seen: string[] = [];
    const counted = smoothingTask((coefficients: readonly number[]) => {
      seen.push('open');
      return { label: linearModel(coefficients, -0.3), close: async () => void seen.push('close') };
    });
    const first = { ...basic, draws: { kind: 'fixed', samples: 5 } } as const;
    for (const plan of [first, { ...first, points: Float64Array.of(0, 1) }]) {
      for (const shard of counted.plan(plan)) await counted.run(plan, shard);
    }
    await counted.close(basic.model);
    await counted.close(basic.model);
    await counted.run(first, { from: 0, to: 1 });
    expect(seen).toEqual(['open', 'close', 'open']);
  });

  it('cuts many draws into more shards, down to one point each, for more threads', () => {
    const shardsOf = (samples: number) => task.plan({ ...basic, draws: { kind: 'fixed', samples } }).length;
    expect([1000, 2 ** 18, 1e9].map(shardsOf)).toEqual([3, 6, 21]);
  });

  it('counts fresh draws: others than without, and none of which select', async () => {
    const draws = { kind: 'fixed', samples: 1500 } as const;
    const { smoothed } = await run({ ...basic, noise: 'common', draws });
    const again = await run({ ...basic, noise: 'common', draws: { ...draws, fresh: true } });
    const whole = await smooth(model, basic.points, {
      ...{ smoothing: smoothingOf(basic), seed: basic.seed, samples: 1500, noise: 'common', fresh: true },
    });
    expect(again.smoothed.counts).toEqual(whole.counts);
    expect(again.smoothed.counts).not.toEqual(smoothed.counts);
    await expect(run({ ...basic, selectSamples: 9, draws: { ...draws, fresh: true } })).rejects.toThrow('select');
  });

  it('names a point by its place among all, not in its shard', async () => {
    const points = basic.points.slice();
    points[2 * 17] = Number.NaN;
    await expect(run({ ...basic, points })).rejects.toThrow('point 18, column 1');
  });
});
