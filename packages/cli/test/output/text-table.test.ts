import { expect, it } from 'vitest';
import { textTable } from '../../src/output/text-table.js';

it('numbers stand right, text stands left, and no line ends in blanks', () => {
  const table = textTable(
    ['name', 'bias', 'note'],
    [
      ['Kalawao', '1,234', ''],
      ['Ka', '\u22125', 'x'],
    ],
  );
  expect(table).toBe('name      bias  note\nKalawao  1,234\nKa          \u22125  x\n');
});

it('a table without rows is its heading', () => {
  expect(textTable(['a', 'b'], [])).toBe('a  b\n');
});

it('letters with accents take one place, composed or not', () => {
  const [, composed, decomposed] = textTable(
    ['n', 'm'],
    [
      ['\u00e9', 'x'],
      ['e\u0301', 'x'],
    ],
  ).split('\n');
  expect(composed?.indexOf('x')).toBe(3);
  expect(decomposed?.normalize('NFC').indexOf('x')).toBe(3);
});

it('a dash for a missing number leaves its column on the right; a column of dashes alone is no column of numbers', () => {
  const rows = [
    ['0.25', '\u2013'],
    ['\u2013', '\u2013'],
  ];
  expect(textTable(['ratio', 'none'], rows)).toBe('ratio  none\n 0.25  \u2013\n    \u2013  \u2013\n');
});

it('Chinese, Japanese and Korean letters take two places', () => {
  expect(
    textTable(
      ['n', 'm'],
      [
        ['\u5317\u4eac', 'x'],
        ['\uc11c', 'y'],
      ],
    ),
  ).toBe('n     m\n\u5317\u4eac  x\n\uc11c    y\n');
});
