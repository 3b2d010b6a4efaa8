import { describe, expect, it } from 'vitest';
import { independent } from '../../src/fit/independence.js';

describe('independent vectors', () => {
  it('are the first that span all, whatever their units', () => {
    const a = Float64Array.of(1, 2, -1);
    const b = Float64Array.of(0, 1, 4);
    const both = a.map((own, i) => -1e9 * (own + (b[i] as number)));
    expect(independent([a, b, both])).toEqual([0, 1]);
    expect(independent([both, a, b])).toEqual([0, 1]);
    expect(independent([new Float64Array(3), a, a, b])).toEqual([1, 3]);
    expect(independent([a, b, Float64Array.of(0, 0, 1)])).toEqual([0, 1, 2]);
    expect(independent([])).toEqual([]);
  });
});
