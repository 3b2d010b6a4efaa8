import type { Fault, TrainingRun, Warning } from '@dpfair/result';

/** What in the spec of a training is missing, malformed or contradicts itself, and what would have been allowed. */
export const trainFaults = {
  budgets: {
    what: 'options that contradict each other',
    value: '--epsilon, --sigma',
    allowed: 'one of them',
  },
  noBudget: { what: 'no privacy budget', allowed: '--epsilon, or --sigma (the noise multiplier)' },
  twoTests: {
    what: 'options that contradict each other',
    value: '--test, --test-share',
    allowed: 'one of them',
  },
  withoutGroup: (option: string): Fault => ({ what: `--${option} without a group`, allowed: '--group COLUMN' }),
  radiusAlone: { what: '--radius without the scaling that has one', allowed: '--scaling unit-ball' },
  scaleAlone: { what: '--public-scale with --scaling none', allowed: '--scaling standard or unit-ball' },
  publicScale: (column: string, text: string): Fault => ({
    what: `--public-scale ${column}`,
    value: text,
    allowed: `${column}=MEAN,DEVIATION, two numbers, the second above 0`,
  }),
  layers: (hidden: readonly number[]): Fault => ({
    what: '--hidden',
    value: hidden.join(','),
    allowed: 'the units of one or two layers, such as 128 or 64,64',
  }),
  networkOnly: (option: string, model: string): Fault => ({
    what: `--${option} with model ${model}`,
    allowed: '--model network',
  }),
  task: (model: string, predicts: string): Fault => ({
    what: `--task with model ${model}`,
    allowed: `${predicts}, or --model ${predicts === 'number' ? 'logistic' : 'linear'} or network`,
  }),
  idleClipping: (option: string, rule: string, rules: readonly string[]): Fault => ({
    what: `--${option} with --clipping ${rule}`,
    allowed: `--clipping ${rules.join(' or ')}`,
  }),
  clipLimit: (limit: number, clip: number): Fault => ({
    what: '--clip-limit',
    value: limit,
    allowed: `at least --clip, ${clip}`,
  }),
  sigmaOfPerturbation: (algorithm: string): Fault => ({
    what: `--sigma with --algorithm ${algorithm}`,
    allowed: '--epsilon',
  }),
  descentOnly: (option: string, algorithm: string): Fault => ({
    what: `--${option} with --algorithm ${algorithm}`,
    allowed: '--algorithm dp-sgd',
  }),
  noMinimum: (regularization: number, gradientNorm: number): Fault => ({
    what: `no minimum was found, the norm of the gradient stays at ${gradientNorm}, with --regularization`,
    value: regularization,
    allowed: 'above 0: classes that can be separated have no minimum without',
  }),
  remedySetting: (key: string, text: string): Fault => ({
    what: '--remedy-setting',
    value: `${key}=${text}`,
    allowed: 'REMEDY.SETTING=NUMBER, such as penalties.clipping-weight=2',
  }),
  remedySettingTwice: (key: string): Fault => ({
    what: '--remedy-setting given twice',
    value: key,
    allowed: 'each setting once, in one spelling',
  }),
  idleRemedySetting: (key: string, remedies: readonly string[]): Fault => ({
    what: '--remedy-setting of a remedy that is not compared',
    value: key,
    allowed: remedies.length === 0 ? '--remedies' : remedies.join(', '),
  }),
  pairsAlone: { what: '--attack-pairs without an attack', allowed: '--attack' },
  attackWithoutOthers: { what: '--attack without test rows', allowed: '--test-share above 0, or --test FILE' },
  remediesWithoutNoise: {
    what: '--remedies of a training without noise',
    allowed: '--epsilon, or --sigma above 0: they are compared at the same total epsilon',
  },
  epsilonOfClipping: ({ what, value = '', allowed = '' }: Fault, rule: string, countNoise: number): Fault => ({
    what: `--clipping ${rule}: ${what}`,
    value,
    allowed: `${allowed}; or --count-noise above ${countNoise}`,
  }),
  epsilonOfRemedy: (
    { what, value = '', allowed = '' }: Fault,
    id: string,
    setting: readonly [string, number] | null,
  ): Fault => ({
    what: `remedy ${id}: ${what}`,
    value,
    allowed: `${allowed}; or ${setting === null ? '' : `--remedy-setting ${id}.${setting[0]}=NUMBER above ${setting[1]}, or `}--remedies without ${id}`,
  }),
  epsilonOfSweep: ({ what, value = '', allowed = '' }: Fault, text: string): Fault => ({
    what: `--sweep ${text}: ${what}`,
    value,
    allowed,
  }),
  sweep: (text: string): Fault => ({
    what: '--sweep',
    value: text,
    allowed: 'clip=.05,.1, noise-multiplier=1,2, epsilon=1,3 or group-size:GROUP=.2,.5',
  }),
  modelOnStdout: { what: '--model-out', value: '-', allowed: 'a file' },
  sameLog: (file: string, first: string): Fault => ({
    file,
    what: 'the same log twice: each is to be a repetition with noise of its own',
    value: first,
    allowed: 'different logs',
  }),
  condition: (text: string): Fault => ({
    what: '--fail-on',
    value: text,
    allowed: 'gap>LIMIT, risk>LIMIT or risk:GROUP>LIMIT (in quotes, so that the shell leaves > alone)',
  }),
  conditionGroup: (text: string, groups: readonly string[]): Fault => ({
    what: '--fail-on of a group that there is not',
    value: text,
    allowed: groups.join(', '),
  }),
  batch: (batch: number, rows: number): Fault => ({
    what: '--batch',
    value: batch,
    allowed: `at most the ${rows} training rows`,
  }),
  classesOfModel: (model: string, label: string, classes: readonly string[]): Fault => ({
    what: `classes of ${label} for model ${model}`,
    value: `${classes.length} (${classes.slice(0, 5).join(', ')}${classes.length > 5 ? ', ...' : ''})`,
    allowed: `2; --model softmax or network takes more${classes.every((name) => name.trim() !== '' && Number.isFinite(Number(name))) ? ', --model linear predicts a number' : ''}; or --label with another column`,
  }),
} as const satisfies Record<string, Fault | ((...values: never[]) => Fault)>;

