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
    const style = { decimal: 'dot', ambiguousComma: true, ambiguousDot: false } as const;
    expect(parseNumber('1,500', style)).toBe('ambiguous-comma');
    expect(parseNumber('1500', style)).toBe(1500);
  });

  it.each(['1.210', '67.096', '-1.210', '1.210.000', '999.999', '38.235(r38235)'])(
    'takes the dots of %s for ambiguous where they may group thousands',
    (text) => {
      expect(parseNumber(text, { decimal: 'dot', ambiguousComma: false, ambiguousDot: true })).toBe('ambiguous-dot');
    },
  );

  it.each([
    ['0.125', 0.125],
    ['1210.000', 1210],
    ['12.5', 12.5],
    ['1.2100', 1.21],
    ['1.210e3', 1210],
    ['1,210.125', 1210.125],
  ])('takes %s for a decimal, however strict: %d', (text, value) => {
    expect(parseNumber(text, { decimal: 'dot', ambiguousComma: false, ambiguousDot: true })).toBe(value);
  });

  it.each([
    ['1.210', 1210],
    ['1.210.345,5', 1210345.5],
    ['1 210 345', 1210345],
    ['1\u00a0210,25', 1210.25],
    ['1\u202f210', 1210],
    ['1,210', 1.21],
    ['-0,5', -0.5],
    [',5', 0.5],
    ['1,5e3', 1500],
    ['1210', 1210],
    ['38.235(r38235)', 38235],
  ])('reads %j with a decimal comma as %d', (text, value) => {
    expect(parseNumber(text, { decimal: 'comma', ambiguousComma: false, ambiguousDot: false })).toBe(value);
  });

  it.each(['1.5', '12.34', '1,210.5', '1.210 345', '1,210,345', ',', '.5', '1  210'])(
    'finds no number in %j with a decimal comma',
    (text) => {
      expect(parseNumber(text, { decimal: 'comma', ambiguousComma: false, ambiguousDot: false })).toBe('not-a-number');
    },
  );

  it('reads back every finite double, also with commas every three digits', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.maxSafeInteger(), (value, whole) => {
        expect(parseNumber(String(value))).toBe(value + 0);
        expect(parseNumber(whole.toLocaleString('en-US'))).toBe(whole);
      }),
    );
  });

  it('reads back what a German or a French writer writes, with a decimal comma', () => {
    const style = { decimal: 'comma', ambiguousComma: false, ambiguousDot: false } as const;
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('de-DE', 'fr-FR', 'es-ES'), (whole, locale) => {
        expect(parseNumber(whole.toLocaleString(locale), style)).toBe(whole + 0);
      }),
    );
  });
});
