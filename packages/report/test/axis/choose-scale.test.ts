import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { effectScale, logScale, signedScale, sizeScale } from '../../src/axis/choose-scale.js';
import { position, valueAt } from '../../src/axis/scale.js';

const sizes = fc.array(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('scales', () => {
  it('hold every value between their ends', () => {
    fc.assert(
      fc.property(sizes, fc.boolean(), (values, flip) => {
        const signed = values.map((value, index) => (index % 2 === 0 && flip ? -value : value));
        for (const [scale, all] of [
          [signedScale(signed), signed],
          [sizeScale([...values, 0]), [...values, 0]],
          [logScale(values), values],
        ] as const) {
          for (const value of all) {
            expect(position(scale, value)).toBeGreaterThan(0);
            expect(position(scale, value)).toBeLessThan(1);
          }
        }
      }),
    );
  });

  it('invert themselves', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (values, at) => {
        for (const scale of [signedScale(values), sizeScale([0, ...values]), logScale(values)]) {
          expect(position(scale, valueAt(scale, at))).toBeCloseTo(at, 6);
        }
      }),
    );
  });

  it('give zeros their own place, a decade left of the smallest size', () => {
    const scale = sizeScale([0, 10, 1000]);
    // symmetric logarithm with constant 10 / 9: ln(1 + 9) to the smallest, ln(901) - ln(10) from there to the largest
    const ratio = Math.log(10) / (Math.log(901) - Math.log(10));
    const place = (value: number) => position(scale, value);
    expect((place(10) - place(0)) / (place(1000) - place(10))).toBeCloseTo(ratio, 9);
  });

  it('of effects are linear when their sizes span less than two decades, and hold the intervals', () => {
    const near = effectScale([-5, 0, 1, 99], [-7, 120]);
    expect(near.type).toBe('linear');
    // Equal lengths for equal differences.
    expect(position(near, 60) - position(near, 40)).toBeCloseTo(position(near, 0) - position(near, -20), 12);
    expect([position(near, -7) > 0, position(near, 120) < 1]).toEqual([true, true]);
    expect(effectScale([-1, 100], []).type).toBe('symlog');
    expect(effectScale([], []).domain).toEqual([-1, 1]);
  });

  it('survive nothing, zeros and single values', () => {
    for (const scale of [
      signedScale([]),
      signedScale([0]),
      sizeScale([]),
      sizeScale([0]),
      sizeScale([5]),
      logScale([]),
    ]) {
      expect(scale.domain[0]).toBeLessThan(scale.domain[1]);
    }
  });
});
