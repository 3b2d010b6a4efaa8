import { choice, pairs, texts } from './reading/values.js';
import { badRowOptions, layoutOptions } from './table-options.js';

export const formats = ['auto', 'csv', 'parquet', 'saipe', 'section203'] as const;
export type Format = (typeof formats)[number];

export const unmatchedRules = ['error', 'drop'] as const;
export type UnmatchedRule = (typeof unmatchedRules)[number];

/** What is read, and which columns mean what. */
export const inputOptions = {
  format: {
    describe: `layout of DATA: ${formats.join(', ')} (saipe: the text file or a spreadsheet export of it; section203: determinations of 2016 or 2021)`,
    default: 'auto',
    read: choice(formats),
  },
  ...layoutOptions,
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
  ...badRowOptions,
} as const;
