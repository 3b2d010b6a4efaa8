import {
  cleanText,
  cutName,
  formatBeside,
  formatConfidence,
  formatDollars,
  formatFold,
  formatInterval,
  formatNumber,
  formatOdds,
  formatPercent,
  formatPlain,
  formatScaledShare,
  formatShare,
  formatWhole,
  MISSING,
  readableProse,
  shareScale,
} from '@dpfair/report';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const readable = /^(?!.*(?:NaN|Infinity|undefined|\de[+-]?\d)).+$/;

describe('numbers', () => {
  it.each([
    [0, '0'],
    [27.44, '27.4'],
    [-0.0243, '−0.0243'],
    [5, '5.00'],
    [999.7, '1,000'],
    [25_882, '25,900'],
    [999_950, '1.00 million'],
    [27_412_000, '27.4 million'],
    [-1.234e9, '−1.23 billion'],
    [4.5e13, '45.0 trillion'],
    [1e-7, 'less than 0.000001'],
    [-1e-9, 'between −0.000001 and 0'],
    [0.000012345, '0.0000123'],
    [null, MISSING],
    [Number.NaN, MISSING],
    [Number.POSITIVE_INFINITY, MISSING],
    [1e40, 'more than 999 trillion'],
  ])('writes %s as %s', (value, text) => {
    expect(formatNumber(value)).toBe(text);
  });

  it.each([
    [12_940.2, '12,940'],
    [-1234, '−1,234'],
    [-0.2, '0'],
    [1e15, '1,000 trillion'],
  ])('writes the whole number %s as %s', (value, text) => {
    expect(formatWhole(value)).toBe(text);
  });

  it.each([
    [0.1, '0.1'],
    [0.001, '0.001'],
    [25, '25'],
    [1000, '1,000'],
    [1 / 3, '0.333333'],
    [1e6, '1 million'],
    [100, '100'],
  ])('writes the parameter %s as %s', (value, text) => {
    expect(formatPlain(value)).toBe(text);
  });

  it('writes small probabilities as odds and confidence without spare digits', () => {
    expect(formatOdds(1e-6)).toBe('1 in 1.00 million');
    expect(formatOdds(0.01)).toBe('0.01');
    expect(formatOdds(0)).toBe('0');
    expect(formatConfidence(0.95)).toBe('95\u202f%');
    expect(formatConfidence(0.999)).toBe('99.9\u202f%');
  });

  it('shows a difference beside a large value', () => {
    expect(formatBeside(311_046.99824, -0.00176, false)).toBe('311,046.9982');
    expect(formatBeside(69, 0.00692, true)).toBe('69');
    expect(formatBeside(0, 0.5, true)).toBe('0');
  });
});

describe('money, percentages and shares', () => {
  it.each([
    [-27_412_000, '−$27.4 million'],
    [3.564e8, '$356 million'],
    [16e9, '$16.0 billion'],
    [728_123, '$728,000'],
    [2.5, '$2.50'],
    [27.43, '$27.40'],
    [99.96, '$100'],
    [0, '$0'],
    [0.001, 'less than 1 cent'],
    [-0.001, 'a loss of less than 1 cent'],
    [null, MISSING],
  ])('writes %s dollars as %s', (value, text) => {
    expect(formatDollars(value)).toBe(text);
  });

  it.each([
    [-0.02, '−2.0 %'],
    [0.022, '2.2 %'],
    [0.274, '27.4 %'],
    [12.34, '1,230 %'],
    [0.00015, '0.015 %'],
    [1e-9, 'less than 0.0001 %'],
    [-1e-9, 'between −0.0001 and 0 %'],
    [0, '0 %'],
    [null, MISSING],
  ])('writes the fraction %s as %s', (value, text) => {
    expect(formatPercent(value)).toBe(text.replace(/ %/, '\u202f%'));
  });

  it('writes shares in words instead of exponents', () => {
    expect(formatShare(3e-8)).toBe('30.0 per billion shares');
    expect(formatShare(-1.71024396e-3)).toBe('−0.171\u202f% of the total');
    expect(formatShare(2.6845e-7)).toBe('0.268 per million shares');
    expect(formatShare(0)).toBe('0');
  });

  it('gives a column one unit, chosen by its median', () => {
    const scale = shareScale([2.6e-5, 1.7e-3, 1.2e-6, 0, null]);
    expect(scale.unit).toBe('per million shares');
    expect(formatScaledShare(1.7102e-3, scale)).toBe('1,710');
    expect(formatScaledShare(1e-12, scale)).toBe('less than 0.0005');
  });
});

describe('intervals and comparisons', () => {
  it('writes an interval behind its estimate', () => {
    expect(formatInterval(27.4, 26.9, 27.9, formatNumber)).toBe('27.4 (26.9 to 27.9)');
  });

  it('leaves out an interval that is narrower than the last digit, or missing', () => {
    expect(formatInterval(27.4, 27.399, 27.401, formatNumber)).toBe('27.4');
    expect(formatInterval(27.4, null, 27.9, formatNumber)).toBe('27.4');
    expect(formatInterval(null, 1, 2, formatNumber)).toBe(MISSING);
    expect(formatInterval(0, -1e-9, 1e-9, formatNumber)).toBe('0');
    expect(formatInterval(0.5, -1e-9, 1, formatNumber)).toBe('0.500 (0 to 1.00)');
  });

  it('writes a narrowing as a fold from two on, else in percent', () => {
    expect(formatFold(135.2, 1)).toBe('135-fold');
    expect(formatFold(4.4, 1)).toBe('4.4-fold');
    expect(formatFold(1, 0.7)).toBe('by 30.0\u202f%');
    expect(formatFold(1e9, 1)).toBe('more than a million-fold');
  });
});

it('sentences from elsewhere lose their exponents and keep all else', () => {
  expect(readableProse('an error of 1.12e-7 % of alpha')).toBe('an error of less than 0.000001 % of alpha');
  expect(readableProse('limit 2.5e-4, file a1e5.csv, -3E+6')).toBe('limit 0.00025, file a1e5.csv, −3 million');
});

describe('names', () => {
  it('are cut in the middle, by characters and not by code units', () => {
    expect(cutName('Los Angeles Unified School District', 20)).toBe('Los Angele…District');
    expect(cutName('😀'.repeat(30), 5)).toBe('😀😀…😀😀');
    expect(cutName('short')).toBe('short');
  });

  it('lose control characters, direction overrides and lone surrogates, and keep all else', () => {
    expect(cleanText('a\u0000b\u202ec\ud800d')).toBe('a\ufffdb\ufffdc\ufffdd');
    expect(cleanText('Ñandú <b> 😀')).toBe('Ñandú <b> 😀');
  });
});

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

it('a number that is read back is within half a unit of its third digit', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 999_000, noNaN: true }), (value) => {
      const back = Number(formatNumber(value).replaceAll(',', ''));
      expect(Math.abs(back - value)).toBeLessThanOrEqual(value * 0.00501);
    }),
  );
});