/** What a reader of a training should know before relying on its numbers. */
export const trainWarnings = {
  epsilonLarge: (epsilon: number): Warning => ({
    code: 'epsilon-large',
    message: `epsilon ${round(epsilon)} promises little: what is learned of a person may change the odds by a factor of up to ${epsilon > 23 ? 'more than ten thousand million' : Math.round(Math.exp(epsilon)).toLocaleString('en-US')}`,
  }),
  deltaLarge: (delta: number, rows: number): Warning => ({
    code: 'delta-large',
    message: `delta ${delta} is not below one in the ${rows} training rows: publishing a whole row at random would be allowed by it`,
  }),
  smallGroups: (groups: readonly string[]): Warning => ({
    code: 'small-group',
    message: `few training rows in ${groups.join(', ')}: little can be read from the numbers there`,
  }),
  diverged: (run: string, repetitions: number, of: number, step: number | null, rate: number): Warning => ({
    code: 'training-diverged',
    message:
      repetitions === of
        ? `${run}: NOTHING CAN BE CONCLUDED, all ${of} repetitions diverged${step === null ? '' : `, the first at step ${step}`}: no number is given and no check is passed; a --learning-rate below ${rate} may help`
        : `${run}: ${repetitions} of ${of} repetitions diverged${step === null ? '' : `, the first at step ${step}`}, and are left out; a --learning-rate below ${rate} may help`,
  }),
  unreached: (run: string, repetitions: number, of: number): Warning => ({
    code: 'training-diverged',
    message: `${run}: ${repetitions === of ? `NOTHING CAN BE CONCLUDED, all ${of}` : `${repetitions} of ${of}`} repetitions did not reach the minimum that the guarantee is of${repetitions === of ? '' : ', and are left out'}; more --regularization may help`,
  }),
  unstable: (run: string, before: number, after: number, rate: number): Warning => ({
    code: 'training-unstable',
    message: `${run}: even without privacy the loss ends at ${round(after)}, above the ${round(before)} that it began with: what is compared did not learn; a --learning-rate below ${rate} may help`,
  }),
  noModel: (run: string): Warning => ({
    code: 'no-model',
    message: `${run}: no private training ended with finite parameters and loss (a perturbed objective: at its minimum), so there is no model to write, to prune or to attack`,
  }),
  oneRepetition: {
    code: 'few-repetitions',
    message: 'one repetition gives no intervals: chance and effect cannot be told apart; --repetitions 5 or more does',
  },
  oneLog: {
    code: 'few-repetitions',
    message: 'one log gives no intervals: chance and effect cannot be told apart; logs of 5 or more repetitions do',
  },
  unreadFields: (file: string, fields: readonly string[]): Warning => ({
    code: 'log-fields-unread',
    message: `${file} has fields that mean nothing here and were not read: ${fields.join(', ')}`,
  }),
  withoutTwin: (groups: readonly string[]): Warning => ({
    code: 'log-without-twin',
    message: `what privacy costs is not known of ${groups.join(', ')}: the last step has no nonPrivateLoss there`,
  }),
  interrupted: (done: number, of: number): Warning => ({
    code: 'interrupted',
    message: `stopped early: ${done} of ${of} repetitions are in the result`,
  }),
} as const satisfies Record<string, Warning | ((...values: never[]) => Warning)>;

