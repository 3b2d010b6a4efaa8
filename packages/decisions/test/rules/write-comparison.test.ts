import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/rules/grammar/parse-rule.js';
import { comparisonsOf } from '../../src/rules/predicate.js';
import { writeComparison } from '../../src/rules/write-comparison.js';

const written = (rule: string) => comparisonsOf(parseRule(rule)).map(writeComparison);

describe('a comparison as a rule of its own', () => {
  it('reads as people write it', () => {
    expect(written('(lep / citizens > 0.05 or lep > 10000) and illiterate / lep > 0.0131')).toEqual([
      'lep > 0.05 * citizens',
      'lep > 10000',
      'illiterate > 0.0131 * lep',
    ]);
    expect(written('x < 5 or x >= 0 or 2 * a - 3 * b + 4 <= c')).toEqual(['x < 5', 'x >= 0', 'c + 3 * b >= 2 * a + 4']);
  });

  it('is read back as the same comparison', () => {
    const factor = fc.oneof(fc.integer({ min: -50, max: 50 }), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
    const usable = (value: number) => value !== 0 && Math.abs(value) > 1e-9;
    const comparison = fc.record({
      kind: fc.constant('comparison' as const),
      coefficients: fc.dictionary(fc.constantFrom('a', 'b', 'cd_1'), factor.filter(usable), { minKeys: 1 }),
      constant: factor.filter((value) => value === 0 || usable(value)).map((value) => value || 0),
      strict: fc.boolean(),
    });
    fc.assert(
      fc.property(comparison, (one) => {
        const { constant, ...rest } = parseRule(writeComparison(one)) as typeof one;
        expect({ ...rest, constant: constant || 0 }).toEqual({ ...one, coefficients: { ...one.coefficients } });
      }),
    );
  });
});
