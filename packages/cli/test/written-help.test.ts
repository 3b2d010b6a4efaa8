import { expect, it } from 'vitest';
import { writtenHelp } from '../src/written-help.js';

it('help is kept for the tool, its commands and the commands below them', () => {
  expect(writtenHelp(['--help'])).toContain('dpfair <command>');
  expect(writtenHelp(['audit', '--help'])).toContain('--fail-on');
  expect(writtenHelp(['data', 'make', '--help'])).toContain('--rows');
});

it.each([
  [[]],
  [['audit']],
  [['--help', 'audit']],
  [['nothing', '--help']],
  [['..', '--help']],
  [['audit', '-x', '--help']],
])('nothing is kept for %j', (words) => {
  expect(writtenHelp(words)).toBeUndefined();
});
