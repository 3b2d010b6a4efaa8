import type { Examples } from '@dpfair/result';
import { openStream, parseSeed } from '@dpfair/stats';

/** Three groups of unequal size and scale, labels from a logistic model whose weights fall from feature to feature. */
export function loansLike(rows: number, inputs: number, seed: number): Examples {
  const stream = openStream(parseSeed(seed), 'test', 7);
  const group = Int32Array.from({ length: rows }, (_, k) => (k % 10 < 6 ? 0 : k % 10 < 9 ? 1 : 2));
  const features = Float64Array.from({ length: rows * inputs }, (_, k) => {
    const own = group[Math.floor(k / inputs)] as number;
    return (1 + 0.5 * own) * stream.nextGaussian() + (k % inputs === 0 ? own : 0);
  });
  const target = Float64Array.from({ length: rows }, (_, row) => {
    let score = -0.3;
    for (let j = 0; j < inputs; j++) score += (features[row * inputs + j] as number) * (1.5 / (1 + j)) * (-1) ** j;
    return stream.nextUniform() < 1 / (1 + Math.exp(-score)) ? 1 : 0;
  });
  return {
    rows,
    features,
    featureNames: Array.from({ length: inputs }, (_, k) => `x${k}`),
    target,
    classNames: ['no', 'yes'],
    group,
    groupNames: ['a', 'b', 'c'],
  };
}

/** Mean loss, gradient and Hessian of logistic regression over the rows of a group, straight from the formulas. */
export function textbookLogistic(
  { rows, features, featureNames, target, group }: Examples,
  theta: Float64Array,
  of?: number,
) {
  const inputs = featureNames.length;
  const size = inputs + 1;
  const gradient = new Float64Array(size);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  let [loss, count] = [0, 0];
  for (let row = 0; row < rows; row++) {
    if (of !== undefined && group[row] !== of) continue;
    const x = [...features.subarray(row * inputs, (row + 1) * inputs), 1];
    const score = x.reduce((sum, value, j) => sum + value * (theta[j] as number), 0);
    const p = 1 / (1 + Math.exp(-score));
    const y = target[row] as number;
    loss -= Math.log(y === 1 ? p : 1 - p);
    count++;
    x.forEach((value, j) => {
      gradient[j] = (gradient[j] as number) + (p - y) * value;
      x.forEach((other, k) => {
        const line = hessian[j] as Float64Array;
        line[k] = (line[k] as number) + p * (1 - p) * value * other;
      });
    });
  }
  return {
    loss: loss / count,
    gradient: gradient.map((value) => value / count),
    hessian: hessian.map((line) => line.map((value) => value / count)),
  };
}

/** Largest eigenvalue of a positive semi-definite matrix, by squaring powers for long enough. */
export function powerIteration(matrix: readonly Float64Array[]): number {
  let vector = Float64Array.from(matrix, (_, k) => 1 + 0.1 * k);
  let value = 0;
  for (let step = 0; step < 5000; step++) {
    const next = Float64Array.from(matrix, (line) => line.reduce((sum, x, k) => sum + x * (vector[k] as number), 0));
    value = norm(next);
    vector = next.map((x) => x / value);
  }
  return value;
}

export const norm = (vector: Float64Array): number => Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
