import { allowedValues } from '../messages/values.js';
import { choice, flag, number, pairs, type Reading, texts } from './reading/values.js';

export const formats = ['auto', 'csv', 'parquet', 'saipe', 'section203'] as const;
export type Format = (typeof formats)[number];

export const unmatchedRules = ['error', 'drop'] as const;
export type UnmatchedRule = (typeof unmatchedRules)[number];

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export const delimiters = [',', ';', '|', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

export const decimalSigns = ['dot', 'comma'] as const;
export type DecimalSign = (typeof decimalSigns)[number];

/** What is read, and which columns mean what. */
export const inputOptions = {
  format: {
    describe: `layout of DATA: ${formats.join(', ')} (saipe: the text file or a spreadsheet export of it; section203: determinations of 2016 or 2021)`,
    default: 'auto',
    read: choice(formats),
  },
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
  map: {
    describe:
      'role=column; repeatable. Roles: id, name, group, count (private) and, for allotment, weight (public). A+B joins two text columns',
    default: 'a column named like the role',
    repeatable: true,
    read: pairs,
  },
  join: {
    describe: 'CSV or Parquet file whose columns are added to DATA; repeatable, each with its --on',
    default: 'none',
    repeatable: true,
    read: texts,
  },
  on: {
    describe: 'key of a join, LEFT=RIGHT (column of DATA = column of the joined file); A+B=C+D for two columns',
    default: 'none',
    repeatable: true,
    read: texts,
  },
  unmatched: {
    describe: 'rows of DATA without a partner in a joined file: error, or drop (they are listed in the result)',
    default: 'error',
    read: choice(unmatchedRules),
  },
  where: {
    describe: 'column=value or column!=value: keep only these rows; repeatable, all must hold',
    default: 'all rows',
    repeatable: true,
    read: texts,
  },
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
