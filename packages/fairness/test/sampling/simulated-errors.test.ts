import { normalCdf, parseSeed } from '@dpfair/stats';
import { statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { monteCarloTask, type Simulation } from '../../src/index.js';
import { readErrors } from '../../src/montecarlo/simulate-errors.js';

type Change = { readonly scale?: number; readonly spread?: number; readonly threshold?: number };
const pairs = 64_000;

function errorsOf(simulation: Simulation) {
  const part = monteCarloTask.run(simulation, { from: 0, to: simulation.trials });
  const { sampling, privacy, both } = readErrors(simulation, part);
  return [[...sampling.values()][0], privacy[0], both[0]].map((means) => ({
    absolute: means?.absolute[0] ?? Number.NaN,
    square: means?.square[0] ?? Number.NaN,
  }));
}

const simulation = (seed: bigint, rule: string | null, { scale = 1, spread = 1 }: Change): Simulation => ({
  input: { counts: { count: Float64Array.of(100) }, fixed: {} },
  cells: [
    {
      decision: rule === null ? 'identity' : 'threshold',
      ...(rule === null ? {} : { parameters: { rule } }),
      post: 'none',
      noise: { kind: 'laplace', spread: 6 * scale },
    },
  ],
  controlVariates: false,
  sampling: { count: Float64Array.of(8 * spread) },
  seed: parseSeed(seed),
  firstTrial: 0,
  trials: pairs,
  shards: 1,
});

// Sampling: |N(0, s)| has mean s sqrt(2 / pi), square s^2. Laplace of scale b: b and 2 b^2. Squares of independent errors add up.
const [s, b] = [8, 6];
const expected = [
  { what: 'absolute, sampling', value: s * Math.sqrt(2 / Math.PI), variance: s * s * (1 - 2 / Math.PI) },
  { what: 'square, sampling', value: s * s, variance: 2 * s ** 4 },
  { what: 'absolute, privacy', value: b, variance: b * b },
  { what: 'square, privacy', value: 2 * b * b, variance: 20 * b ** 4 },
  { what: 'square, both', value: s * s + 2 * b * b, variance: 2 * s ** 4 + 20 * b ** 4 + 8 * s * s * b * b },
];

/** 6.5 standard errors: five verdicts at 1e-8 in all, with some room for the skewness of squares. */
const BOUND = 6.5;

statisticalTest({
  id: 'fairness/sampling-errors',
  subject: (seed: bigint) => errorsOf(simulation(seed, null, {})),
  mutants: {
    'privacy noise 10 % too small': (seed) => errorsOf(simulation(seed, null, { scale: 0.9 })),
    'sampling error 10 % too large': (seed) => errorsOf(simulation(seed, null, { spread: 1.1 })),
    'both is privacy alone': (seed) => {
      const [sampling, privacy] = errorsOf(simulation(seed, null, {}));
      return [sampling, privacy, privacy] as ReturnType<typeof errorsOf>;
    },
  },
  check: (errors, seed) => {
    const [sampling, privacy, both] = errors(seed);
    const found = [sampling?.absolute, sampling?.square, privacy?.absolute, privacy?.square, both?.square];
    return expected.map(({ what, value, variance }, k) => ({
      statistic: ((found[k] ?? Number.NaN) - value) / Math.sqrt(variance / pairs),
      bound: BOUND,
      what,
    }));
  },
});

/** P(N(0, s) + Laplace(b) > t), t > 0. */
function tailOfSum(t: number): number {
  const [z, ratio] = [t / s, s / b];
  const lift = Math.exp((ratio * ratio) / 2);
  return (
    normalCdf(-z) + (lift * (Math.exp(-t / b) * normalCdf(z - ratio) - Math.exp(t / b) * normalCdf(-z - ratio))) / 2
  );
}

const distance = 10;
statisticalTest({
  id: 'fairness/sampling-flips',
  subject: (seed: bigint) => errorsOf(simulation(seed, `count > ${100 - distance}`, {})),
  mutants: {
    'privacy noise 10 % too large': (seed) => errorsOf(simulation(seed, `count > ${100 - distance}`, { scale: 1.1 })),
    'sampling error 10 % too small': (seed) => errorsOf(simulation(seed, `count > ${100 - distance}`, { spread: 0.9 })),
    'threshold one too far': (seed) => errorsOf(simulation(seed, `count > ${99 - distance}`, {})),
  },
  check: (errors, seed) => {
    const found = errors(seed);
    return [normalCdf(-distance / s), Math.exp(-distance / b) / 2, tailOfSum(distance)].map((flip, k) => ({
      // Of a pair of opposite draws at most one flips, so that the variance of its mean is p (1/2 - p).
      statistic: ((found[k]?.absolute ?? Number.NaN) - flip) / Math.sqrt((flip * (0.5 - flip)) / pairs),
      bound: BOUND,
      what: ['sampling', 'privacy', 'both'][k] as string,
    }));
  },
});

describe('the simulation of errors', () => {
  const few = { ...simulation(5n, null, {}), trials: 8, shards: 4 };

  it('gives for a range of trials the mean of its halves, whoever runs them', () => {
    const whole = monteCarloTask.run(few, { from: 2, to: 6 });
    const halves = [monteCarloTask.run(few, { from: 4, to: 6 }), monteCarloTask.run(few, { from: 2, to: 4 })];
    whole.forEach((values, k) => {
      values.forEach((value, i) => {
        const mean = ((halves[0]?.[k]?.[i] ?? Number.NaN) + (halves[1]?.[k]?.[i] ?? Number.NaN)) / 2;
        expect(value).toBeCloseTo(mean, 12);
      });
    });
    expect(monteCarloTask.run(few, { from: 2, to: 6 })).toEqual(whole);
  });

  it('takes a role without a spread as free of sampling error', () => {
    const { sampling } = readErrors(few, monteCarloTask.run({ ...few, sampling: {} }, { from: 0, to: 8 }));
    expect([...sampling.values()][0]?.absolute[0]).toBe(0);
  });
});
