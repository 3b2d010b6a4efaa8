import { stableEndings } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { type Fit, fitStableFair, type StableFairProgram, scores, type TrainingSet } from '../../src/index.js';
import { smallSet } from '../small-sets.js';

const set = smallSet(30, 2);
const plain: StableFairProgram = {
  loss: 'logistic',
  fairness: { kind: 'none' },
  stabilityWeight: 0,
  kernel: null,
  intercept: 'free',
};
const fair: StableFairProgram = { ...plain, fairness: { kind: 'covariance', bound: 0.1 }, stabilityWeight: 0.1 };
const column = (values: readonly number[], labels: readonly number[]): TrainingSet => ({
  rows: values.length,
  columns: ['x'],
  features: Float64Array.from(values),
  labels: Int8Array.from(labels),
  groups: [{ name: 'z', values: ['a', 'b'], of: Int32Array.from(values, (_, row) => row % 2) }],
});

describe('a covariance constraint without a stability term', () => {
  // x follows the group; one row, of the group with the larger x, has a column of its own and is of class -1.
  const values = Array.from({ length: 80 }, (_, row) => (row % 2) * 2 + ((row * 7) % 10) / 3);
  const labels = values.map((x, row) => (x + ((row * 3) % 7) / 2 > 3.2 ? 1 : -1));
  const without = column(values, labels);
  const marked: TrainingSet = {
    ...column([...values, 3, 3], [...labels, -1, 1]),
    columns: ['x', 'mark'],
    features: Float64Array.from([...values, 3, 3].flatMap((x, row) => [x, row === 81 ? 0 : row === 80 ? 1 : 0])),
    groups: [
      { name: 'z', values: ['a', 'b'], of: Int32Array.from({ length: 82 }, (_, row) => (row < 80 ? row % 2 : 1)) },
    ],
  };
  const bounded: StableFairProgram = { ...fair, fairness: { kind: 'covariance', bound: 0.05 } };
  const priceOf = (set: TrainingSet, stabilityWeight: number) =>
    fitStableFair(set, { ...bounded, stabilityWeight }).objective -
    fitStableFair(set, { ...plain, stabilityWeight }).objective;

  it('costs nothing where one row can be scored without end, and leaves all others as they were', () => {
    expect(priceOf(without, 0)).toBeGreaterThan(0.01);
    expect(priceOf(marked, 0)).toBeLessThan(1e-6);
    const [fitted, free] = [bounded, plain].map((program) => fitStableFair(marked, { ...program, stabilityWeight: 0 }));
    const others = marked.features.subarray(0, 160);
    const [found, wanted] = [fitted, free].map((fit) => scores((fit as Fit).classifier, others, 80, 2, []));
    found?.forEach((score, k) => {
      expect(score).toBeCloseTo(wanted?.[k] as number, 3);
    });
    expect((fitted as Fit).constraintSlack).toBeGreaterThan(-1e-9);
  });

  it('costs what it costs without that row as soon as scores have a price', () => {
    expect(priceOf(marked, 0.001)).toBeGreaterThan(0.5 * priceOf(without, 0.001));
  });
});

describe('data that a classifier separates', () => {
  const separable = column([0, 1, 2, 3, 4, 5], [-1, -1, -1, 1, 1, 1]);
  it('have no logistic fit at lambda 0, which ends and says so', () => {
    const fit = fitStableFair(separable, plain);
    expect(fit).toMatchObject({ converged: false, ending: 'separated' });
    expect(fit.iterations).toBeLessThan(60);
    expect(stableEndings[fit.ending]).toMatch(/separates/);
  });

  it('have one with any stability term, and of the other losses', () => {
    expect(fitStableFair(separable, { ...plain, stabilityWeight: 1e-4 }).ending).toBe('minimum');
    expect(fitStableFair(separable, { ...plain, loss: 'squared' }).ending).toBe('minimum');
    const hinge = fitStableFair(separable, { ...plain, loss: 'hinge' });
    expect(hinge.ending).toBe('minimum');
    expect(hinge.objective).toBeCloseTo(0, 6);
  });

  it('have one where a constraint forbids to separate them', () => {
    // Group b holds the larger x: a covariance of 0.1 bounds the slope.
    const z = { name: 'z', values: ['a', 'b'], of: Int32Array.of(0, 0, 0, 1, 1, 1) };
    const fit = fitStableFair({ ...separable, groups: [z] }, { ...fair, stabilityWeight: 0 });
    expect(fit.ending).toBe('minimum');
    expect(fit.constraintSlack).toBeCloseTo(0, 9);
  });

  it('in part count as converged, and are named', () => {
    // Whoever has the second column is of class 1; without it x decides, with errors.
    const partly: TrainingSet = {
      ...column([0, 1, 2, 3, 1, 2], [-1, 1, -1, 1, 1, 1]),
      columns: ['x', 'mark'],
      features: Float64Array.of(0, 0, 1, 0, 2, 0, 3, 0, 1, 1, 2, 1),
    };
    const fit = fitStableFair(partly, plain);
    expect(fit).toMatchObject({ converged: true, ending: 'partly-separated' });
    expect(stableEndings[fit.ending]).toMatch(/without end/);
    // What is left is the fit of the four rows without the mark.
    const rest = fitStableFair(column([0, 1, 2, 3], [-1, 1, -1, 1]), plain);
    const found = scores(fit.classifier, Float64Array.of(0, 0, 3, 0), 2, 2, []);
    scores(rest.classifier, Float64Array.of(0, 3), 2, 1, []).forEach((score, k) => {
      expect(found[k]).toBeCloseTo(score, 4);
    });
  });
});

