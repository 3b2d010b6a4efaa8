import { describe, expect, it } from 'vitest';
import { fitStableFair, type StableFairProgram, scores, type TrainingSet } from '../../src/index.js';
import { numbers } from '../small-sets.js';

const ROWS = 500;
const next = numbers(11);
const own = Array.from({ length: ROWS }, () => ({ x: 4 * next() - 2, u: next(), group: next() < 0.4 ? 1 : 0 }));
const labels = Int8Array.from(own, ({ x, u, group }) => (x + 2 * u + group + 3 * (next() - 0.5) > 1.2 ? 1 : -1));
const groups = [{ name: 'z', values: ['a', 'b'], of: Int32Array.from(own, ({ group }) => group) }];

/** The ordinary column x beside others. */
const beside = (...others: ((row: (typeof own)[number]) => number)[]): TrainingSet => ({
  rows: ROWS,
  columns: ['x', ...others.map((_, j) => `other ${j}`)],
  features: Float64Array.from(own.flatMap((row) => [row.x, ...others.map((of) => of(row))])),
  labels,
  groups,
});
const scoresOf = (set: TrainingSet, program: StableFairProgram): Float64Array => {
  const fit = fitStableFair(set, program);
  expect([fit.ending, fit.iterations < 100]).toEqual(['minimum', true]);
  return scores(fit.classifier, set.features, ROWS, set.columns.length, groups);
};
/** Scores agree, but for what rounding leaves of a large column. */
const expectAlike = (found: Float64Array, wanted: Float64Array, digits = 4) => {
  found.forEach((score, row) => {
    expect(score).toBeCloseTo(wanted[row] as number, digits);
  });
};

const fairnesses: StableFairProgram['fairness'][] = [
  { kind: 'none' },
  { kind: 'covariance', bound: 0.02 },
  { kind: 'mutual-information', weight: 1 },
  { kind: 'rate-logs', weight: 0.1 },
];
const programs = (lambdas: number[], intercepts: StableFairProgram['intercept'][]) =>
  fairnesses.flatMap((fairness) =>
    lambdas.flatMap((stabilityWeight) =>
      intercepts.map((intercept): [string, number, string, StableFairProgram] => {
        const program: StableFairProgram = { loss: 'logistic', fairness, stabilityWeight, intercept, kernel: null };
        return [fairness.kind, stabilityWeight, intercept, program];
      }),
    ),
  );

describe('a large column beside an ordinary one', () => {
  it('leaves the ordinary one its weight', () => {
    const program: StableFairProgram = {
      ...{ loss: 'logistic', fairness: { kind: 'none' }, stabilityWeight: 0, kernel: null, intercept: 'penalised' },
    };
    const weightOfX = (set: TrainingSet) => {
      const { classifier } = fitStableFair(set, program);
      return classifier.kind === 'linear' ? (classifier.weights[0] as number) : Number.NaN;
    };
    const alone = weightOfX(beside());
    expect(alone).toBeGreaterThan(1);
    for (const value of [1e8, 1e12]) expect(weightOfX(beside(() => value))).toBeCloseTo(alone, 6);
  });

  it.each(programs([0], ['penalised', 'free']))(
    'is the same as a centred one: %s, lambda %d, intercept %s',
    (...[, , , program]) => {
      const centred = scoresOf(
        beside(({ u }) => u),
        program,
      );
      expectAlike(
        scoresOf(
          beside(({ u }) => 1e9 + u),
          program,
        ),
        centred,
      );
      expectAlike(
        scoresOf(
          beside(({ u }) => 1.6e12 + 1e7 * u),
          program,
        ),
        centred,
      );
    },
  );

  it.each(programs([0.01], ['free']))(
    'is the same as a centred one: %s, lambda %d, intercept %s',
    (...[, , , program]) => {
      expectAlike(
        scoresOf(
          beside(({ u }) => 1e9 + u),
          program,
        ),
        scoresOf(
          beside(({ u }) => u),
          program,
        ),
      );
      expectAlike(
        scoresOf(
          beside(() => 1e12),
          program,
        ),
        scoresOf(beside(), program),
        5,
      );
    },
  );

  // Where the intercept has a price a large column is an intercept without one, and what varies in it is out of reach: its weight would have
  // to be made up for by an intercept of a billion.
  it.each(programs([0.01], ['penalised']))('is a free intercept: %s, lambda %d, intercept %s', (...[, , , program]) => {
    const wanted = scoresOf(beside(), { ...program, intercept: 'free' });
    for (const value of [1e8, 1e12])
      expectAlike(
        scoresOf(
          beside(() => value),
          program,
        ),
        wanted,
        5,
      );
    expectAlike(
      scoresOf(
        beside(({ u }) => 1e9 + u),
        program,
      ),
      wanted,
      5,
    );
  });

  it('keeps its own weight where it differs between groups that have weights of their own', () => {
    const program: StableFairProgram = {
      loss: 'logistic',
      fairness: { kind: 'mutual-information', weight: 1 },
      stabilityWeight: 0,
      kernel: null,
      intercept: 'free',
    };
    expectAlike(
      scoresOf(
        beside(({ u, group }) => 1e9 * group + u),
        program,
      ),
      scoresOf(
        beside(({ u }) => u),
        program,
      ),
    );
  });

  // Two columns around 1e9 together are an intercept at no price, and beside it their difference is all that they hold: as one column it has the
  // length of both, so it is divided by the root of 2.
  it.each(
    fairnesses.flatMap((fairness) =>
      (['penalised', 'none'] as const).flatMap((intercept) =>
        (fairness.kind === 'mutual-information'
          ? (['logistic'] as const)
          : (['logistic', 'hinge', 'squared'] as const)
        ).map((loss) => [loss, fairness.kind, intercept, fairness] as const),
      ),
    ),
  )('beside another such is used for what they differ by: %s, %s, intercept %s', (loss, _, intercept, fairness) => {
    const program: StableFairProgram = { loss, fairness, stabilityWeight: 0.01, kernel: null, intercept };
    const v = (x: number) => (10 * x) % 1;
    const two = beside(
      ({ u }) => 1e9 + u,
      ({ x }) => 1e9 + v(x),
    );
    const difference = beside(({ u, x }) => (u - v(x)) / Math.SQRT2);
    const [found, wanted] = [fitStableFair(two, program), fitStableFair(difference, { ...program, intercept: 'free' })];
    expect([found.ending, wanted.ending]).toEqual(['minimum', 'minimum']);
    expect(found.objective).toBeCloseTo(wanted.objective, 6);
    const [ours, theirs] = [
      scores(found.classifier, two.features, ROWS, 3, groups),
      scores(wanted.classifier, difference.features, ROWS, 2, groups),
    ];
    ours.forEach((score, row) => {
      expect(score).toBeCloseTo(theirs[row] as number, 4);
    });
  });

  it('that varies by a seven-thousandth of its mean is resolved as it is', () => {
    const program: StableFairProgram = {
      ...{ loss: 'logistic', fairness: { kind: 'none' }, stabilityWeight: 0.01, kernel: null, intercept: 'penalised' },
    };
    const years = beside(
      ({ u }) => 2020 + u,
      ({ x }) => 2020 + ((10 * x) % 1),
    );
    expect(fitStableFair(years, program).ending).toBe('minimum');
  });
});
