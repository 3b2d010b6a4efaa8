import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Predicate, parseRule, settle } from '../../src/index.js';
import { ruleTest } from '../../src/rules/rule-test.js';

const answer = (predicate: Predicate | boolean, counts: Readonly<Record<string, number>>): boolean => {
  if (typeof predicate === 'boolean') return predicate;
  const outcome = new Float64Array(1);
  const columns = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Float64Array.of(value)]));
  ruleTest(predicate, {})(columns, outcome);
  return outcome[0] === 1;
};

describe('settling the known numbers of a rule', () => {
  it('puts them into the constant', () => {
    expect(settle(parseRule('poor > 0.02 * children + 3'), { children: 500 })).toEqual({
      kind: 'comparison',
      coefficients: { poor: 1 },
      constant: -13,
      strict: true,
    });
  });

  it.each([
    ['a > 1', 1, false],
    ['a >= 1', 1, true],
    ['not a > 1', 1, true],
    ['a > 1 and b > 5', 0, false],
    ['a > 1 or b > 5', 2, true],
    ['b > 5 and a > 1', 0, false],
    ['a > 1 xor a > 3', 2, true],
    ['a > 1 xor a > 3', 4, false],
  ])('%s is answered by a = %d', (rule, a, expected) => {
    expect(settle(parseRule(rule), { a })).toBe(expected);
  });

  it('leaves the answer as it is, for every rule over three comparisons and every count', () => {
    const words = fc.constantFrom('and', 'or', 'xor');
    const rule = fc
      .tuple(words, words, fc.constantFrom('', 'not '), fc.constantFrom('>', '>='), fc.boolean())
      .map(([first, second, no, sign, tight]) =>
        tight
          ? `(a ${sign} b ${first} ${no}b > 1) ${second} c + a < 3`
          : `a ${sign} b ${first} ${no}(b > 1 ${second} c + a < 3)`,
      );
    const count = fc.integer({ min: -2, max: 4 });
    fc.assert(
      fc.property(rule, count, count, count, (text, a, b, c) => {
        const predicate = parseRule(text);
        expect(answer(settle(predicate, { b }), { a, c })).toBe(answer(predicate, { a, b, c }));
        expect(answer(settle(predicate, { a, c }), { b })).toBe(answer(predicate, { a, b, c }));
      }),
    );
  });
});
