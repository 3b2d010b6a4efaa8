import type { Fault, StabilityCell, StableGroupSize, Warning } from '@dpfair/result';

/** What in the spec of an experiment is missing, malformed or contradicts itself or the data, and what would have been allowed. */
export const stableFaults = {
  noGroup: { what: 'no group', allowed: '--group COLUMN, or several separated by commas' },
  noEpsilon: { what: 'algorithm private without a budget', allowed: '--epsilon' },
  idlePrivate: (option: string): Fault => ({
    what: `--${option} without algorithm private`,
    allowed: '--algorithm private, among others',
  }),
  privateLoss: (option: string, value: string): Fault => ({
    what: `--${option} with algorithm private`,
    value,
    allowed: 'the logistic loss, the linear kernel and no other intercept than a penalised one',
  }),
  idleBound: { what: '--bound without algorithm zvrg', allowed: '--algorithm zvrg, among others' },
  weight: (algorithm: string, value: string): Fault => ({
    what: '--weight',
    value: `${algorithm}=${value}`,
    allowed: 'kaas=NUMBER or gyf=NUMBER, 0 or more',
  }),
  idleWeight: (algorithm: string): Fault => ({
    what: `--weight of ${algorithm}, which is not among the algorithms`,
    allowed: `--algorithm ${algorithm}, among others`,
  }),
  multiquadric: (intercept: string): Fault => ({
    what: '--intercept with the multiquadric kernel',
    value: intercept,
    allowed: 'free: without a free constant the kernel has no norm',
  }),
  idleWidth: {
    what: '--kernel-width with the linear kernel',
    allowed: '--kernel rbf, multiquadric or inverse-multiquadric',
  },
  rowsAlone: { what: '--rows without the folder of a known data set', allowed: '--dataset adult, DATA being a folder' },
  folderAlone: (path: string): Fault => ({
    file: path,
    what: 'this is a folder',
    allowed: 'a file, or with --dataset adult the folder that holds adult.data and adult.test',
  }),
  missingFile: (path: string): Fault => ({
    file: path,
    what: 'a file of the data set adult is not there',
    allowed: 'adult.data and adult.test in the folder',
  }),
  notOfGroup: (option: string, column: string, groups: readonly string[]): Fault => ({
    what: `--${option} of a column that is no group`,
    value: column,
    allowed: groups.join(', '),
  }),
  noValue: (option: string, file: string, column: string, value: string, values: readonly string[]): Fault => ({
    file,
    column,
    what: `--${option}: no row has this value`,
    value,
    allowed: values.join(', '),
  }),
  oneGroup: (file: string, column: string, value: string): Fault => ({
    file,
    column,
    what: 'all rows are of one group',
    value,
    allowed: 'two groups or more',
  }),
  classes: (file: string, column: string, classes: readonly string[]): Fault => ({
    file,
    column,
    what: 'label that is not of two classes',
    value: `${classes.length} (${classes.slice(0, 5).join(', ')}${classes.length > 5 ? ', ...' : ''})`,
    allowed: '2 classes',
  }),
  oneClassTraining: (file: string, column: string, value: string): Fault => ({
    file,
    column,
    what: 'all rows that are trained on are of one class',
    value,
    allowed: 'rows of both classes: a larger part for training, or more rows',
  }),
  oneGroupTraining: (file: string, column: string, value: string): Fault => ({
    file,
    column,
    what: 'all rows that are trained on are of one group',
    value,
    allowed: 'rows of two groups or more: a larger part for training, or more rows',
  }),
  sampleRows: (asked: number, rows: number): Fault => ({
    what: '--sample-rows',
    value: asked,
    allowed: `at most the ${rows} complete rows`,
  }),
  condition: (text: string): Fault => ({
    what: '--fail-on',
    value: text,
    allowed:
      'MEASURE<LIMIT or MEASURE>LIMIT with accuracy, gamma, disparate-impact, gap or stab (in quotes, so that the shell leaves < and > alone)',
  }),
} as const satisfies Record<string, Fault | ((...values: never[]) => Fault)>;

