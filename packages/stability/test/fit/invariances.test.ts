import { describe, expect, it } from 'vitest';
import { type Fit, fitStableFair, type StableFairProgram, type TrainingSet } from '../../src/index.js';
import { scoresOn } from '../by-definition.js';
import { pickRows, smallSet } from '../small-sets.js';

const set = smallSet(30, 9);
const base: StableFairProgram = {
  loss: 'logistic',
  fairness: { kind: 'covariance', bound: 0.02 },
  stabilityWeight: 0.05,
  kernel: null,
  intercept: 'penalised',
};
const programs: [string, StableFairProgram][] = [
  ['covariance', base],
  ['mutual information', { ...base, fairness: { kind: 'mutual-information', weight: 1 } }],
  ['rate logs', { ...base, fairness: { kind: 'rate-logs', weight: 0.1 } }],
  ['squared loss', { ...base, loss: 'squared' }],
  ['hinge', { ...base, loss: 'hinge' }],
  ['radial kernel', { ...base, kernel: { kind: 'rbf', width: 3 } }],
  ['multiquadric kernel', { ...base, kernel: { kind: 'multiquadric', c: 1 }, intercept: 'free' }],
];

function expectSame(set: TrainingSet, a: Fit, b: Fit): void {
  expect(a.converged && b.converged).toBe(true);
  expect(a.objective).toBeCloseTo(b.objective, 7);
  const other = scoresOn(set, b.classifier);
  scoresOn(set, a.classifier).forEach((score, row) => {
    expect(score).toBeCloseTo(other[row] as number, 4);
  });
}

describe.each(programs)('a solution with %s', (_, program) => {
  const fit = fitStableFair(set, program);

  it('does not change when every row comes twice', () => {
    const rows = Array.from({ length: 2 * set.rows }, (_, k) => k % set.rows);
    expectSame(set, fit, fitStableFair(pickRows(set, rows), program));
  });

  it('does not depend on the order of rows', () => {
    const rows = Array.from({ length: set.rows }, (_, k) => (7 * k + 3) % set.rows);
    expectSame(set, fit, fitStableFair(pickRows(set, rows), program));
  });

  it('does not depend on the names and order of groups', () => {
    const [sex, region] = set.groups as [TrainingSet['groups'][0], TrainingSet['groups'][0]];
    const swapped = {
      ...set,
      groups: [
        { name: 'area', values: ['w', 'nowhere', 's', 'n'], of: region.of.map((value) => [3, 2, 0][value] as number) },
        { name: 'gender', values: ['m', 'f'], of: sex.of.map((value) => 1 - value) },
      ],
    };
    const other = fitStableFair(swapped, program);
    expect(other.objective).toBeCloseTo(fit.objective, 7);
    const found = scoresOn(swapped, other.classifier);
    scoresOn(set, fit.classifier).forEach((score, row) => {
      expect(score).toBeCloseTo(found[row] as number, 4);
    });
  });

  it('gives minus the scores for swapped labels, where the program treats both classes alike', () => {
    const swapped = { ...set, labels: set.labels.map((label) => -label) };
    const other = fitStableFair(swapped, program);
    const minus = scoresOn(set, other.classifier).map((score) => -score);
    const alike = program.fairness.kind !== 'rate-logs';
    const largest = Math.max(
      ...scoresOn(set, fit.classifier).map((score, row) => Math.abs(score - (minus[row] as number))),
    );
    if (alike) expect(largest).toBeLessThan(1e-4);
    else expect(largest).toBeGreaterThan(1e-2);
  });
});
