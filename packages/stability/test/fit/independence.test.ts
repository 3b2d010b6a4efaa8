import { describe, expect, it } from 'vitest';
import { orthonormal, withoutParts } from '../../src/fit/independence.js';

describe('what is left of a vector', () => {
  it('is of length 1 and at right angles to the others', () => {
    const [first] = orthonormal([Float64Array.of(3, 4)]);
    expect([...(first as Float64Array)]).toEqual([0.6, 0.8]);
    const rest = withoutParts(Float64Array.of(1, 0), [Float64Array.of(0.6, 0.8)]) as Float64Array;
    expect(rest[0]).toBeCloseTo(0.8, 14);
    expect(rest[1]).toBeCloseTo(-0.6, 14);
  });

  it('is nothing where the others give it, whatever its units', () => {
    const a = Float64Array.of(1, 2, -1);
    const b = Float64Array.of(0, 1, 4);
    const both = a.map((own, i) => -1e9 * (own + (b[i] as number)));
    expect(orthonormal([a, b, both])).toHaveLength(2);
    expect(orthonormal([a, both, b])).toHaveLength(2);
    expect(orthonormal([a, new Float64Array(3)])).toHaveLength(1);
    expect(withoutParts(both, orthonormal([a, b]))).toBeNull();
  });
});
