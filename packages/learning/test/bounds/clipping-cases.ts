import type { RandomStream } from '@dpfair/stats';

/** A step on all rows of two groups, from a random convex quadratic loss for each row. */
export interface ClippingCase {
  readonly norms: readonly [number, number];
  readonly shares: readonly [number, number];
  readonly bound: number;
  /** Clipping term of each group, from its definition. */
  readonly terms: readonly [number, number];
}

/**
 * Loss of row i: g_i' x + x' H_i x / 2 at x = 0, with a Hessian of rank one. Rows of the first group have long gradients, often
 * in one direction, so that the condition of the theorem is met often enough, and often only just.
 */
export function randomClippingCase(draws: RandomStream): ClippingCase {
  const size = 1 + draws.nextInteger(4);
  const rows = [2 + draws.nextInteger(8), 1 + draws.nextInteger(8)] as const;
  const n = rows[0] + rows[1];
  const shares = [rows[0] / n, rows[1] / n] as const;
  const bound = Math.exp(draws.nextGaussian());
  const common = vector(draws, size);
  // Lengths of the gradients of both groups, around what the condition asks for.
  const other = draws.nextUniform() < 0.3 ? 0 : bound * Math.exp(2 * draws.nextGaussian());
  const p = shares[0];
  const needed = (2.5 * bound + other * (1 + shares[1] + shares[1] ** 2 / 2)) / (p - (p * p) / 2);
  const lengths = [needed * Math.exp(0.4 - (draws.nextUniform() < 0.5 ? 0.5 : 2.5) * draws.nextUniform()), other];
  const spread = draws.nextUniform() < 0.5 ? 0.02 : 0.7;
  const gradients = rows.map((count, a) => {
    const towards = a === 0 ? common : draws.nextUniform() < 0.5 ? common.map((x) => -x) : vector(draws, size);
    return Array.from({ length: count }, () =>
      scaled(sum(scaled(towards, 1 / norm(towards)), scaled(vector(draws, size), spread)), lengths[a] as number),
    );
  });
  const bends = rows.map((count) => Array.from({ length: count }, () => vector(draws, size)));
  // A rank-one mean Hessian has at most its mean squared length as largest eigenvalue: the rate is safe.
  const largest = Math.max(...bends.map((group) => mean(group.map((b) => inner(b, b)))));
  const rate = (draws.nextUniform() < 0.5 ? 1 : draws.nextUniform()) / largest;
  const means = gradients.map((group) => meanVector(group));
  const clip = (g: readonly number[]) => scaled(g, Math.min(1, bound / norm(g)));
  const raw = meanVector(gradients.flat());
  const clipped = meanVector(gradients.flat().map(clip));
  const terms = means.map((g, a) => {
    const curvature = (v: readonly number[]) => mean((bends[a] as number[][]).map((b) => inner(b, v) ** 2));
    return rate * (inner(g, raw) - inner(g, clipped)) + (rate ** 2 / 2) * (curvature(clipped) - curvature(raw));
  }) as unknown as readonly [number, number];
  return { norms: [norm(means[0] as number[]), norm(means[1] as number[])], shares, bound, terms };
}

const vector = (draws: RandomStream, size: number) => Array.from({ length: size }, () => draws.nextGaussian());
const inner = (a: readonly number[], b: readonly number[]) =>
  a.reduce((total, x, j) => total + x * (b[j] as number), 0);
const norm = (a: readonly number[]) => Math.sqrt(inner(a, a));
const scaled = (a: readonly number[], by: number) => a.map((x) => x * by);
const sum = (a: readonly number[], b: readonly number[]) => a.map((x, j) => x + (b[j] as number));
const mean = (values: readonly number[]) => values.reduce((total, x) => total + x, 0) / values.length;
const meanVector = (rows: readonly (readonly number[])[]) =>
  scaled(
    rows.reduce((total, row) => sum(total, row)),
    1 / rows.length,
  );
