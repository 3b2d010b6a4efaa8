import { describe, expect, it } from 'vitest';
import { type Fit, fitStableFair, type Kernel, type StableFairProgram, type TrainingSet } from '../../src/index.js';
import { covariancesByDefinition, scoresOn } from '../by-definition.js';
import { numbers, smallSet } from '../small-sets.js';

const program: StableFairProgram = {
  ...{
    loss: 'logistic',
    fairness: { kind: 'covariance', bound: 0.05 },
    stabilityWeight: 0,
    kernel: null,
    intercept: 'free',
  },
};
const losses = ['logistic', 'hinge', 'squared'] as const;
const flags = ({ constraints }: Fit) => constraints.map(({ withoutEffect }) => withoutEffect);

/**
 * Rows whose x follows the group, both classes at any x. The last `marked` rows have columns of their own that nobody else has: the last one is of the
 * last group, where x is largest, and of class -1, the one before it of the first group and of class 1.
 */
function people(rows: number, marked: 0 | 1 | 2, groups: 2 | 3, start: number): TrainingSet {
  const next = numbers(start);
  const of = Int32Array.from({ length: rows }, (_, row) => row % groups);
  const features = new Float64Array(3 * rows);
  const labels = new Int8Array(rows);
  for (let row = 0; row < rows; row++) {
    const x = (2 * (of[row] as number)) / (groups - 1) + 3 * next();
    features.set([x, 0, 0], 3 * row);
    labels[row] = x + 4 * (next() - 0.5) > 2.5 ? 1 : -1;
  }
  if (marked > 0) {
    features.set([3, 1, 0], 3 * (rows - 1));
    labels[rows - 1] = -1;
    of[rows - 1] = groups - 1;
  }
  if (marked > 1) {
    features.set([2, 0, 1], 3 * (rows - 2));
    labels[rows - 2] = 1;
    of[rows - 2] = 0;
  }
  const values = ['a', 'b', 'c'].slice(0, groups);
  return { rows, columns: ['x', 'mark', 'other mark'], features, labels, groups: [{ name: 'z', values, of }] };
}

describe('a covariance that is met by rows whose scores cost nothing', () => {
  it.each(
    ([2, 3] as const).flatMap((groups) =>
      losses.flatMap((loss) => [1, 2, 3].map((start) => [loss, groups, start] as const)),
    ),
  )(
    'is told as one without effect, and others are scored as without it: %s, %d groups, set %d',
    (loss, groups, start) => {
      const set = people(150, groups === 2 ? 1 : 2, groups, start);
      const fit = fitStableFair(set, { ...program, loss });
      const plain = fitStableFair(set, { ...program, loss, fairness: { kind: 'none' } });
      const price = fit.objective - plain.objective;
      if (loss === 'squared') {
        // It costs what it costs.
        expect(flags(fit).some(Boolean)).toBe(false);
        expect(price).toBeGreaterThan(0.01);
        return;
      }
      expect(flags(fit).some(Boolean)).toBe(true);
      expect(price).toBeLessThan(1e-5);
      const [found, wanted] = [scoresOn(set, fit.classifier), scoresOn(set, plain.classifier)];
      // A hinge program may have many minima; what is lost on others is the same.
      const lossOf = (all: number[]) =>
        all.slice(0, 148).reduce((sum, score, row) => sum + Math.max(0, 1 - (set.labels[row] as number) * score), 0);
      if (loss === 'hinge') expect(lossOf(found)).toBeCloseTo(lossOf(wanted), 4);
      else for (let row = 0; row < 148; row++) expect(found[row]).toBeCloseTo(wanted[row] as number, 2);
    },
  );

  it.each(losses)('has its effect with a stability term, and without that row: %s', (loss) => {
    const priced = fitStableFair(people(150, 1, 2, 1), { ...program, loss, stabilityWeight: 1e-3 });
    expect(flags(priced)).toEqual([false]);
    expect(priced.constraints[0]?.multiplier).toBeGreaterThan(0.05);
    for (const groups of [2, 3] as const)
      expect(flags(fitStableFair(people(150, 0, groups, 1), { ...program, loss })).some(Boolean)).toBe(false);
  });

  it('is told however the search ends: the hinge at a minimum, the logistic out of steps too', () => {
    const set = people(150, 1, 2, 2);
    expect(fitStableFair(set, { ...program, loss: 'hinge' })).toMatchObject({
      ending: 'minimum',
      constraints: [{ withoutEffect: true }],
    });
    const { iterations } = fitStableFair(set, program);
    expect(fitStableFair(set, program, { mostIterations: iterations - 1 })).toMatchObject({
      ending: 'steps',
      constraints: [{ withoutEffect: true }],
    });
  });

  it.each<[StableFairProgram['loss'], Kernel]>(
    (['logistic', 'hinge'] as const).flatMap((loss) =>
      (
        [
          { kind: 'rbf', width: 1 },
          { kind: 'inverse-multiquadric', c: 1 },
          { kind: 'multiquadric', c: 1 },
        ] as const
      ).map((kernel): [StableFairProgram['loss'], Kernel] => [loss, kernel]),
    ),
  )('is told of kernels, where a row lies far out: %s, %o', (loss, kernel) => {
    const set = people(150, 1, 2, 3);
    // Four places that hold both classes, and one row at 50.
    const features = Float64Array.from(set.features, (value, at) => (at % 3 === 0 ? Math.floor(value) : 0));
    features[3 * 149] = 50;
    const labels = set.labels.map((label, row) => (row < 149 && row % 7 === 0 ? -label : label));
    const far = { ...set, features, labels };
    const fit = fitStableFair(far, { ...program, loss, kernel });
    expect(flags(fit)).toEqual([true]);
    const near = { ...far, rows: 149, features: features.slice(0, 447), labels: labels.slice(0, 149) };
    const group = {
      ...(far.groups[0] as TrainingSet['groups'][number]),
      of: far.groups[0]?.of.slice(0, 149) as Int32Array,
    };
    expect(flags(fitStableFair({ ...near, groups: [group] }, { ...program, loss, kernel }))).toEqual([false]);
  });
});

