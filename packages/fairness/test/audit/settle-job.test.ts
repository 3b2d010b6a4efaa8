import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type ChosenMethod, chooseMethod } from '../../src/audit/choose-method.js';
import type { Job } from '../../src/audit/job.js';
import { settleJob } from '../../src/audit/settle-job.js';
import type { BiasEstimate } from '../../src/estimate.js';
import type { PreparedCell } from '../../src/models/prepared-cell.js';
import { finish } from '../../src/steps/steps.js';

const TOLERANCE = 0.01;

/** A cell of two entities whose exact bias states an error of 20 % of alpha. */
const cell = {
  problem: { decision: { name: 'identity' }, post: 'simplex' },
  truth: Float64Array.of(1, 9),
  model: {
    largestOutcome: 10,
    exact: () => ({
      method: 'exact',
      estimator: 'simplex-inversion',
      bias: Float64Array.of(0.5, -0.5),
      errors: Float64Array.of(0.1, 0.1),
    }),
  },
} as unknown as PreparedCell;

/** A simulation whose shards scatter by this much around the same bias. */
const drawn = (scatter: number): BiasEstimate => ({
  method: 'montecarlo',
  bias: Float64Array.of(0.5, -0.5),
  shards: {
    means: Array.from({ length: 32 }, (_, k) =>
      Float64Array.of(0.5 + scatter * Math.cos(k), -0.5 - scatter * Math.cos(k)),
    ),
  },
  trials: 32,
  controlVariates: true,
  unseen: 0,
  resolution: 0,
});

const jobOf = (chosen: ChosenMethod) => ({ cell, chosen, undefinedBecause: null }) as unknown as Job;
const effects = { id: ['a', 'b'], confidence: 0.95, seed: parseSeed(1) };
const settle = (found: BiasEstimate) =>
  settleJob(jobOf(finish(chooseMethod(cell, 'auto', TOLERANCE, 20_000))), found, effects);

describe('a cell whose exact estimate is not within the tolerance', () => {
  // Two errors of 0.1 each way make an interval of 0.4. Shards that scatter by 1 give one of about 1.
  it('is exact after all where the interval of the simulation is wider', () => {
    const { estimate, chosen } = settle(drawn(1));
    expect(estimate.method).toBe('exact');
    expect(chosen.reason).toMatch(/^exact: .* 20 % of alpha, .* the interval of a simulation is wider still$/);
    expect(chosen.relativeError).toBeCloseTo(0.2, 12);
  });

  it('is simulated where that is narrower', () => {
    const { estimate, chosen } = settle(drawn(0.01));
    expect(estimate.method).toBe('montecarlo');
    expect(chosen.reason).toMatch(/^not exact: /);
  });

  it('is exact where the simulation was stopped before it said anything', () => {
    expect(settle({ method: 'montecarlo', undefinedBecause: 'stopped' }).estimate.method).toBe('exact');
  });

  it('keeps what was asked for', () => {
    const asked = finish(chooseMethod(cell, 'montecarlo', TOLERANCE, 20_000));
    expect(settleJob(jobOf(asked), drawn(1), effects).estimate.method).toBe('montecarlo');
  });

  it('does not give way to a series that states a wider interval', () => {
    const wide = {
      ...cell,
      model: {
        ...cell.model,
        series: () => ({
          method: 'series',
          estimator: 'simplex-expansion',
          bias: Float64Array.of(400, -400),
          errors: Float64Array.of(1, 1),
        }),
        largestOutcome: null,
      },
    } as unknown as PreparedCell;
    expect(finish(chooseMethod(wide, 'auto', TOLERANCE, 20_000)).estimate?.method).toBe('exact');
  });
});
