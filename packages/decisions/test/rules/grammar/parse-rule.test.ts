import { DpfairError } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../../src/rules/grammar/parse-rule.js';
import { comparisonsOf, holdsGiven, namesOf, type Predicate } from '../../../src/rules/predicate.js';

/** Whether a rule holds for true counts, from the definition of its parts. */
const holds = (predicate: Predicate, counts: Readonly<Record<string, number>>): boolean =>
  holdsGiven(
    predicate,
    comparisonsOf(predicate).map(({ coefficients, constant, strict }) => {
      const value = Object.entries(coefficients).reduce(
        (sum, [name, c]) => sum + c * (counts[name] as number),
        constant,
      );
      return strict ? value > 0 : value >= 0;
    }),
  );

describe('rules', () => {
  it('the rule of Section 203 in the published papers', () => {
    const rule = parseRule('(lep / citizens > 0.05 or lep > 10000) and illiterate / lep > 0.0131');
    expect(namesOf(rule)).toEqual(['lep', 'citizens', 'illiterate']);
    expect(comparisonsOf(rule)).toEqual([
      { kind: 'comparison', coefficients: { lep: 1, citizens: -0.05 }, constant: 0, strict: true },
      { kind: 'comparison', coefficients: { lep: 1 }, constant: -10000, strict: true },
      { kind: 'comparison', coefficients: { illiterate: 1, lep: -0.0131 }, constant: 0, strict: true },
    ]);
    expect(holds(rule, { lep: 101, citizens: 2000, illiterate: 2 })).toBe(true);
    expect(holds(rule, { lep: 100, citizens: 2000, illiterate: 2 })).toBe(false);
    expect(holds(rule, { lep: 10_001, citizens: 2_000_000, illiterate: 132 })).toBe(true);
    expect(holds(rule, { lep: 0, citizens: 0, illiterate: 0 })).toBe(false);
  });

  it('strictness is what was written, in both directions', () => {
    for (const [rule, below, at, above] of [
      ['x > 5', false, false, true],
      ['x >= 5', false, true, true],
      ['x < 5', true, false, false],
      ['x <= 5', true, true, false],
      ['5 < x', false, false, true],
      ['5 >= x', true, true, false],
      ['x / y > 0.5', false, false, true],
      ['0.5 >= x / y', true, true, false],
    ] as const) {
      expect(
        [4, 5, 6].map((x) => holds(parseRule(rule), { x, y: 10 })),
        rule,
      ).toEqual([below, at, above]);
    }
  });

  it('and binds tighter than xor, xor tighter than or, not tightest', () => {
    const truth = [false, true];
    for (const a of truth)
      for (const b of truth)
        for (const c of truth) {
          const counts = { a: Number(a), b: Number(b), c: Number(c) };
          const say = (rule: string) => holds(parseRule(rule.replace(/\b[abc]\b/g, '$& > 0')), counts);
          expect(say('a or b and c')).toBe(a || (b && c));
          expect(say('a or b xor c')).toBe(a || b !== c);
          expect(say('a xor b and c')).toBe(a !== (b && c));
          expect(say('not a and b')).toBe(!a && b);
          expect(say('not (a and b) or c')).toBe(!(a && b) || c);
          expect(say('a xor b xor c')).toBe((a !== b) !== c);
        }
  });

  it('arithmetic is that of linear forms', () => {
    const [form] = comparisonsOf(parseRule('2 * (x - 3) / 4 + -y - x * 0.25 < (1 + 1) * 3e1'));
    expect(form).toEqual({ kind: 'comparison', coefficients: { x: -0.25, y: 1 }, constant: 61.5, strict: true });
  });

  it('the words may be in capitals, the names of counts are as they are written', () => {
    expect(parseRule('Lep > 1 AND NOT lep > 2 Or x > 3')).toEqual(parseRule('Lep > 1 and not lep > 2 or x > 3'));
    expect(namesOf(parseRule('Lep > 1 and lep > 2'))).toEqual(['Lep', 'lep']);
  });

  it('a count may have any name', () => {
    const rule = parseRule('constructor + __proto__ > 2 * toString');
    expect(namesOf(rule).toSorted()).toEqual(['__proto__', 'constructor', 'toString']);
    expect(Object.entries(comparisonsOf(rule)[0]?.coefficients ?? {})).toContainEqual(['toString', -2]);
  });

  it.each([
    ['x', 1, /a comparison such as/],
    ['x >', 4, /a count, a number/],
    ['x > 5 and', 10, /a count, a number/],
    ['x > 5 or y', 10, /a comparison such as/],
    ['x > y > z', 7, /join two with and/],
    ['x * y > 3', 5, /cannot be multiplied/],
    ['x / y > z', 1, /ratio of counts on one side/],
    ['x / y + 1 > 2', 1, /ratio of counts on one side/],
    ['x / 0 > 1', 5, /other than 0/],
    ['1 > 2', 1, /at least one count/],
    ['1e300 * x * 1e300 > 620', 1, /out of range/],
    ['x > 1e308 * 10', 1, /out of range/],
    ['1e-100 * x > 1', 1, /out of range/],
    ['x - x > 2', 1, /at least one count/],
    ['x > 5 y', 7, /the end of the rule/],
    ['(x > 5', 7, /a closing parenthesis/],
    ['x > $5', 5, /names, numbers/],
    ['x == 5', 3, /names, numbers/],
    ['x > 1e999', 5, /a finite number/],
    ['', 1, /a count, a number/],
    ['(x > 1) + 2 > 1', 1, /a sum of counts/],
    ['x > 1; process', 6, /names, numbers/],
  ])('%s is refused at column %d', (rule, column, allowed) => {
    expect(() => parseRule(rule)).toThrow(DpfairError);
    expect(() => parseRule(rule)).toThrow(new RegExp(`column ${column}:`));
    expect(() => parseRule(rule)).toThrow(allowed);
  });

  it('whatever is typed is read or refused, never anything else', () => {
    const piece = fc.constantFrom(
      'x',
      'y',
      '3',
      '.5',
      '1e9',
      '(',
      ')',
      '>',
      '>=',
      '<',
      '+',
      '-',
      '*',
      '/',
      'and',
      'or',
      'xor',
      'not',
      '$',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        try {
          const names = namesOf(parseRule(pieces.join(' ')));
          expect(names.length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(DpfairError);
        }
      }),
      { numRuns: 20_000 },
    );
  });

  it('nesting is read up to 100 parentheses, not and signs inside one another, and refused beyond at the place', () => {
    const parentheses = (depth: number) => `${'('.repeat(depth)}x > 1${')'.repeat(depth)}`;
    expect(parseRule(parentheses(100)).kind).toBe('comparison');
    expect(() => parseRule(parentheses(101))).toThrow(/column 101: \( \(allowed: up to 100 parentheses/);
    expect(() => parseRule(parentheses(990))).toThrow(DpfairError);
    expect(holds(parseRule(`${'not '.repeat(100)}x > 1`), { x: 2 })).toBe(true);
    expect(() => parseRule(`${'not '.repeat(101)}x > 1`)).toThrow(/column 401: not/);
    expect(holds(parseRule(`${'-'.repeat(100)}x > 1`), { x: 2 })).toBe(true);
    expect(() => parseRule(`${'-'.repeat(101)}x > 1`)).toThrow(/column 101: -/);
    expect(() => parseRule(`not ${'('.repeat(60)}${'-'.repeat(40)}x > 1`)).toThrow(/column 104: -/);
  });

  it('what stands side by side is not nested', () => {
    const rule = Array.from({ length: 150 }, () => '(x > 1)').join(' or ');
    expect(comparisonsOf(parseRule(rule))).toHaveLength(150);
  });

  it('too long a rule is refused', () => {
    expect(() => parseRule(`x > ${'1'.repeat(3_000)}`)).toThrow(/2000 characters/);
  });

  it('a ratio of nothing to nothing is above or below no share, and at least and at most every share', () => {
    const nothing = { x: 0, y: 0 };
    expect(holds(parseRule('x / y > 0.05'), nothing)).toBe(false);
    expect(holds(parseRule('x / y < 0.05'), nothing)).toBe(false);
    expect(holds(parseRule('x / y >= 0.05'), nothing)).toBe(true);
    expect(holds(parseRule('x / y <= 0.05'), nothing)).toBe(true);
  });

  it.each([
    ['lep / -citizens > 0.05', 7, '-'],
    ['lep / (citizens - everyone) > 0.05', 7, '\\('],
    ['0.05 < lep / (citizens - 10)', 14, '\\('],
    ['lep / (2 - citizens) > 0.05', 7, '\\('],
  ])('%s is refused at column %d: its denominator may be negative', (rule, column, found) => {
    expect(() => parseRule(rule)).toThrow(
      new RegExp(`column ${column}: ${found} \\(allowed: a denominator of counts and numbers that are added`),
    );
  });

  it('a denominator may be a sum of counts and numbers, whatever way it is written', () => {
    expect(parseRule('lep / (citizens + everyone + 10) > 0.5')).toEqual(
      parseRule('lep > 0.5 * citizens + 0.5 * everyone + 5'),
    );
    expect(parseRule('lep / -(-citizens) > 0.5')).toEqual(parseRule('lep > 0.5 * citizens'));
  });
});
