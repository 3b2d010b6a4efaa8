import { expect, test } from 'vitest';
import { allotmentCurvature, curvatureBias, decisionByName, hessian, sumConstraintBias } from '../../src/index.js';

const counts = Float64Array.of(10, 40, 25, 80, 5);
const weights = Float64Array.of(1, 1.5, 0.8, 1.2, 3);
const input = { counts: { count: counts }, fixed: { weight: weights } };
const shares = (x: Float64Array) =>
  decisionByName('allotment').truth({ counts: { count: x }, fixed: { weight: weights } });

/** Central differences of the shares, Richardson-extrapolated: the step's error is of fourth order. */
function differences(entity: number, j: number, l: number): number {
  const at = (step: number) => {
    const value = (a: number, b: number) => {
      const moved = counts.slice();
      moved[j] = (moved[j] as number) + a * step;
      moved[l] = (moved[l] as number) + b * step;
      return shares(moved)[entity] as number;
    };
    return (value(1, 1) - value(1, -1) - value(-1, 1) + value(-1, -1)) / (4 * step * step);
  };
  return (4 * at(0.05) - at(0.1)) / 3;
}

test('every element of the Hessian of every share is its second difference', () => {
  for (let i = 0; i < counts.length; i++) {
    const matrix = hessian(allotmentCurvature, input, i);
    const scale = Math.max(...matrix.map(Math.abs));
    for (let j = 0; j < counts.length; j++) {
      for (let l = 0; l < counts.length; l++) {
        expect(Math.abs((matrix[j * counts.length + l] as number) - differences(i, j, l))).toBeLessThan(1e-6 * scale);
        expect(matrix[j * counts.length + l]).toBeCloseTo(matrix[l * counts.length + j] as number, 15);
      }
    }
  }
});

test('trace, sum and product are those of the matrix', () => {
  const vector = Float64Array.of(3, -1, 0.5, 2, 7);
  const traces = allotmentCurvature.trace(input);
  const sums = allotmentCurvature.sum(input);
  for (let i = 0; i < counts.length; i++) {
    const matrix = hessian(allotmentCurvature, input, i);
    const element = (j: number, l: number) => matrix[5 * j + l] as number;
    const indices = [0, 1, 2, 3, 4];
    expect(traces[i]).toBeCloseTo(
      indices.reduce((sum, j) => sum + element(j, j), 0),
      15,
    );
    expect(sums[i]).toBeCloseTo(
      matrix.reduce((a, b) => a + b, 0),
      15,
    );
    const product = allotmentCurvature.product(input, i, vector);
    for (const j of indices) {
      expect(product[j]).toBeCloseTo(
        indices.reduce((sum, l) => sum + element(j, l) * (vector[l] as number), 0),
        14,
      );
    }
  }
});

test('with equal weights a known total takes the whole curvature away', () => {
  const plain = { counts: { count: counts }, fixed: {} };
  const raw = curvatureBias(allotmentCurvature, plain, 9);
  const kept = sumConstraintBias(allotmentCurvature, plain, 9);
  raw.forEach((bias, i) => {
    expect(Math.abs(bias + (kept[i] as number))).toBeLessThan(1e-15 * Math.abs(bias));
  });
});

test('the bias under a known total is half the trace of Hessian times covariance, unequal weights', () => {
  const total = sumConstraintBias(allotmentCurvature, input, 9);
  const raw = curvatureBias(allotmentCurvature, input, 9);
  for (let i = 0; i < counts.length; i++) {
    const matrix = hessian(allotmentCurvature, input, i);
    let expected = 0;
    for (let j = 0; j < 5; j++) {
      for (let l = 0; l < 5; l++) expected += 0.5 * 9 * (matrix[5 * j + l] as number) * (Number(j === l) - 1 / 5);
    }
    expect((raw[i] as number) + (total[i] as number)).toBeCloseTo(expected, 14);
  }
});

test('a full matrix of too many entities is refused', () => {
  const many = { counts: { count: new Float64Array(2_001).fill(1) }, fixed: {} };
  expect(() => hessian(allotmentCurvature, many, 0)).toThrow(RangeError);
});
