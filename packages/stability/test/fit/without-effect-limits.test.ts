import { describe, expect, it } from 'vitest';
import type { Design } from '../../src/design/design.js';
import { withoutEffect } from '../../src/fit/without-effect.js';
import { covariances } from '../../src/terms/covariances.js';
import { marginLoss } from '../../src/terms/losses.js';

/** Six rows, each with a parameter of its own, which is its score. */
const design: Design = {
  ...{ rows: 6, parameters: 6, width: 6, blockOf: null },
  ...{ starts: Int32Array.of(0, 1, 2, 3, 4, 5, 6), indices: Int32Array.of(0, 1, 2, 3, 4, 5) },
  ...{ values: new Float64Array(6).fill(1), shared: new Float64Array(6) },
};
const labels = Int8Array.of(1, 1, 1, -1, -1, 1);
const bound = 0.05;

interface Case {
  readonly fit: readonly number[];
  readonly plain: readonly number[];
  readonly price?: number;
  readonly multipliers?: readonly number[];
  readonly of?: readonly number[];
}

/** What is said of a fit, and how often the plain one was asked for. The covariance of halves is the sum of the last three less that of the others, over 12. */
function told({ fit, plain, price = 0, multipliers = [0], of = [0, 0, 0, 1, 1, 1] }: Case) {
  const values = ['a', 'b', 'c'].slice(0, Math.max(...of) + 1);
  const groups = [{ name: 'z', values, of: Int32Array.from(of) }];
  const columns = Array.from({ length: 6 }, (_, k) => `${k}`);
  const constraints = covariances({ rows: 6, columns, features: new Float64Array(36), labels, groups }, design);
  const problem = {
    ...{ design, norms: new Float64Array(6), squaredNorm: () => 0, hidden: false },
    classifier: (weights: Float64Array) => ({ kind: 'linear', weights, intercept: 0 }) as const,
  };
  let asked = 0;
  const flags = withoutEffect(
    constraints,
    'logistic',
    { problem, labels, loss: marginLoss('logistic', 0), stabilityWeight: 0, penalty: null },
    { normals: constraints.map(({ gradient }) => gradient), bound },
    {
      ...{ at: Float64Array.from(fit), value: 0.5 + price, multipliers: Float64Array.from(multipliers) },
      ...{ gradientNorm: 0, steps: 1, ended: 'minimum' },
    },
    'minimum',
    () => {
      asked++;
      return { at: Float64Array.from(plain), value: 0.5 };
    },
  );
  return { flags, asked };
}

// Sums 8.001 and 3; the last row, of class 1 for certain, goes from 5 to 9.401 to bring them within .6 of each other.
const base: Case = { fit: [4, 4, 0.001, -1, -1, 9.401], plain: [4, 4, 0.001, -1, -1, 5] };

describe('a bound that one far row meets', () => {
  it('has no effect where nothing else changes', () => {
    expect(told(base)).toEqual({ flags: [true], asked: 1 });
  });

  it('has one where a decision changes, other than between scores of 0 but for rounding', () => {
    expect(told({ ...base, plain: [4, 4, -0.001, -1, -1, 5] }).flags).toEqual([false]);
    const rounded = { fit: [4, 4.001, 0.00004, -1, -1, 9.40104], plain: [4, 4.001, -0.00004, -1, -1, 5] };
    expect(told(rounded).flags).toEqual([true]);
  });

  it('has one where it costs more than 1e-4 p (1 - p)', () => {
    expect(told({ ...base, price: 2.4e-5 }).flags).toEqual([true]);
    expect(told({ ...base, price: 2.6e-5 }).flags).toEqual([false]);
  });

  it('is met by the others where their scores go most of the way', () => {
    const fit = [1.8, 1.799, 0.001, -1, -1, 5];
    expect(told({ fit, plain: base.plain }).flags).toEqual([false]);
  });

  it('is none that the plain fit breaks where mean scores hardly differ by more than it allows', () => {
    expect(told({ fit: [1.806, 1.805, 0.001, -1, -1, 5.012], plain: [1.806, 1.805, 0.001, -1, -1, 5] }).flags).toEqual([
      false,
    ]);
    expect(told({ fit: [1.83, 1.829, 0.001, -1, -1, 5.06], plain: [1.83, 1.829, 0.001, -1, -1, 5] }).flags).toEqual([
      true,
    ]);
  });
});

describe('the fit without constraints', () => {
  it('is made only where constraints hardly pull, whichever of dependent multipliers are given', () => {
    expect(told({ ...base, multipliers: [0.019] }).asked).toBe(1);
    expect(told({ ...base, multipliers: [0.021] })).toEqual({ flags: [false], asked: 0 });
    const three = { ...base, of: [0, 0, 1, 1, 2, 2], fit: [1, 1, 1, 1, 1, 1.15 + 1e-9] };
    expect(told({ ...three, multipliers: [1024, 1024, 1024] }).asked).toBe(0);
    const held = { ...three, fit: [1, 1, 1, 1, 1, 1.45] };
    expect(told({ ...held, multipliers: [1024, 1024, 1024] }).asked).toBe(1);
    expect(told({ ...held, multipliers: [1024, 1024, 0] }).asked).toBe(0);
  });

  it('is not made where all constraints have room', () => {
    expect(told({ ...base, fit: [4, 4, 0.001, -1, -1, 9.5] })).toEqual({ flags: [false], asked: 0 });
  });
});
