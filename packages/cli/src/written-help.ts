import { readFileSync } from 'node:fs';

/** Columns that the kept help is laid out for. */
export const HELP_WIDTH = 100;

/** The file in which the help of a command is kept: `dpfair-data-make.txt`. */
export function helpFileOf(commandWords: readonly string[]): string {
  return `${['dpfair', ...commandWords].join('-')}.txt`;
}

/**
 * The help that `words` ask for, from the text that was kept of it; undefined when they ask for something else. Laying
 * out the help takes several times as long as starting Node does; reading it takes no time.
 */
export function writtenHelp(words: readonly string[]): string | undefined {
  const commandWords = words.slice(0, -1);
  if (words.at(-1) !== '--help' || !commandWords.every((word) => /^[a-z]+$/.test(word))) return undefined;
  try {
    return readFileSync(new URL(`../help/${helpFileOf(commandWords)}`, import.meta.url), 'utf8');
  } catch {
    return undefined;
  }
}
