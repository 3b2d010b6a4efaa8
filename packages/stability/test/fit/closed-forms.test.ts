import { EigenvalueDecomposition, Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { fitStableFair, type Kernel, type StableFairProgram, type TrainingSet } from '../../src/index.js';
import { scoresOn } from '../by-definition.js';
import { smallSet } from '../small-sets.js';

const set = smallSet(25, 4);
const { rows } = set;
const width = set.columns.length;
const lambda = 0.07;
const ridge: StableFairProgram = {
  loss: 'squared',
  fairness: { kind: 'none' },
  stabilityWeight: lambda,
  kernel: null,
  intercept: 'none',
};
const labels = Matrix.columnVector([...set.labels]);
const features = Matrix.from1DArray(rows, width, [...set.features]);
const squaredDistances = Matrix.zeros(rows, rows).apply(function (this: Matrix, i, j) {
  this.set(
    i,
    j,
    features.getRow(i).reduce((sum, value, k) => sum + (value - features.get(j, k)) ** 2, 0),
  );
});

function expectScores(of: TrainingSet, program: StableFairProgram, expected: readonly number[], digits = 8): void {
  const fit = fitStableFair(of, program);
  expect(fit.converged).toBe(true);
  scoresOn(of, fit.classifier).forEach((score, row) => {
    expect(score).toBeCloseTo(expected[row] as number, digits);
  });
}

describe('squared loss', () => {
  it('with a linear classifier is ridge regression: (X X / n + lambda) w = X y / n', () => {
    const left = features.transpose().mmul(features).div(rows).add(Matrix.eye(width).mul(lambda));
    const weights = solve(left, features.transpose().mmul(labels).div(rows));
    expectScores(set, ridge, features.mmul(weights).to1DArray());
  });

  it.each<[Kernel, (square: number) => number]>([
    [{ kind: 'rbf', width: 2 }, (square) => Math.exp(-square / 4)],
    [{ kind: 'inverse-multiquadric', c: 1.5 }, (square) => 1 / Math.sqrt(square + 2.25)],
  ])('with the kernel %o is kernel ridge regression: a = inverse (K + n lambda) y', (kernel, value) => {
    const gram = squaredDistances.clone().apply(function (this: Matrix, i, j) {
      this.set(i, j, value(this.get(i, j)));
    });
    const coefficients = solve(gram.clone().add(Matrix.eye(rows).mul(rows * lambda)), labels);
    expectScores(set, { ...ridge, kernel }, gram.mmul(coefficients).to1DArray());
  });

  it('with a multiquadric kernel and a free constant solves the bordered system: (-K + n lambda) a + b = y, sum a = 0', () => {
    const bordered = Matrix.zeros(rows + 1, rows + 1).apply(function (this: Matrix, i, j) {
      if (i === rows || j === rows) this.set(i, j, i === j ? 0 : 1);
      else this.set(i, j, -Math.sqrt(squaredDistances.get(i, j) + 1) + (i === j ? rows * lambda : 0));
    });
    const found = solve(bordered, Matrix.columnVector([...set.labels, 0])).to1DArray();
    const expected = Array.from({ length: rows }, (_, i) =>
      found
        .slice(0, rows)
        .reduce((sum, a, j) => sum - a * Math.sqrt(squaredDistances.get(i, j) + 1), found[rows] as number),
    );
    expectScores(set, { ...ridge, kernel: { kind: 'multiquadric', c: 1 }, intercept: 'free' }, expected);
  });
});

describe('a kernel classifier', () => {
  it('is the linear classifier on coordinates whose inner products are the kernel', () => {
    const gram = squaredDistances.clone().apply(function (this: Matrix, i, j) {
      this.set(i, j, Math.exp(-this.get(i, j) / 9));
    });
    const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram, { assumeSymmetric: true });
    const roots = realEigenvalues.map((value) => Math.sqrt(Math.max(0, value)));
    const coordinates = eigenvectorMatrix.mmul(Matrix.diag(roots));
    const linear: TrainingSet = {
      ...set,
      columns: roots.map((_, k) => `coordinate ${k}`),
      features: Float64Array.from(coordinates.to1DArray()),
    };
    const program: StableFairProgram = {
      loss: 'logistic',
      fairness: { kind: 'covariance', bound: 0.01 },
      stabilityWeight: 0.01,
      kernel: null,
      intercept: 'penalised',
    };
    const expected = scoresOn(linear, fitStableFair(linear, program).classifier);
    expectScores(set, { ...program, kernel: { kind: 'rbf', width: 3 } }, expected, 5);
  });
});

describe('the multiquadric', () => {
  it('is positive on some coefficients and negative on those with sum 0, so that it is the norm of no space', () => {
    const gram = squaredDistances.clone().apply(function (this: Matrix, i, j) {
      this.set(i, j, Math.sqrt(this.get(i, j) + 1));
    });
    const centred = Matrix.eye(rows).sub(Matrix.ones(rows, rows).div(rows));
    const eigenvalues = (of: Matrix) => new EigenvalueDecomposition(of, { assumeSymmetric: true }).realEigenvalues;
    expect(eigenvalues(gram).filter((value) => value > 1e-9)).toHaveLength(1);
    expect(eigenvalues(gram).filter((value) => value < -1e-9)).toHaveLength(rows - 1);
    expect(Math.max(...eigenvalues(centred.mmul(gram).mmul(centred)))).toBeLessThan(1e-9);
  });

  it.each(['penalised', 'none'] as const)('is refused with an intercept that is %s', (intercept) => {
    const program: StableFairProgram = { ...ridge, kernel: { kind: 'multiquadric', c: 1 }, intercept };
    expect(() => fitStableFair(set, program)).toThrow(/multiquadric kernel: .*free/);
  });
});
