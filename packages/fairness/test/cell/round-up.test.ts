import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundUp } from '../../src/cell/round-up.js';

it('keeps two digits, the next higher ones', () => {
  expect([0, 1e-14, 1.2345e-14, 9.99e-9, 0.1, 1].map(roundUp)).toEqual([0, 1e-14, 1.3e-14, 1e-8, 0.1, 1]);
});

it('is never less than the error, and at most a tenth more', () => {
  const error = fc.double({ min: 1e-290, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(error, (value) => {
      expect(roundUp(value)).toBeGreaterThanOrEqual(value);
      expect(roundUp(value)).toBeLessThanOrEqual(value * 1.1001);
      expect(
        String(roundUp(value))
          .replace(/e.*/, '')
          .replace(/^0\.0*|\.|0+$/g, '').length,
      ).toBeLessThanOrEqual(2);
    }),
  );
});
