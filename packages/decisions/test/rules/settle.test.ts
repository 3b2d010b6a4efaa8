import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holdsGiven, type Predicate, parseRule, settle } from '../../src/index.js';
import { ruleDistance } from '../../src/rules/rule-distance.js';
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

describe('five hundred joined comparisons', () => {
  // Longer than any rule that is read: x is at least 1, 2, ..., 500, joined from the left.
  const steps: readonly Predicate[] = Array.from({ length: 500 }, (_, k) => ({
    kind: 'comparison',
    coefficients: { x: 1, y: 0.5 },
    constant: -(k + 1),
    strict: false,
  }));
  const joined = (kind: 'and' | 'or' | 'xor') => steps.reduce((left, right) => ({ kind, left, right }));

  it('are asked, settled and measured like two', () => {
    for (const x of [0, 1, 37, 499, 500]) {
      const answers = steps.map((_, k) => x >= k + 1);
      for (const [kind, expected] of [
        ['and', x >= 500],
        ['or', x >= 1],
        ['xor', x % 2 === 1],
      ] as const) {
        expect(holdsGiven(joined(kind), answers)).toBe(expected);
        expect(answer(joined(kind), { x, y: 0 })).toBe(expected);
        expect(settle(joined(kind), { x, y: 0 })).toBe(expected);
        expect(answer(settle(joined(kind), { y: 0 }), { x })).toBe(expected);
      }
      const columns = { x: Float64Array.of(x), y: Float64Array.of(0) };
      const distance = (kind: 'and' | 'or') => ruleDistance(joined(kind), columns, (name) => (name === 'x' ? 2 : 0))[0];
      expect(distance('and')).toBe((x - 500) / 2);
      expect(distance('or')).toBe((x - 1) / 2);
    }
  });
});
