import { expect, it } from 'vitest';
import { painter, printable, printableLine } from '../../src/output/terminal.js';

const terminal = { isTTY: true, write: (): boolean => true };

it('a terminal gets colour', () => {
  expect(painter(terminal, {})('x', 'red')).toBe('\u001b[31mx\u001b[0m');
});

it.each([
  ['NO_COLOR is set', terminal, { NO_COLOR: '1' }],
  ['the terminal is dumb', terminal, { TERM: 'dumb' }],
  ['it is a pipe', { write: (): boolean => true }, {}],
])('there is no colour when %s', (_name, stream, environment) => {
  expect(painter(stream, environment)('x', 'red')).toBe('x');
});

it('an empty NO_COLOR does not count, as its convention says', () => {
  expect(painter(terminal, { NO_COLOR: '' })('x', 'bold')).toBe('\u001b[1mx\u001b[0m');
});

it('escape sequences in names do not reach the terminal', () => {
  expect(printable('a\u001b[2Jb\u0007c\u009bd\u007f')).toBe('a\ufffd[2Jb\ufffdc\ufffdd\ufffd');
  expect(printable('tab\tline\nDoña −5 ✓')).toBe('tab\tline\nDoña −5 ✓');
});

it('text that must stay within its line loses its line breaks too', () => {
  expect(printableLine('a\nb\r\nc\u2028d\u001be\tf')).toBe('a\ufffdb\ufffd\ufffdc\ufffdd\ufffde\tf');
});
