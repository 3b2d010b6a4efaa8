import { decisionByName } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import { fillUnitLaplace, laplace, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type PreparedCell, prepareCell } from '../../../src/models/prepared-cell.js';
import { planSimulation } from '../../../src/montecarlo/simulation-plan.js';

const cell = (decision: string, post: PostName, count: readonly number[], weight: readonly number[]): PreparedCell =>
  prepareCell({
    decision: decisionByName(decision),
    post,
    input: {
      counts: { count: Float64Array.from(count) },
      fixed: weight.length === 0 ? {} : { weight: Float64Array.from(weight) },
    },
    noise: laplace(10),
  });

/** What clipping does to each outcome on average, seen directly: the outcome less that of the linear step alone. */
function effectOfClipping(clipped: PreparedCell, linear: PreparedCell, draws: number): number[] {
  const { input, decision } = clipped.problem;
  const counts = input.counts.count as Float64Array;
  const noise = new Float64Array(counts.length);
  const sums = new Float64Array(counts.length);
  for (let draw = 0; draw < draws; draw++) {
    fillUnitLaplace(noise, parseSeed(11n), 'noise', draw);
    const outcomes = [clipped, linear].map(({ problem }) => {
      const outcome = new Float64Array(counts.length);
      const noisy = { count: counts.map((x, i) => x + 10 * (noise[i] as number)) };
      decision.pipeline(problem.post, problem.input).apply(noisy, outcome);
      return outcome;
    });
    for (let i = 0; i < sums.length; i++) {
      sums[i] = (sums[i] as number) + (outcomes[0]?.[i] as number) - (outcomes[1]?.[i] as number);
    }
  }
  return Array.from(sums, (sum) => sum / draws);
}

const counts = [20, 26, 400, 900, 1500];
const weights = [8, 1, 0.5, 1, 2];

describe('what a short simulation does not see of clipping', () => {
  it.each([
    ['identity', 'clip', 'none', []],
    ['identity', 'simplex', 'sum', []],
    ['allotment', 'clip', 'none', weights],
    ['allotment', 'baseline', 'none', weights],
    ['allotment', 'simplex', 'sum', weights],
    ['allotment', 'simplex', 'sum', weights.toReversed()],
    ['allotment', 'pos', 'none', weights],
  ] as const)('%s, %s: is bounded by the stated amount, and not by far more', (decision, post, without, weight) => {
    const prepared = cell(decision, post, counts, weight);
    const stated = planSimulation(prepared, false).unseen(4);
    const seen = effectOfClipping(prepared, cell(decision, without, counts, weight), 20_000);
    const largest = Math.max(...seen.map(Math.abs));
    expect(stated).toBeGreaterThan(largest);
    expect(stated).toBeLessThan(20 * largest);
  });

  it('is nothing where there are many events, and where a control variate holds it', () => {
    const clip = cell('identity', 'clip', counts, []);
    expect(planSimulation(clip, false).unseen(10_000)).toBeLessThan(1e-15);
    expect(planSimulation(cell('allotment', 'baseline', counts, weights), true).unseen(4)).toBe(0);
    expect(planSimulation(cell('identity', 'simplex', counts, []), true).unseen(4)).toBe(0);
  });

  it('is not hidden by the frequent clipping of an entity that hardly counts', () => {
    // One entity in a thousand crosses once a run and makes the gap; another crosses all the time with a weight of 1e-4.
    const rest = Array.from({ length: 998 }, () => 1000);
    const prepared = cell('allotment', 'simplex', [50, 0, ...rest], [1, 1e-4, ...rest.map(() => 1)]);
    const gap = (5 * Math.exp(-5)) / 998_050;
    const stated = planSimulation(prepared, true).unseen(300);
    expect(stated).toBeGreaterThan(gap);
    expect(stated).toBeLessThan(20 * gap);
  });
});