/** What is said while training. */
export const trainProgress = {
  prepared: (training: number, test: number, features: number, groups: number): string =>
    `${training} rows to train on, ${test} to test on: ${features} features, ${groups} group${groups === 1 ? '' : 's'}`,
  sweeping: (text: string, repetitions: number): string => `training with ${text}: ${repetitions} repetitions each`,
  attacking: (pairs: number): string =>
    pairs === 0
      ? 'attacking the trained model'
      : `attacking: ${pairs} pairs of trainings with and without a crafted row`,
  pruning: (models: number): string => `pruning: ${models} model${models === 1 ? '' : 's'}`,
  perturbing: (run: string, repetitions: number): string =>
    `training ${run}: ${repetitions} release${repetitions === 1 ? '' : 's'}`,
  training: (run: string, repetitions: number, steps: number): string =>
    `training ${run}: ${repetitions} repetition${repetitions === 1 ? '' : 's'} of ${steps} steps`,
} as const;

/** A run in words: `dp-sgd epsilon 3 delta 0.000001`, and its remedy. The epsilon is that of the accountant, which may be a little below what was asked. */
export function runName({ id, algorithm, privacy }: Pick<TrainingRun, 'id' | 'algorithm' | 'privacy'>): string {
  const { epsilon, delta } = privacy;
  if (privacy.private === null) return `${algorithm.name} as logged`;
  const budget =
    epsilon === null
      ? `noise multiplier ${round(algorithm.noiseMultiplier ?? 0)}`
      : `epsilon ${round(epsilon)} delta ${delta}`;
  return `${algorithm.name} ${budget}${id === 'none' ? '' : ` ${id}`}`;
}

const round = (value: number): string => String(Number(value.toPrecision(3)));

/** What a result says of the privacy of a training. */
export const trainPrivacyMessages = {
  gradients: 'gradients',
  beside: 'what each step looks at beside its gradient',
  extra: 'losses after epochs',
  canary: 'trainings with and without one crafted row, whose noisy gradients the attacker sees',
  noNoise: 'no noise is added',
  logged: 'a log does not say how batches were drawn and how much noise one row meets',
  released: {
    'output-perturbation': 'parameters of the minimum',
    'objective-perturbation': 'minimum of the noisy objective',
  },
} as const;