/** What a reader of an experiment should know before relying on its numbers. */
export const stableWarnings = {
  notConverged: (cells: string, why: string): Warning => ({
    code: 'not-converged',
    message: `${cells} fits did not converge, and are in the numbers as they ended (${why})`,
  }),
  boundWithoutEffect: (cells: string): Warning => ({
    code: 'bound-without-effect',
    message: `${cells} fits meet the bound by rows of one class for certain, whose scores grow to any size at no cost: every training row is decided as without it. Rely on a larger lambda`,
  }),
  notFitted: (cells: string, why: string): Warning => ({
    code: 'undefined-cell',
    message: `${cells} repetitions could not be fitted, and are in no number (${why})`,
  }),
  fewReplacements: (cells: string): Warning => ({
    code: 'few-replacements',
    message: `${cells} replacements of a row could be tried; the others left rows of one class or group, or nothing that varies`,
  }),
  undefinedRate: (cells: string, reason: string): Warning => ({
    code: 'undefined-cell',
    message: `${cells} repetitions have no gamma: ${reason}`,
  }),
  smallGroups: (
    column: string,
    small: readonly StableGroupSize[],
    { cells, of, contrast, has }: { cells: number; of: number; contrast: string | null; has: boolean },
  ): Warning => ({
    code: 'small-group',
    message: [
      `${column}: fewer than 30 test rows in ${small.map(({ group, test }) => `${group} (${test})`).join(', ')}, so that little can be read from rates there`,
      ...(cells === 0
        ? []
        : [
            `the statistical rate and the parity gap rest on them in ${cells} of ${of} cells${has ? ', and the rate without them stands beside it' : ''}`,
          ]),
      ...(contrast === null ? [] : [`disparate impact is that of ${contrast}: --contrast names another`]),
    ].join('; '),
  }),
  fewRepetitions: (repetitions: number): Warning => ({
    code: 'few-repetitions',
    message: `${repetitions === 1 ? 'one repetition gives' : 'two repetitions give'} no interval of stab${repetitions === 1 ? ', nor stab itself' : ''}; --repetitions 5 or more does`,
  }),
  fewEnded: (ended: number, asked: number): Warning => ({
    code: 'few-repetitions',
    message: `of some cells only ${ended} of ${asked} repetitions ${ended === 1 ? 'has' : 'have'} ended: ${ended === 1 ? 'one gives' : 'two give'} no interval of stab${ended === 1 ? ', nor stab itself' : ', and hardly one of anything else'}`,
  }),
  scalesNotPrivate: {
    code: 'preprocessing-not-private',
    message:
      'means, deviations and levels of the columns that algorithm private sees are computed from the rows without noise: its epsilon is that of the training alone',
  },
  interrupted: (done: number, of: number): Warning => ({
    code: 'interrupted',
    message: `stopped early: ${done} of ${of} fits are in the result`,
  }),
} as const satisfies Record<string, Warning | ((...values: never[]) => Warning)>;

/** What is said while working. */
export const stableProgress = {
  prepared: (training: number, test: number, features: number): string =>
    `${training} rows to train on in each repetition, ${test} to test on: ${features} features`,
  fitting: (programs: number, repetitions: number): string =>
    `fitting ${programs} program${programs === 1 ? '' : 's'} in ${repetitions} repetition${repetitions === 1 ? '' : 's'}`,
  training: (budgets: number, repetitions: number): string =>
    `training privately at ${budgets} setting${budgets === 1 ? '' : 's'} in ${repetitions} repetition${repetitions === 1 ? '' : 's'}`,
} as const;

/** Cells that a warning names; of more the number is said. */
const MOST_NAMED = 6;

/** Cells, and in how many of their fits, repetitions or replacements something is so: `zvrg sex lambda 0: 3 of 5`. */
export function cellsInWords(
  cells: readonly { readonly cell: string; readonly count: number; readonly of: number }[],
): string {
  const named = cells.slice(0, MOST_NAMED).map(({ cell, count, of }) => `${cell}: ${count} of ${of}`);
  const others = cells.length - named.length;
  return [
    ...named,
    ...(others > 0 ? [`${others} more cell${others === 1 ? '' : 's'}: up to ${most(cells.slice(MOST_NAMED))}`] : []),
  ].join(', ');
}

function most(cells: readonly { readonly count: number; readonly of: number }[]): string {
  const { count, of } = cells.reduce((worst, cell) => (cell.count > worst.count ? cell : worst));
  return `${count} of ${of}`;
}

/** A cell in words: `zvrg sex lambda 0.01`; of a private training also its epsilon. */
export function cellName({
  algorithm,
  group,
  lambda,
  fairness,
}: Pick<StabilityCell, 'algorithm' | 'group' | 'lambda' | 'fairness'>): string {
  const budget = algorithm === 'private' && fairness.value !== null ? ` epsilon ${fairness.value}` : '';
  return `${algorithm}${budget} ${group} lambda ${lambda}`;
}
