import { laplace, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type Simulation, simulateHere } from '../../src/index.js';
import { planRounds } from '../../src/montecarlo/plan-rounds.js';
import { simulateCells } from '../../src/montecarlo/simulate-cells.js';
import { cellOf } from './simulated.js';

const options = { trials: 1_000_000, tolerance: null, shards: 64, outcomesPerTrial: 100_000 };

describe('rounds of a simulation', () => {
  it('a short run is one round', () => {
    expect(planRounds({ ...options, trials: 20_000 })).toEqual({ ends: [20_032], looks: 1 });
  });

  it('a long run goes in steps of whole shards that nothing is decided at', () => {
    const { ends, looks } = planRounds(options);
    expect(looks).toBe(1);
    expect(ends[0]).toBe(15_680);
    expect(ends.at(-1)).toBe(1_000_000);
    ends.forEach((end, k) => {
      expect(end % 64).toBe(0);
      expect(end - (ends[k - 1] ?? 0)).toBeGreaterThan(0);
      expect(end - (ends[k - 1] ?? 0)).toBeLessThanOrEqual(125_056);
    });
  });

  it('with a tolerance there are five looks, fewer when trials are few', () => {
    expect(planRounds({ ...options, tolerance: 0.1 }).looks).toBe(5);
    expect(planRounds({ ...options, tolerance: 0.1, trials: 100 })).toEqual({ ends: [64, 128], looks: 2 });
  });

  it('a long run that is stopped in its third round keeps all shards of the first two', async () => {
    const cell = cellOf({ decision: 'identity', post: 'clip', counts: [1, 5, 90], noise: laplace(3), trials: 1 });
    const trials = 64 * 100_000_000;
    const asked: Simulation[] = [];
    const found = await simulateCells(
      [cell],
      [],
      { trials, tolerance: null, confidence: 0.95, controlVariates: true, seed: parseSeed(1n) },
      // Ten trials stand for each shard's many: what is tested is what is kept.
      async (simulation) => {
        asked.push(simulation);
        return { output: simulateHere({ ...simulation, trials: 640 }), interrupted: asked.length === 3 };
      },
    );
    expect(asked.map(({ firstTrial }) => firstTrial)).toEqual([0, trials / 64, trials / 32]);
    expect(found).toMatchObject({ interrupted: true, confidence: 0.95 });
    const [estimate] = found.estimates;
    if (estimate === undefined || 'undefinedBecause' in estimate) throw new Error('nothing was kept');
    expect(estimate.trials).toBe(trials / 32);
    expect(estimate.shards.means.length).toBe(64);
    // Means of the two rounds, pooled: not those of the first alone.
    const first = simulateHere({ ...(asked[0] as Simulation), trials: 640 }).parts[0]?.[0]?.[0];
    const second = simulateHere({ ...(asked[1] as Simulation), trials: 640 }).parts[0]?.[0]?.[0];
    expect(estimate.shards.means[0]?.[0]).toBeCloseTo(((first as number) + (second as number)) / 2, 12);
  });
});
