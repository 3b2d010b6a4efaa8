import type { Fault, Warning } from '@dpfair/result';
import type { NumberFault } from '../roles/parse-number.js';
import { listed, shown, suggestion } from '../shown-text.js';

interface Cell {
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;

const whyNoNumber: Record<NumberFault, string> = {
  blank: 'is blank',
  'ambiguous-comma': 'has a comma that may be a decimal point',
  'ambiguous-dot': 'has a dot that may group thousands',
  'too-large': 'is beyond the range of numbers',
  'not-a-number': 'is not a number, as most of the column are',
};

/** Rows of one file that were left out because a value is missing, and in which columns. */
export interface MissingOfFile {
  readonly file: string;
  readonly rows: number;
  readonly all: number;
  readonly columns: readonly (readonly [string, number])[];
}

/** The messages of making examples. */
export const exampleMessages = {
  noLabel: (file: string, columns: readonly string[]): Fault => ({
    file,
    what: 'no column is named as the label',
    allowed: `--label with one of ${listed(columns)}`,
  }),
  labelIsGroup: (file: string, column: string): Fault => ({
    file,
    what: 'the label is the group as well: each group would have one class',
    value: shown(column),
    allowed: 'two columns',
  }),
  labelDropped: (file: string, column: string): Fault => ({
    file,
    what: 'the label is among the columns to drop',
    value: shown(column),
    allowed: 'other columns',
  }),
  labelIsInput: (column: string): Fault => ({
    what: 'the label is among the columns that the model reads',
    value: shown(column),
    allowed: 'other columns',
  }),
  textInput: (cell: Cell, text: string): Fault => ({
    ...cell,
    what: 'the model reads numbers and most of the column are texts',
    value: shown(text),
    allowed: 'a column of numbers, or the column left out of those that the model reads',
  }),
  columnTwice: (column: string): Fault => ({
    what: 'column that is named twice',
    value: shown(column),
    allowed: 'each column once',
  }),
  noInputs: (file: string): Fault => ({
    file,
    what: 'no column is left for the model to read',
    allowed: 'at least one beside label and group',
  }),
  noNumber: (cell: Cell, text: string, why: NumberFault, missing: readonly string[]): Fault => ({
    ...cell,
    what: whyNoNumber[why],
    ...(text === '' ? {} : { value: shown(text) }),
    allowed: `a finite number, or a text that is known to mean a missing value (${missing.map(quoted).join(', ')}); or the column read as text: --missing-text, --text-columns`,
  }),
  labelNotNumber: (file: string, column: string, text: string): Fault => ({
    file,
    column,
    what: 'the label holds texts and cannot be predicted as a number',
    value: shown(text),
    allowed: '--label with a column of numbers, or a model of classes: --model logistic, softmax or svm',
  }),
  oneClass: (file: string, column: string, rows: number, name: string): Fault => ({
    file,
    column,
    what: `all ${count(rows, 'row')} have one class`,
    value: shown(name),
    allowed: 'a label with two classes or more',
  }),
  constantLabel: (file: string, column: string, value: number): Fault => ({
    file,
    column,
    what: 'the number to be predicted is the same in all rows',
    value,
    allowed: 'a label with two values or more',
  }),
  tooManyClasses: (file: string, column: string, classes: number, most: number): Fault => ({
    file,
    column,
    what: 'classes of the label',
    value: classes,
    allowed: `up to ${most} (dpfair train --model linear predicts a number), or --label with another column`,
  }),
  unknownPositive: (file: string, column: string, positive: string, classes: readonly string[]): Fault => ({
    file,
    column,
    what: 'positive class (favourable) of which there is no row',
    value: shown(positive),
    allowed: `${listed(classes)}${suggestion(positive, classes)}`,
  }),
  positiveOfMany: (file: string, column: string, positive: string, classes: readonly string[]): Fault => ({
    file,
    column,
    what: `a positive class (favourable) is one of two, and the label has ${classes.length} (${listed(classes)})`,
    value: shown(positive),
    allowed: 'a label of two classes; where more are taken, no positive class',
  }),
  positiveNumber: (positive: string): Fault => ({
    what: 'a positive class is one of two, and a number is predicted',
    value: shown(positive),
    allowed: 'no positive class',
  }),
  newClass: (cell: Cell, text: string, classes: readonly string[]): Fault => ({
    ...cell,
    what: 'class that the training rows do not have',
    value: shown(text),
    allowed: listed(classes),
  }),
  newGroup: (cell: Cell, text: string, groups: readonly string[]): Fault => ({
    ...cell,
    what: 'group that the training rows do not have',
    value: shown(text),
    allowed: listed(groups),
  }),
  bandsWithoutGroup: (): Fault => ({ what: 'bands', value: 'no group column', allowed: 'bands of a group column' }),
  bandsOfText: (file: string, column: string): Fault => ({
    file,
    column,
    what: 'bands of a column of text',
    value: shown(column),
    allowed: 'bands of a column of numbers',
  }),
  badBands: (bands: readonly number[]): Fault => ({
    what: 'bands',
    value: bands.join(','),
    allowed: 'one number or more, finite and ascending',
  }),
  emptyBand: (file: string, column: string, name: string, smallest: number, largest: number): Fault => ({
    file,
    column,
    what: 'no row is in the band',
    value: name,
    allowed: `bands between ${smallest} and ${largest}`,
  }),
  tooManyGroups: (file: string, column: string, groups: number, most: number, numbers: boolean): Fault => ({
    file,
    column,
    what: 'groups',
    value: groups,
    allowed: `up to ${most}${numbers ? '; of numbers dpfair train and dpfair smooth make groups by --group-bands 30,45,60' : ''}`,
  }),
  unknownGroup: (name: string, groups: readonly string[]): Fault => ({
    what: 'no such group',
    value: shown(name),
    allowed: `${listed(groups)}${suggestion(name, groups)}`,
  }),
  badGroupSize: (name: string, rows: number, most: number): Fault => ({
    what: `training rows of the group ${shown(name)}`,
    value: rows,
    allowed: `a whole number from 1 to ${most}`,
  }),
  tooManyLevels: (file: string, column: string, levels: number, most: number): Fault => ({
    file,
    column,
    what: 'different texts in the column, each a feature of its own',
    value: levels,
    allowed: `up to ${most}; drop the column or allow more levels`,
  }),
  tooManyNumbers: (rows: number, features: number, most: number): Fault => ({
    what: `${count(rows, 'row')} of ${count(features, 'feature')}`,
    value: rows * features,
    allowed: `up to ${most} numbers in all; drop columns with many levels`,
  }),
  noRowsLeft: (file: string, rows: number, missingIn: readonly (readonly [string, number])[]): Fault => ({
    file,
    what: 'no row is left, for a value is missing in each',
    value: `${count(rows, 'row')}; missing in ${missingIn.map(([column, missing]) => `${shown(column)} (${missing})`).join(', ')}`,
    allowed: 'a row without a missing value; drop those columns, or make missing a level of its own',
  }),
  noFeatures: (file: string, dropped: readonly string[]): Fault => ({
    file,
    what: 'no column is left to learn from',
    ...(dropped.length === 0 ? {} : { value: `left out: ${listed(dropped)}` }),
    allowed: 'a column besides label and group that is not the same in all rows',
  }),
  outOfRange: (what: string, value: number | string, allowed: string): Fault => ({ what, value, allowed }),
  scaleOfNoNumbers: (column: string, numbers: readonly string[]): Fault => ({
    what: 'a scale is for a column of numbers among the features',
    value: shown(column),
    allowed: `${listed(numbers)}${suggestion(column, numbers)}`,
  }),
  markOfNoNumbers: (column: string, numbers: readonly string[]): Fault => ({
    what: 'a mark is for a column of numbers among the features',
    value: shown(column),
    allowed: `${listed(numbers)}${suggestion(column, numbers)}`,
  }),
  twoTests: (): Fault => ({
    what: 'a share for testing and a table for testing',
    value: 'both',
    allowed: 'one of them',
  }),

  /** Why a column is left out. */
  reasons: {
    asked: 'left out on request',
    constant: (value: string) => `${quoted(shown(value))} in every training row`,
    empty: 'no value in any training row',
    rowNumbers: 'it numbers the rows',
    ownText: (rows: number) => `a text of its own in each of ${count(rows, 'row')}`,
  },

  missing: (files: readonly MissingOfFile[]): Warning => ({
    code: 'missing-values',
    message: files
      .map(({ file, rows, all, columns }) => {
        const of = `${count(rows, 'row')} of ${all.toLocaleString('en-US')} left out for a missing value`;
        const named = columns.map(([column, missing]) => `${shown(column)} (${missing.toLocaleString('en-US')})`);
        return `${files.length > 1 ? `${file}: ` : ''}${of}: ${named.join(', ')}`;
      })
      .join('; '),
  }),
  dropped: (columns: readonly { readonly column: string; readonly reason: string }[]): Warning => ({
    code: 'columns-dropped',
    message: `left out: ${columns.map(({ column, reason }) => `${shown(column)} (${reason})`).join('; ')}`,
  }),
  leakDropped: (column: string, why: string): Warning => ({
    code: 'leaking-column',
    message: `${column} is left out, for it gives the label away: ${why}; it can be kept by name`,
  }),
  leakKept: (column: string, why: string): Warning => ({
    code: 'leaking-column',
    message: `${column} gives the label away and was kept on request: ${why}`,
  }),
  unseen: (column: string, levels: readonly string[], rows: number): Warning => ({
    code: 'unseen-levels',
    message: `${shown(column)}: ${count(rows, 'test row')} with texts that no training row has, all its features are 0 there: ${listed(levels)}`,
  }),
  notPrivate: (columns: readonly string[], radius: boolean): Warning => ({
    code: 'preprocessing-not-private',
    message: `${[
      ...(columns.length === 0
        ? []
        : [`mean and standard deviation of ${listed(columns)} are those of the training rows`]),
      ...(radius ? ['the radius of the features is the largest norm of a training row'] : []),
    ].join(
      ', and ',
    )}, without noise: what is said of privacy holds only if they are public knowledge; public scales can be given`,
  }),
  lostGroups: (groups: readonly string[]): Warning => ({
    code: 'group-without-rows',
    message: `no row is left of ${listed(groups)}: a value is missing in each`,
  }),
  noTestRows: (groups: readonly string[]): Warning => ({
    code: 'group-without-test-rows',
    message: `no test row in ${listed(groups)}: nothing is measured there on rows that were not trained on`,
  }),
  oneClassGroups: (groups: readonly string[]): Warning => ({
    code: 'one-class-group',
    message: `all training rows of one class in ${listed(groups)}`,
  }),
} as const;

const quoted = (text: string): string => (text === '' ? 'a blank' : `"${text}"`);
