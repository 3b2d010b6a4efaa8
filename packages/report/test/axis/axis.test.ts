import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fitTicks,
  logScale,
  position,
  shortTick,
  signedScale,
  sizeScale,
  ticks,
  valueAt,
} from '../../src/axis/index.js';

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

describe('ticks', () => {
  it('are powers of ten of the unit shown, inside the axis and apart', () => {
    const budget = 16e9;
    const scale = signedScale([-0.07, 0.0004, 1e-7]);
    const found = ticks(scale, budget, 0.1, (value) => String(Math.round(value * budget)));
    expect(found.map((tick) => tick.label)).toContain('0');
    for (const { label } of found) expect(label).toMatch(/^(?:0|-?10*)$/);
    const places = found.map((tick) => position(scale, tick.value));
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(1);
    for (const [index, place] of places.slice(1).entries())
      expect(place - (places[index] as number)).toBeGreaterThanOrEqual(0.1);
  });

  it('end when the unit overflows', () => {
    expect(ticks(signedScale([1e150]), 1e200, 0.1, String).length).toBeLessThanOrEqual(1);
  });

  it('are written without spare zeros', () => {
    expect(['$1.00 million', '$100', '10.0\u202f%', '0.10', '1,000', '$10.0 billion'].map(shortTick)).toEqual([
      '$1 million',
      '$100',
      '10\u202f%',
      '0.1',
      '1,000',
      '$10 billion',
    ]);
  });
});

describe('fitted ticks', () => {
  it('stay inside the panel and apart, however long their labels', () => {
    fc.assert(
      fc.property(
        sizes,
        fc.integer({ min: 150, max: 620 }),
        fc.integer({ min: 1, max: 14 }),
        (values, width, length) => {
          const scale = sizeScale([0, ...values]);
          const fitted = fitTicks(
            ticks(scale, 1, 78 / width, () => 'x'.repeat(length)),
            scale,
            width,
          );
          const ends = fitted.map(({ value, align = 'center' }) => {
            const at = position(scale, value) * width - { left: 0, center: 0.5, right: 1 }[align] * length * 6.5;
            return [at, at + length * 6.5] as const;
          });
          for (const [left, right] of ends) {
            expect(left).toBeGreaterThanOrEqual(-8);
            expect(right).toBeLessThanOrEqual(width + 8);
          }
          for (const [index, [left]] of ends.slice(1).entries())
            expect(left).toBeGreaterThan((ends[index] as readonly number[])[1] as number);
          expect(fitted.some(({ value }) => value === 0)).toBe(true);
        },
      ),
    );
  });
});
