import { describe, expect, it } from 'vitest';
import { sizeDeciles } from '../../src/cell/size-deciles.js';

describe('deciles of size', () => {
  it('of 100 entities hold ten each, with the quantiles of type 7', () => {
    const truth = Float64Array.from({ length: 100 }, (_, i) => i + 1);
    const [first, ...rest] = sizeDeciles(
      truth,
      truth.map((size) => size * size),
    );
    // The fractions of the smallest tenth are 1 to 10: type 7 gives 1.9, 5.5 and 9.1.
    expect(first).toMatchObject({ entities: 10, smallest: 1, largest: 10, median: 5.5 });
    expect(first?.low).toBeCloseTo(1.9, 12);
    expect(first?.high).toBeCloseTo(9.1, 12);
    expect(rest).toHaveLength(9);
    expect(rest.at(-1)).toMatchObject({ decile: 10, smallest: 91, largest: 100 });
  });

  it('leave out entities whose truth is zero, and are none below twenty', () => {
    const truth = Float64Array.from({ length: 25 }, (_, i) => Math.max(0, i - 4));
    expect(sizeDeciles(truth, truth).reduce((sum, tenth) => sum + tenth.entities, 0)).toBe(20);
    expect(sizeDeciles(truth.slice(0, 24), truth.slice(0, 24))).toEqual([]);
  });

  it('do not depend on the order of the input', () => {
    const truth = Float64Array.from({ length: 60 }, (_, i) => ((i * 37) % 61) + 1);
    const bias = truth.map((size) => Math.sin(size));
    expect(sizeDeciles(truth.toReversed(), bias.toReversed())).toEqual(sizeDeciles(truth, bias));
  });
});
