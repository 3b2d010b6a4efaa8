import { choice, flag, names, number, pairs, sequence, text, texts } from '../reading/values.js';
import { badRowOptions, layoutOptions } from '../table-options.js';

export const learningFormats = ['auto', 'csv', 'parquet', 'adult', 'bank'] as const;
export type LearningFormat = (typeof learningFormats)[number];

export const learningTasks = ['classes', 'number'] as const;

export const missingRules = ['drop', 'level'] as const;

export const scalingNames = ['standard', 'unit-ball', 'none'] as const;

/** What is read, and which columns mean what. */
export const examplesOptions = {
  label: {
    describe: 'column that is predicted',
    default: 'that of a known table (Adult: income, Bank: y); needed for others',
    read: text,
  },
  group: {
    describe: 'column whose values are the groups that are compared',
    default: 'none: all rows are one group',
    read: text,
  },
  'group-bands': {
    describe: 'of a group column of numbers: where each band but the first begins, ascending, such as 30,45,60',
    default: 'none',
    read: sequence(),
  },
  'group-is-feature': {
    describe: 'the model sees the group column too',
    default: 'false',
    flag: true,
    read: flag,
  },
  task: {
    describe: 'what a network predicts: classes or number (logistic, softmax and svm: classes; linear: number)',
    default: 'number for a label of numbers with more than ten values or a broken one, else classes',
    read: choice(learningTasks),
  },
  positive: {
    describe: 'of two classes the positive one, class 1',
    default: 'that of a known table, else the last in sorted order',
    read: text,
  },
  drop: {
    describe: 'columns that are left out, separated by commas',
    default: 'none',
    read: names,
  },
  keep: {
    describe:
      'columns that are kept although they would be left out (they leak the label, number the rows, or have a text of its own in each), separated by commas',
    default: 'none',
    read: names,
  },
  'text-columns': {
    describe: 'columns of numbers that are codes and become one feature a value, separated by commas',
    default: 'none',
    read: names,
  },
  missing: {
    describe: 'rows with a missing value: drop leaves them out, level makes missing a value of its own',
    default: 'drop',
    read: choice(missingRules),
  },
  'missing-text': {
    describe: 'text that stands for a missing value, besides a blank and ?; repeatable',
    default: 'those of a known table (Bank: unknown)',
    repeatable: true,
    read: texts,
  },
  scaling: {
    describe:
      'standard (numbers minus their mean, over their standard deviation), unit-ball (the same, then rows within norm 1), none',
    default: 'standard; unit-ball for output and objective perturbation',
    read: choice(scalingNames),
  },
  'public-scale': {
    describe:
      'column=MEAN,DEVIATION: publicly known, used instead of those of the training rows, which are not private; repeatable',
    default: 'none',
    repeatable: true,
    read: pairs,
  },
  radius: {
    describe: 'publicly known norm that features are divided by with --scaling unit-ball',
    default: 'the largest of a training row, which is not private',
    read: number({ above: 0 }),
  },
  test: {
    describe: 'file of its own for testing, laid out as DATA',
    default: 'none',
    read: text,
  },
  'test-share': {
    describe: 'part of the rows of DATA kept for testing, at least 0 and below 1; not with --test',
    default: '0.2',
    read: number({ atLeast: 0, below: 1 }),
  },
  format: {
    describe: `layout of DATA: ${learningFormats.join(', ')} (adult and bank: the UCI tables as they are downloaded)`,
    default: 'auto',
    read: choice(learningFormats),
  },
  ...layoutOptions,
  ...badRowOptions,
} as const;
