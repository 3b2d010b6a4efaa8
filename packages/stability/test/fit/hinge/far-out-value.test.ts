import { describe, expect, it } from 'vitest';
import { fitStableFair, type StableFairProgram, type TrainingSet } from '../../../src/index.js';
import { numbers } from '../../small-sets.js';

const plain: StableFairProgram = {
  ...{ loss: 'hinge', fairness: { kind: 'none' }, stabilityWeight: 0, kernel: null, intercept: 'free' },
};
const setOf = (columns: readonly string[], features: readonly number[], labels: readonly number[]): TrainingSet => ({
  rows: labels.length,
  columns,
  features: Float64Array.from(features),
  labels: Int8Array.from(labels),
  groups: [],
});

/** Two columns from -1 to 1, but for one value; the same numbers as in far-out-value.py. */
function withFarOut(rows: number, far: number): TrainingSet {
  let state = 1;
  const draw = () => {
    state = (state * 16807) % 2147483647;
    return (2 * state) / 2147483647 - 1;
  };
  const features: number[] = [];
  const labels: number[] = [];
  for (let row = 0; row < rows; row++) {
    const [u, v] = [draw(), draw()];
    features.push(u, v);
    labels.push(2 * u + v + draw() > 0 ? 1 : -1);
  }
  features[2] = far;
  labels[1] = 1;
  return setOf(['u', 'v'], features, labels);
}

describe('a hinge program with one value far from all others', () => {
  it.each([
    [100, 999, 0.2248580881061048],
    [100, -999, 0.7457685700317297],
    [100, 1e5, 0.2248580881061048],
    [1000, 9999, 0.2974899284026411],
  ])('reaches the minimum that linear programming has: of %d rows one at %d', (rows, far, least) => {
    const fit = fitStableFair(withFarOut(rows, far), plain);
    expect(fit.ending).toBe('minimum');
    expect(fit.objective).toBeCloseTo(least, 8);
    expect(fit.iterations).toBeLessThan(150);
  });

  it('has used up its steps, where they are too few, and is not stuck', () => {
    expect(fitStableFair(withFarOut(100, 1e5), plain, { mostIterations: 20 }).ending).toBe('steps');
  });
});

describe('a hinge program of two columns that differ by a ten-thousandth', () => {
  // On x and (y - x) / 0.0001 it is the program on columns that are nothing like each other.
  it('has the minimum of the program on the difference', () => {
    for (let start = 1; start <= 20; start++) {
      const next = numbers(start);
      const rows = Array.from({ length: 60 }, () => [2 * next() - 1, 2 * next() - 1] as const);
      const labels = rows.map(([u, v]) => (u + v + 2 * next() - 1 > 0 ? 1 : -1));
      const fit = (features: readonly number[]) => fitStableFair(setOf(['x', 'y'], features, labels), plain);
      const alike = fit(rows.flatMap(([u, v]) => [u, u + 1e-4 * v]));
      expect(alike.ending).toBe('minimum');
      expect(alike.objective).toBeCloseTo(fit(rows.flat()).objective, 7);
    }
  });
});
