import { type DecisionInput, type DecisionParameters, decisionByName } from '@dpfair/decisions';
import type { PostName } from '@dpfair/mechanisms';
import { discreteLaplace, fillUnitLaplace, gaussian, laplace, type NoiseDistribution, parseSeed } from '@dpfair/stats';
import { binomialBand, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { prepareCell } from '../../src/models/prepared-cell.js';
import { finish } from '../../src/steps/steps.js';
import { publishedCoverage, publishedUnion } from '../published-language.js';

type Pair = readonly [level: string, state: string, area: string, citizens: number, lep: number, illiterate: number];

function inputOf(pairs: readonly Pair[]): DecisionInput {
  const column = (k: number) => Float64Array.from(pairs, (pair) => pair[k] as number);
  const text = (k: number) => pairs.map((pair) => pair[k] as string);
  return {
    counts: { lep: column(4), citizens: column(3), illiterate: column(5) },
    fixed: {},
    labels: { level: text(0), state: text(1), language: pairs.map(() => 'Hispanic'), area: text(2) },
  };
}

interface Setting {
  readonly noise?: NoiseDistribution;
  readonly post?: PostName;
  readonly parameters?: DecisionParameters;
}

/** P(yes) of each pair, with its stated error. */
function exact(pairs: readonly Pair[], { noise = laplace(10), post = 'clip', parameters = {} }: Setting = {}) {
  const decision = decisionByName('language', parameters);
  const { truth, model } = prepareCell({ decision, post, input: inputOf(pairs), noise });
  const { bias, errors } = finish(model.exact?.() ?? { bias: truth.map(() => Number.NaN), errors: truth });
  return { probability: [...truth.map((outcome, i) => outcome + (bias[i] as number))], errors: [...errors] };
}

const alone = (citizens: number, lep: number, illiterate: number): Pair => [
  'county',
  '1',
  'none',
  citizens,
  lep,
  illiterate,
];

describe('exact probability of coverage', () => {
  it('of a county that names a native area twice is that of one that names it once', () => {
    const pairs = (areas: string): Pair[] => [
      ['area', 'X', 'A1', 100, 6, 1],
      ['county', 'X', areas, 400, 15, 1],
    ];
    const [twice, once] = ['A1;A1', 'A1'].map((areas) => exact(pairs(areas), { noise: laplace(3) }).probability);
    expect(twice).toEqual(once);
  });

  it.each(publishedCoverage)(
    'citizens %d, lep %d, illiterate %d, epsilon %d: the reference value',
    (citizens, lep, illiterate, epsilon, expected) => {
      for (const statute of ['section203-2016', 'section203-paper']) {
        const found = exact([alone(citizens, lep, illiterate)], {
          noise: laplace(1 / epsilon),
          parameters: { statute },
        });
        expect(found.probability[0]).toBeCloseTo(expected, 9);
        expect(found.errors[0]).toBeLessThan(1e-10);
      }
    },
  );

  // (80, 4) and (600, 30) are Loving and Terrell County; 160 of 3305 is Union County.
  it('one clause by itself is its closed form: a coin at the threshold, Union County as published', () => {
    for (const [citizens, lep] of [
      [80, 4],
      [600, 30],
      [2000, 100],
    ] as const) {
      const parameters = { event: 'five-percent' };
      const { probability } = exact([alone(citizens, lep, 0)], { noise: laplace(0.01), parameters });
      expect(probability[0]).toBeCloseTo(0.5, 12);
    }
    const union = exact([alone(3305, 160, 8)], {
      noise: laplace(10),
      post: 'none',
      parameters: { event: 'five-percent' },
    });
    expect(union.probability[0]).toBeCloseTo(publishedUnion[0][1], 4);
  });

  it('two clauses that share a count lose more together than independent ones would', () => {
    const at = (event?: string) => {
      const parameters = event === undefined ? {} : { event };
      return exact([alone(2000, 101, 2)], { noise: laplace(2), parameters }).probability[0] as number;
    };
    // Closed form of one comparison; rounded in the theory to -.304 and -.357.
    const below = (b1: number, b2: number, margin: number) =>
      (b1 * b1 * Math.exp(-margin / b1) - b2 * b2 * Math.exp(-margin / b2)) / (2 * (b1 * b1 - b2 * b2));
    expect(at('five-percent') - 1).toBeCloseTo(-below(2, 0.1, 1), 12);
    expect(at('illiteracy') - 1).toBeCloseTo(-below(2, 0.0262, 2 - 0.0131 * 101), 12);
    expect([below(2, 0.1, 1), below(2, 0.0262, 2 - 0.0131 * 101)].map((p) => p.toFixed(2))).toEqual(['0.30', '0.36']);
    expect(at() - 1).toBeCloseTo(-0.554, 3);
    expect(at('five-percent') * at('illiteracy')).toBeCloseTo(0.44786, 5);
  });

  it('a state multiplies what it carries, and a native area what it leaves uncovered', () => {
    const state: Pair = ['state', '1', 'none', 40_000, 2_010, 40];
    const [area, other]: [Pair, Pair] = [
      ['AIAN', '0', 'A', 200, 13, 3],
      ['ANRC', '0', 'B', 300, 14, 4],
    ];
    const own = exact([alone(1000, 30, 10)]).probability[0] as number;
    const [q, r] = exact([area, other]).probability as [number, number];
    const both = exact([['county', '1', 'A; B', 1000, 30, 10], area, other]).probability[0];
    expect(both).toBeCloseTo(1 - (1 - own) * (1 - q) * (1 - r), 13);

    const s = exact([state]).probability[0] as number;
    const without = exact([alone(2000, 100, 30)]).probability[0] as number;
    // The clause about the state covers without illiterates of its own: take illiteracy away, and five percent with equality.
    const lawless = { clauses: { illiteracy: false, 'ten-thousand': false, state: false } };
    const certain = exact([
      ['county', '1', 'none', 2000, 100, 30],
      ['state', '1', 'none', 4e4, 3e4, 3e4],
    ]).probability[0];
    expect(certain).toBeCloseTo(exact([alone(2000, 100, 30)], { parameters: lawless }).probability[0] as number, 12);
    const found = exact([['county', '1', 'none', 2000, 100, 30], state]).probability[0];
    expect(found).toBeCloseTo(s * (certain as number) + (1 - s) * without, 13);
  });

  it('a pair in Gaussian noise that one clause decides is as likely as its tail', () => {
    // lep > 10000 and illiterate > 0.0131 lep, where illiteracy is certain: one Gaussian tail.
    const { probability, errors } = exact([alone(1_000_000, 10_010, 9_000)], { noise: gaussian(10) });
    expect(probability[0]).toBeCloseTo(gaussian(10).survival(-10), 12);
    expect(errors[0]).toBeLessThan(1e-9);
  });

  it('a clause of one count is its distribution function', () => {
    const { probability } = exact([alone(300_000, 10_007, 500)], { parameters: { event: 'ten-thousand' } });
    expect(probability[0]).toBeCloseTo(1 - 0.5 * Math.exp(-0.7), 14);
  });

  it('under noise on whole numbers is summed, and simulated where the sum is too long', () => {
    // lep > 10000 where illiteracy is certain: P(10,007 + eta > 10,000) = 1 - P(eta <= -7) of the discrete Laplace law.
    const p = Math.exp(-1 / 10);
    const { probability } = exact([alone(300_000, 10_007, 9000)], { noise: discreteLaplace(10) });
    expect(probability[0]).toBeCloseTo(1 - p ** 7 / (1 + p), 11);
    const decision = decisionByName('language');
    const problem = {
      decision,
      post: 'clip',
      input: inputOf([alone(2000, 101, 2)]),
      noise: discreteLaplace(1e8),
    } as const;
    expect(prepareCell(problem).model.exact).toBeUndefined();
  });

  it('is not there for rules that ask for three counts at once', () => {
    const clause = { levels: ['subdivision'], rule: 'lep + illiterate > 0.05 * citizens', source: 'made up' };
    const statute = {
      decision: 'language',
      name: 'n',
      title: 't',
      version: '1',
      source: 's',
      clauses: { sum: clause },
    };
    const decision = decisionByName('language', { statute });
    const problem = { decision, post: 'clip', input: inputOf([alone(2000, 101, 2)]), noise: laplace(1) } as const;
    expect(prepareCell(problem).model.exact).toBeUndefined();
  });
});

const pairs: readonly Pair[] = [
  alone(2000, 101, 6),
  ['county', '1', 'none', 2000, 96, 30],
  ['state', '1', 'none', 40_000, 2_006, 40],
  ['county', '2', 'A; B', 1000, 34, 10],
  ['AIAN', '0', 'A', 40, 5, 3],
  ['ANRC', '0', 'B', 300, 14, 4],
];
const TRIALS = 100_000;

/** How often each pair is covered when each count of each row has noise of its own, drawn once a trial. */
function frequencies(seed: bigint): Float64Array {
  const input = inputOf(pairs);
  const { apply } = decisionByName('language').pipeline('clip', input);
  const key = parseSeed(seed);
  const columns = Object.entries(input.counts);
  const noisy = Object.fromEntries(columns.map(([role, counts]) => [role, new Float64Array(counts.length)]));
  const draws = new Float64Array(columns.length * pairs.length);
  const outcome = new Float64Array(pairs.length);
  const yes = new Float64Array(pairs.length);
  for (let trial = 0; trial < TRIALS; trial++) {
    fillUnitLaplace(draws, key, 'test', trial);
    columns.forEach(([role, counts], k) => {
      const column = noisy[role] as Float64Array;
      counts.forEach((count, i) => {
        column[i] = count + 10 * (draws[k * pairs.length + i] as number);
      });
    });
    apply(noisy, outcome);
    outcome.forEach((answer, i) => {
      yes[i] = (yes[i] as number) + answer;
    });
  }
  return yes;
}

const claimed = (setting: Setting) => () => exact(pairs, setting).probability;
statisticalTest({
  id: 'fairness/language-coverage',
  subject: claimed({}),
  mutants: {
    'noise 10 % larger': claimed({ noise: laplace(11) }),
    'no state': claimed({ parameters: { clauses: { state: false } } }),
    'no native areas': claimed({ parameters: { clauses: { reservation: false } } }),
  },
  check: (claim, seed, falseAlarm): readonly Verdict[] => {
    const yes = frequencies(seed);
    return claim().map((probability, i) => {
      const { lower, upper } = binomialBand(TRIALS, probability, falseAlarm / pairs.length);
      return { statistic: yes[i] as number, lower, upper, what: `covered in ${TRIALS} trials, pair ${i}` };
    });
  },
});

describe('exact probability of coverage with noise of its own for each count', () => {
  const pairs: readonly Pair[] = [
    ['state', '1', 'none', 100_000, 5_200, 200],
    ['county', '1', 'none', 2_000, 101, 2],
    ['county', '1', 'none', 600, 30, 3],
    alone(2_000, 120, 2),
  ];
  const withNoise = (noiseOf: (role: string, entity: number) => ReturnType<typeof gaussian> | null, given = pairs) => {
    const decision = decisionByName('language', {});
    const { truth, model } = prepareCell({ decision, post: 'clip', input: inputOf(given), noise: laplace(1) });
    const { bias } = finish(model.exactWith?.(noiseOf) ?? { bias: truth.map(() => Number.NaN) });
    return [...truth.map((outcome, i) => outcome + (bias[i] as number))];
  };

  it('is that of common noise where all of it is alike', () => {
    const noise = gaussian(20);
    const same = exact(pairs, { noise }).probability;
    withNoise(() => noise).forEach((probability, i) => {
      expect(probability).toBeCloseTo(same[i] as number, 12);
    });
  });

  it('is the answer itself where there is none', () => {
    const decision = decisionByName('language', {});
    expect(withNoise(() => null)).toEqual([...decision.truth(inputOf(pairs))]);
  });

  it('is a difference of two tails where only one count is noisy', () => {
    // Of 2,000 citizens more than 100, and with 2 who are illiterate fewer than 2 / .0131.
    const [probability] = withNoise((role) => (role === 'lep' ? gaussian(20) : null), [alone(2_000, 120, 2)]);
    const { survival } = gaussian(20);
    expect(probability).toBeCloseTo(survival(100 - 120) - survival(2 / 0.0131 - 120), 12);
  });
});
