import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNumber } from '../../src/roles/parse-number.js';

describe('parseNumber', () => {
  it.each([
    ['0', 0],
    ['33,897', 33897],
    ['1,234,567.5', 1234567.5],
    ['-1,234', -1234],
    ['+7', 7],
    ['1e3', 1000],
    ['2.5E-1', 0.25],
    ['.5', 0.5],
    ['5.', 5],
    ['007', 7],
    ['38235(r38235)', 38235],
    ['38,235 (r38235)', 38235],
    ['9007199254740993', 9007199254740992],
    ['1e-400', 0],
  ])('reads %s as %d', (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it('reads minus zero as zero', () => {
    expect(Object.is(parseNumber('-0'), 0)).toBe(true);
  });

  it.each([
    ['', 'blank'],
    ['1e400', 'too-large'],
    ['-1e400', 'too-large'],
    ...[
      'NaN',
      'inf',
      'Infinity',
      '-',
      '.',
      'e5',
      '1e',
      '0x10',
      '1_000',
      '1 000',
      '12,34',
      '1,2345',
      ',123',
      '1,234e2',
      '$5',
      '5%',
    ].map((text) => [text, 'not-a-number']),
    ...['−5', '١٢', '1.2.3', '(r5)', '5(r5)(r6)', '5(x5)', 'null', '=1'].map((text) => [text, 'not-a-number']),
  ])('finds no number in %j: %s', (text, fault) => {
    expect(parseNumber(text)).toBe(fault);
  });

  it('takes a comma for ambiguous where it may be a decimal point', () => {
    expect(parseNumber('1,500', true)).toBe('ambiguous');
    expect(parseNumber('1500', true)).toBe(1500);
  });

  it('reads back every finite double, also with commas every three digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger(), (value, whole) => {
        expect(parseNumber(String(value))).toBe(value + 0);
        expect(parseNumber(whole.toLocaleString('en-US'))).toBe(whole);
      }),
    );
  });
});
