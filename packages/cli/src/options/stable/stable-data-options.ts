import { choice, flag, names, number, text, texts, valuePairs } from '../reading/values.js';
import { badRowOptions, layoutOptions } from '../table-options.js';
import { examplesOptions } from '../train/examples-options.js';

export const stableDataSets = ['adult'] as const;
/** Complete rows of the files that each preset takes. */
export const adultRows = ['45222', '30162'] as const;
export const standardiseNames = ['none', 'numbers', 'but-groups', 'all'] as const;

const { format, keep, 'text-columns': textColumns, missing, 'missing-text': missingText } = examplesOptions;

/** What is read, and which columns mean what. */
export const stableDataOptions = {
  dataset: {
    describe:
      'a known data set: DATA is its folder or file, and label, favourable class, groups and --drop are those of the paper',
    default: 'none',
    read: choice(stableDataSets),
  },
  rows: {
    describe: 'of Adult in a folder: 45222 (complete rows of adult.data and adult.test) or 30162 (of adult.data)',
    default: '45222; 30162 with --preset released-code',
    read: choice(adultRows),
  },
  more: {
    describe: 'a further file of rows with the columns of DATA; repeatable',
    default: 'none',
    repeatable: true,
    read: texts,
  },
  label: { describe: 'column that is predicted, of two classes', default: 'income for Adult; else needed', read: text },
  favourable: {
    describe: 'the class that is good to be given',
    default: '>50K for Adult, else the last in sorted order',
    read: text,
  },
  group: {
    describe: 'columns whose values are the groups, separated by commas; each is compared by itself',
    default: 'race,sex for Adult; else needed',
    read: names,
  },
  binary: {
    describe: 'COLUMN=VALUE: two groups, those of this value and all others; repeatable',
    default: 'race=White for Adult',
    repeatable: true,
    read: valuePairs,
  },
  contrast: {
    describe: 'COLUMN=VALUE: the group that disparate impact compares with all others; repeatable',
    default: 'the group with the lowest part of favourable labels, of those with 30 test rows where two have them',
    repeatable: true,
    read: valuePairs,
  },
  'hide-groups': {
    describe: 'the classifiers do not see the group columns',
    default: 'false',
    flag: true,
    read: flag,
  },
  drop: { describe: 'columns that are left out, separated by commas', default: 'fnlwgt for Adult', read: names },
  keep,
  'text-columns': textColumns,
  standardise: {
    describe:
      'columns that lose their mean and are divided by their standard deviation over the rows for training: none, numbers, all (levels of texts too), or but-groups (all but the columns of groups)',
    default: 'all; but-groups with --preset paper, none with released-code',
    read: choice(standardiseNames),
  },
  'sample-rows': {
    describe: 'so many of the rows, drawn at random, are all there is',
    default: 'all rows',
    read: number({ atLeast: 3, whole: true }),
  },
  missing,
  'missing-text': missingText,
  format,
  ...layoutOptions,
  ...badRowOptions,
} as const;
