import { allowedValues } from '../messages/values.js';
import { choice, flag, number, type Reading } from './reading/values.js';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '|', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

export const decimalSigns = ['dot', 'comma'] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** How a file of rows is laid out. */
export const layoutOptions = {
  delimiter: {
    describe: 'character between the fields of DATA: , ; | or tab',
    default: 'found from the file',
    read: readDelimiter,
  },
  encoding: {
    describe: `encoding of DATA: ${encodings.join(', ')}`,
    default: 'found from the bytes',
    read: choice(encodings),
  },
  decimal: {
    describe:
      'decimal sign of the numbers in DATA and joined files: dot (commas group thousands) or comma (dots and blanks do)',
    default: 'dot; 1.210 and the like are refused as ambiguous',
    read: choice(decimalSigns),
  },
  'header-row': {
    describe: 'line of DATA that holds the column names, from 1',
    default: 'found from the file',
    read: number({ atLeast: 1, whole: true }),
  },
} as const;

/** What is done with rows that cannot be read. */
export const badRowOptions = {
  'skip-bad-rows': {
    describe: 'skip rows that cannot be read, and list them in the result, instead of stopping',
    default: 'false',
    flag: true,
    read: flag,
  },
} as const;

function readDelimiter(raw: unknown): Reading<Delimiter> {
  const value = raw === 'tab' || raw === '\\t' ? '\t' : delimiters.find((delimiter) => delimiter === raw);
  return value === undefined ? { allowed: allowedValues.delimiter } : { value };
}
