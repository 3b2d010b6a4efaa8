import type { NumberRange } from '../options/reading/number-range.js';

/** What an option would have allowed, by the kind of its value. */
export const allowedValues = {
  text: 'text, given once',
  seed: 'a whole number from 0 to 2^64 - 1, decimal or 0x...',
  texts: 'text, or a list of texts',
  flag: 'true or false',
  number: (range: NumberRange) => `${rangeInWords(range)}, given once`,
  numbers: (range: NumberRange) => `${rangeInWords(range)}, or several different ones separated by commas`,
  sequence: (range: NumberRange) => `${rangeInWords(range)}, or several separated by commas`,
  choice: (names: readonly string[]) => `one of ${names.join(', ')}`,
  choices: (names: readonly string[]) => `one or more of ${names.join(', ')}, separated by commas, each once`,
  names: 'different names, separated by commas, those that hold a comma in double quotes',
  switches: 'NAME=on or NAME=off',
  pairs: 'role=column, each role once',
  valuePairs: 'COLUMN=VALUE, each column once',
  weightPairs: 'ALGORITHM=NUMBER, each algorithm once',
  delimiter: ', ; | or tab',
} as const;

function rangeInWords({ above, atLeast, below, atMost, whole = false }: NumberRange): string {
  const bounds = [
    above === undefined ? [] : [`above ${above}`],
    atLeast === undefined ? [] : [`of at least ${atLeast}`],
    below === undefined ? [] : [`below ${below}`],
    atMost === undefined ? [] : [`at most ${atMost}`],
  ].flat();
  return [`a ${whole ? 'whole ' : ''}number`, bounds.join(' and ')].filter((part) => part !== '').join(' ');
}

/** What is allowed, and the one of it that was probably meant. */
export const didYouMean = (allowed: string, near: string): string => `${allowed}; did you mean ${near}?`;