/** Numbers about normal. */
const normals = (start: number) => {
  const next = numbers(start);
  return () => Array.from({ length: 12 }, next).reduce((sum, own) => sum + own, -6);
};

const ofTwo = (of: Int32Array) => [{ name: 'z', values: ['a', 'b'], of }];

/** Group a has v about 1.5, b about -1.5, labels follow both columns; in row 1 u is a code for a missing value. */
function withCode(start: number): TrainingSet {
  const [rows, next] = [100, normals(start)];
  const features = Float64Array.from({ length: 2 * rows }, (_, at) => next() + (at % 2) * (at % 4 === 1 ? 1.5 : -1.5));
  const labels = Int8Array.from({ length: rows }, (_, row) =>
    2 * (features[2 * row] as number) + (features[2 * row + 1] as number) + next() >= 0 ? 1 : -1,
  );
  features.set([999999, -1.5], 2);
  labels[1] = 1;
  return { rows, columns: ['u', 'v'], features, labels, groups: ofTwo(Int32Array.from(labels, (_, row) => row % 2)) };
}

/** Ten rows of b among many of a, which are all that v tells apart; of the first v is 12. */
function withFew(start: number): TrainingSet {
  const [rows, next] = [10_000, normals(start)];
  const features = new Float64Array(2 * rows);
  const labels = new Int8Array(rows);
  for (let row = 0; row < rows; row++) {
    const isFew = row < 10;
    const u = next() - (isFew ? 1 : 0);
    const v = row === 0 ? 12 : isFew ? next() - 0.8 : 0;
    features.set([u, v], 2 * row);
    labels[row] = row === 0 || 2 * u + v + next() > 0 ? 1 : -1;
  }
  const of = Int32Array.from(labels, (_, row) => (row < 10 ? 1 : 0));
  return { rows, columns: ['u', 'v'], features, labels, groups: ofTwo(of) };
}

/** The program, without its bound too, and in how many decisions they differ. */
function beside(set: TrainingSet, bounded: StableFairProgram) {
  const fit = fitStableFair(set, bounded);
  const plain = fitStableFair(set, { ...bounded, fairness: { kind: 'none' } });
  const [found, wanted] = [scoresOn(set, fit.classifier), scoresOn(set, plain.classifier)];
  const changed = found.filter((score, row) => score >= 0 !== (wanted[row] as number) >= 0).length;
  return { fit, found, wanted, changed, price: fit.objective - plain.objective };
}

describe('a constraint that far rows meet at the cost of others', () => {
  it.each([0, 1e-3])('has an effect: a code for a missing value in a column that all use, lambda %d', (lambda) => {
    for (const start of [1, 2, 3]) {
      const { fit, changed, price } = beside(withCode(start), {
        ...{ ...program, fairness: { kind: 'covariance', bound: 0.1 }, stabilityWeight: lambda },
      });
      expect(changed).toBeGreaterThan(10);
      expect(price).toBeGreaterThan(0.1);
      // A unit of score has no price, since the far row has so many of them.
      expect(Math.abs(fit.constraints[0]?.multiplier as number)).toBeLessThan(1e-3);
      expect(flags(fit)).toEqual([false]);
    }
  });

  it('has an effect on a group of ten, of whom some are decided otherwise, however little that is of the whole', () => {
    let changes = 0;
    for (const start of [1, 2, 3, 4, 5]) {
      const { fit, changed, price } = beside(withFew(start), {
        ...program,
        fairness: { kind: 'covariance', bound: 2e-4 },
      });
      expect(price).toBeLessThan(0.05);
      if (changed === 0) continue;
      changes++;
      expect(flags(fit)).toEqual([false]);
    }
    expect(changes).toBeGreaterThan(1);
  });
});

