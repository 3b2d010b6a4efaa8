import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatDollars, formatNumber, formatPercent, formatPlain, formatShare } from '../../src/format/index.js';

const readable = /^(?!.*(?:NaN|Infinity|undefined|\de[+-]?\d)).+$/;

it('no format ever writes an exponent, NaN or Infinity', () => {
  fc.assert(
    fc.property(fc.double(), (value) => {
      for (const write of [formatNumber, formatDollars, formatPercent, formatShare, formatPlain]) {
        expect(write(value)).toMatch(readable);
      }
    }),
    { numRuns: 2000 },
  );
});
