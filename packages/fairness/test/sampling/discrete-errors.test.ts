import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { monteCarloTask, type Simulation } from '../../src/index.js';
import { readErrors } from '../../src/montecarlo/simulate-errors.js';

const trials = 200;
const simulation = (kind: 'laplace' | 'discrete-laplace'): Simulation => ({
  input: { counts: { count: Float64Array.of(100, 200) }, fixed: {} },
  cells: [{ decision: 'identity', post: 'none', noise: { kind, spread: 6 } }],
  controlVariates: false,
  sampling: { count: Float64Array.of(8, 0) },
  seed: parseSeed(3),
  firstTrial: 0,
  trials,
  shards: 1,
});
const errorsOf = (kind: 'laplace' | 'discrete-laplace') => {
  const plan = simulation(kind);
  const { privacy, both } = readErrors(plan, monteCarloTask.run(plan, { from: 0, to: trials }));
  return { privacy: privacy[0], both: both[0] };
};

describe('sampling error beside discrete noise', () => {
  const { privacy, both } = errorsOf('discrete-laplace');

  it('adds whole numbers to counts, in opposite pairs', () => {
    expect([...(privacy?.bias ?? [])].map((x) => x + 0)).toEqual([0, 0]);
    for (const sum of [privacy?.absolute[0], privacy?.square[0]]) {
      expect((sum as number) * 2 * trials).toBeCloseTo(Math.round((sum as number) * 2 * trials), 6);
    }
    // Where there is no sampling error both is privacy alone.
    expect(both?.square[1]).toBe(privacy?.square[1]);
    expect(both?.square[0]).toBeGreaterThan(privacy?.square[0] as number);
  });

  it('is Laplace noise of the same draws within one count', () => {
    const continuous = errorsOf('laplace').privacy;
    expect(Math.abs((privacy?.absolute[0] ?? 0) - (continuous?.absolute[0] ?? 0))).toBeLessThan(1);
    expect(privacy?.absolute[0]).not.toBe(continuous?.absolute[0]);
  });
});