describe('a hinge program of twelve rows', () => {
  it.each([0, 1e-9])(
    'has a bound without effect where one row alone meets it, at any margin beyond 1: lambda %d',
    (stabilityWeight) => {
      let [near, told] = [0, 0];
      for (let start = 1; start <= 40; start++) {
        const set = people(12, 1, 2, start);
        const { fit, found, wanted, price } = beside(set, { ...program, loss: 'hinge', stabilityWeight });
        const same = found.slice(0, 11).every((score, row) => Math.abs(score - (wanted[row] as number)) < 1e-4);
        // What the bound allows were the marked row at its corner, in plain scores.
        const [cornered] = covariancesByDefinition(set, [...wanted.slice(0, 11), -1])[0] as [number];
        const isFree = same && price < 1e-6 && Math.abs(cornered) > 0.06;
        if (isFree) {
          told++;
          expect(found[11]).toBeLessThan(-1);
          if ((found[11] as number) > -10) near++;
          expect(flags(fit), `set ${start}`).toEqual([true]);
        }
        if (!same && price > 1e-4) expect(flags(fit)).toEqual([false]);
      }
      expect(told).toBeGreaterThan(15);
      expect(near).toBeGreaterThan(5);
    },
  );

  it('has none where the marked row meets no bound: everyone has one score, and the bound is 0', () => {
    const set = people(12, 1, 3, 12);
    const { fit, found } = beside(set, { ...program, loss: 'hinge', fairness: { kind: 'covariance', bound: 0 } });
    for (const score of found) expect(score).toBeCloseTo(-1, 3);
    expect(flags(fit)).not.toContain(true);
  });
});

describe('a bound of 0 with three groups', () => {
  it.each(['logistic', 'hinge'] as const)(
    'is told to have no effect whichever multipliers its dependent constraints have: %s',
    (loss) => {
      for (const start of [1, 2, 3, 4, 5, 6]) {
        const set = people(150, 2, 3, start);
        const { fit, changed, price } = beside(set, { ...program, loss, fairness: { kind: 'covariance', bound: 0 } });
        expect(price).toBeLessThan(1e-5);
        expect(changed).toBe(0);
        expect(flags(fit)).toContain(true);
      }
    },
  );
});

describe('an honest constraint', () => {
  it('is never told to be without effect, whatever its bound, program and price', () => {
    let held = 0;
    for (let start = 1; start <= 12; start++) {
      for (const loss of losses) {
        for (const bound of [0, 0.01, 0.1]) {
          for (const stabilityWeight of [0, 0.01]) {
            const fit = fitStableFair(smallSet(80, start), {
              ...{ loss, fairness: { kind: 'covariance', bound }, stabilityWeight, kernel: null, intercept: 'free' },
            });
            if ((fit.constraintSlack as number) < 1e-6) held++;
            expect(flags(fit)).not.toContain(true);
          }
        }
      }
    }
    expect(held).toBeGreaterThan(150);
  });

  it.each([
    [2, 0.03],
    [3, 0],
  ] as const)(
    'is none where far scores are what meets it, and have a price as all others have: %d groups, bound %d',
    (groups, bound) => {
      // One row of the first group and of class 1 far out in x, whose weight all rows share; of three groups two more columns that tell them apart.
      const set = people(150, 0, groups, 1);
      set.features[0] = 120;
      set.labels[0] = 1;
      const next = numbers(2);
      for (let row = 0; row < 150 && groups === 3; row++) {
        set.features[3 * row + 1] = (row % 3 === 0 ? 1 : 0) + next();
        set.features[3 * row + 2] = (row % 3 === 1 ? 1 : 0) + next();
      }
      const fit = fitStableFair(set, { ...program, fairness: { kind: 'covariance', bound } });
      const found = scoresOn(set, fit.classifier);
      expect(found[0]).toBeGreaterThan(20);
      // Taken as 10 they would break it.
      const near = covariancesByDefinition(
        set,
        found.map((score) => Math.min(10, score)),
      )[0] as number[];
      for (const value of near) expect(Math.abs(value)).toBeGreaterThan(bound + 0.01);
      const prices = fit.constraints.map(({ multiplier }) => Math.abs(multiplier));
      expect(Math.max(...prices)).toBeGreaterThan(0.01);
      // Of three groups the third follows from the others, and needs no price of its own.
      if (groups === 3) expect(Math.min(...prices)).toBeLessThan(1e-6);
      expect(flags(fit)).not.toContain(true);
    },
  );

  it('is none at next to no price either, where the bound is hardly below what the plain fit has', () => {
    const set = smallSet(80, 4);
    const free = fitStableFair(set, { ...program, fairness: { kind: 'covariance', bound: 10 } });
    const covariance = Math.max(...free.constraints.map((one) => Math.abs(one.covariance)));
    const fit = fitStableFair(set, { ...program, fairness: { kind: 'covariance', bound: covariance - 1e-5 } });
    const [largest] = fit.constraints.filter((one) => one.multiplier !== 0);
    expect(Math.abs(largest?.multiplier as number)).toBeLessThan(1e-3);
    expect(flags(fit)).not.toContain(true);
  });
});
