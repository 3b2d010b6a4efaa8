import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizeScale } from '../../src/axis/choose-scale.js';
import { fitTicks } from '../../src/axis/fit-ticks.js';
import { position } from '../../src/axis/scale.js';
import { ticks } from '../../src/axis/ticks.js';

const sizes = fc.array(fc.double({ min: 1e-12, max: 1e12, noNaN: true }), { minLength: 1, maxLength: 30 });

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
            ticks(scale, 1, 78 / width, String).map((tick) => ({ ...tick, label: 'x'.repeat(length) })),
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
