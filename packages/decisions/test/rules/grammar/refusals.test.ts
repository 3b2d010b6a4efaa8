import { DpfairError } from '@dpfair/result';
import { expect, it } from 'vitest';
import { parseRule } from '../../../src/rules/grammar/parse-rule.js';

const message = (rule: string): string => {
  try {
    parseRule(rule);
  } catch (error) {
    if (error instanceof DpfairError) return error.message;
    throw error;
  }
  return 'read';
};

it.each([
  ['x', 1, 'x', 'a comparison such as lep > 10'],
  ['x + 1 and y > 2', 1, 'x', 'a comparison such as lep > 10'],
  ['y > 2 xor x', 11, 'x', 'a comparison such as lep > 10'],
  ['not x', 5, 'x', 'a comparison such as lep > 10'],
  ['(x > 1) * 2 > 1', 1, '(', 'a sum of counts, not a question'],
  ['2 * (x > 1) > 1', 5, '(', 'a sum of counts, not a question'],
  ['2 + (x > 1) > 1', 5, '(', 'a sum of counts, not a question'],
  ['3 > (x > 1)', 5, '(', 'a sum of counts, not a question'],
  ['(x > 1) < 3', 1, '(', 'a sum of counts, not a question'],
  ['-(x > 1) > 3', 2, '(', 'a sum of counts, not a question'],
  ['x / y > z', 1, 'x', 'a ratio of counts on one side of a comparison with a number'],
  ['z > x / y', 5, 'x', 'a ratio of counts on one side of a comparison with a number'],
  ['z < x / y', 5, 'x', 'a ratio of counts on one side of a comparison with a number'],
  ['x / y >= z', 1, 'x', 'a ratio of counts on one side of a comparison with a number'],
  ['z >= x / y', 6, 'x', 'a ratio of counts on one side of a comparison with a number'],
  ['z <= x / y', 6, 'x', 'a ratio of counts on one side of a comparison with a number'],
  ['x / y < z', 1, 'x', 'a ratio of counts on one side of a comparison with a number'],
  ['x / y > x / y', 1, 'x', 'a ratio of counts on one side of a comparison with a number'],
  ['2 * (x / y) > 1', 5, '(', 'a ratio of counts on one side of a comparison with a number'],
  ['x > 1 < 2', 7, '<', 'one comparison; join two with and'],
  ['x >= 1 >= 2', 8, '>=', 'one comparison; join two with and'],
  ['x > 1 <= 2', 7, '<=', 'one comparison; join two with and'],
  ['x > 1 > 2', 7, '>', 'one comparison; join two with and'],
  ['y > 3 and 1 > 2', 11, '1', 'a comparison with at least one count'],
  ['x > 1e308 * 10', 1, 'x', 'numbers of ordinary size: a factor or a constant is out of range'],
  ['3 + x * y > 3', 9, 'y', 'a number: counts cannot be multiplied'],
  ['x / (1 - 1) > 3', 5, '(', 'a number other than 0'],
  ['x > 1e999', 5, '1e999', 'a finite number'],
  ['x > )', 5, ')', 'a count, a number or an opening parenthesis'],
  ['x > ', 5, 'the end', 'a count, a number or an opening parenthesis'],
  ['and', 1, 'and', 'a count, a number or an opening parenthesis'],
  ['(x > 1 2', 8, '2', 'a closing parenthesis'],
  ['((x > 1)', 9, 'the end', 'a closing parenthesis'],
  ['x > 1 )', 7, ')', 'the end of the rule, or and, or, xor'],
  ['x > 1 not y > 2', 7, 'not', 'the end of the rule, or and, or, xor'],
])('%s is refused at column %d for %s: %s', (rule, column, found, allowed) => {
  expect(message(rule)).toBe(`rule "${rule}", column ${column}: ${found} (allowed: ${allowed})`);
});

it('a rule of 2000 characters is read, one more is refused by its beginning', () => {
  const padded = (length: number) => `x > 1${' '.repeat(length - 5)}`;
  expect(message(padded(2000))).toBe('read');
  expect(message(padded(2001))).toBe(
    `rule "${padded(2001).slice(0, 40)}", column 2000: more (allowed: 2000 characters)`,
  );
});

it.each([
  ['1 / 4', 0.25],
  ['-2', -2],
  ['2 * 3', 6],
  ['(1 + 1)', 2],
])('a ratio may be compared with the number %s', (number, value) => {
  expect(parseRule(`x / y > ${number}`)).toEqual({
    kind: 'comparison',
    coefficients: { x: 1, y: -value },
    constant: 0,
    strict: true,
  });
});

it('a ratio on either side is multiplied out the same way', () => {
  const right = parseRule('0.5 < x / y');
  expect(right).toEqual(parseRule('x / y > 0.5'));
  expect(right).toEqual({ kind: 'comparison', coefficients: { x: 1, y: -0.5 }, constant: 0, strict: true });
  expect(parseRule('x / y <= 0.5')).toEqual({
    kind: 'comparison',
    coefficients: { x: -1, y: 0.5 },
    constant: 0,
    strict: false,
  });
  // A ratio of sums, and a number that is a sum.
  expect(parseRule('(x + 1) / (y + 2) >= 1 + 2')).toEqual({
    kind: 'comparison',
    coefficients: { x: 1, y: -3 },
    constant: -5,
    strict: false,
  });
});
