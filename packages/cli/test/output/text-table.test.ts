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