describe('a column that holds one value', () => {
  it('changes nothing beside a free intercept', () => {
    const features = new Float64Array(set.rows * 5);
    for (let row = 0; row < set.rows; row++) {
      features.set(set.features.subarray(row * 4, row * 4 + 4), row * 5);
      features[row * 5 + 4] = 3;
    }
    const wider = { ...set, columns: [...set.columns, 'everybody'], features };
    expect(fitStableFair(wider, fair).objective).toBeCloseTo(fitStableFair(set, fair).objective, 10);
  });
});

describe('a combination of groups without rows', () => {
  it('has weights of 0', () => {
    const z = {
      name: 'z',
      values: ['a', 'never', 'b'],
      of: Int32Array.from({ length: set.rows }, (_, row) => 2 * (row % 2)),
    };
    const program: StableFairProgram = { ...fair, fairness: { kind: 'mutual-information', weight: 1 } };
    const { classifier, converged } = fitStableFair({ ...set, groups: [z] }, program);
    expect(converged).toBe(true);
    if (classifier.kind !== 'by-group') throw new Error(classifier.kind);
    expect([...(classifier.weights[1] as Float64Array)]).toEqual([0, 0, 0, 0]);
    expect(classifier.weights[2]?.some((weight) => weight !== 0)).toBe(true);
  });
});

describe('a classifier with weights of its own for each group', () => {
  const program: StableFairProgram = { ...fair, fairness: { kind: 'mutual-information', weight: 1 } };
  const ofGroups = (groups: number): TrainingSet => ({
    ...set,
    groups: [
      {
        name: 'town',
        values: Array.from({ length: groups }, (_, town) => `town ${town}`),
        of: Int32Array.from({ length: set.rows }, (_, row) => row % 2),
      },
    ],
  });
  it('is refused where its weights are too many to divide by their Hessian', () => {
    // 4 columns and an intercept for each of 601 groups.
    expect(() => fitStableFair(ofGroups(601), program)).toThrow(
      /3005 \(601 groups, 5 weights each\) \(allowed: at most 3000/,
    );
    expect(fitStableFair(ofGroups(20), program).converged).toBe(true);
  });
});

describe('what is not allowed', () => {
  const with_ = (change: Partial<TrainingSet>): TrainingSet => ({ ...set, ...change });
  const one = new Int32Array(set.rows);
  it.each<[string, TrainingSet, StableFairProgram, RegExp]>([
    ['one class', with_({ labels: new Int8Array(set.rows).fill(-1) }), fair, /labels: all -1 .*both classes/],
    ['a label of 0', with_({ labels: set.labels.with(3, 0) }), fair, /entity 4: label: 0 \(allowed: 1 or -1\)/],
    [
      'one group',
      with_({ groups: [{ name: 'z', values: ['a', 'b'], of: one }] }),
      fair,
      /group column z: all rows are a/,
    ],
    ['no groups', with_({ groups: [] }), fair, /group columns: 0/],
    [
      'a group that is none',
      with_({ groups: [{ name: 'z', values: ['a'], of: one.with(2, 1) }] }),
      fair,
      /entity 3: z: 1/,
    ],
    [
      'nothing that varies',
      with_({ features: new Float64Array(set.rows * 4).fill(2) }),
      fair,
      /every one holds a single value/,
    ],
    [
      'a feature that is no number',
      with_({ features: set.features.with(9, Number.NaN) }),
      fair,
      /entity 3: years: NaN/,
    ],
    ['too few features', with_({ features: set.features.slice(1) }), fair, /features: 119 \(allowed: 120\)/],
    ['a negative lambda', set, { ...fair, stabilityWeight: -1 }, /lambda: -1/],
    [
      'a bound below 0',
      set,
      { ...fair, fairness: { kind: 'covariance', bound: -0.1 } },
      /bound of the covariance: -0.1/,
    ],
    [
      'an endless weight',
      set,
      { ...fair, fairness: { kind: 'rate-logs', weight: Number.POSITIVE_INFINITY } },
      /fairness term: Infinity/,
    ],
    ['a kernel without width', set, { ...fair, kernel: { kind: 'rbf', width: 0 } }, /width of the kernel: 0/],
    ['one row', with_({ rows: 1 }), fair, /rows: 1/],
  ])('%s is refused by name', (_, data, program, message) => {
    expect(() => fitStableFair(data, program)).toThrow(message);
  });

  it('includes scores of rows that do not fit the classifier', () => {
    const { classifier } = fitStableFair(set, fair);
    expect(() => scores(classifier, new Float64Array(6), 2, 3, [])).toThrow(/columns to score: 3 \(allowed: 4\)/);
    expect(() => scores(classifier, new Float64Array(6), 2, 4, [])).toThrow(/features to score: 6 \(allowed: 8\)/);
    const byGroup = fitStableFair(set, { ...fair, fairness: { kind: 'mutual-information', weight: 1 } }).classifier;
    expect(() => scores(byGroup, new Float64Array(8), 2, 4, [])).toThrow(
      /combinations of group values: 1 \(allowed: 6\)/,
    );
  });
});

describe('a fit that may not take enough steps', () => {
  it('is a result that says so', () => {
    const fit = fitStableFair(set, fair, { mostIterations: 1 });
    expect(fit).toMatchObject({ converged: false, ending: 'steps', iterations: 1 });
    expect(fit.gradientNorm).toBeGreaterThan(1e-7);
  });
});
