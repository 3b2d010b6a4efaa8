import { confidenceOption } from '../confidence-option.js';
import { choice, flag, number, seed, texts } from '../reading/values.js';

export const optimizerOptionNames = ['sgd', 'adam'] as const;
export type OptimizerOptionName = (typeof optimizerOptionNames)[number];

/** How the model is trained, and how often. */
export const trainingOptions = {
  optimizer: {
    describe: `${optimizerOptionNames.join(', ')}; the clipping and noise terms are those of plain descent, sgd`,
    default: 'sgd',
    read: choice(optimizerOptionNames),
  },
  'learning-rate': {
    describe: 'what a gradient is multiplied by in a step',
    default: '0.5; 0.05 for linear and svm; 0.01 with adam',
    read: number({ above: 0 }),
  },
  batch: {
    describe: 'expected rows of a batch; each row is in it by chance, independently (Poisson sampling)',
    default: '256, or all rows where there are fewer',
    read: number({ atLeast: 1 }),
  },
  epochs: {
    describe: 'how often every row is seen, on average; at least one step each',
    default: '20',
    read: number({ atLeast: 1, whole: true }),
  },
  regularization: {
    describe: 'lambda of lambda/2 times the squared norm of the parameters, added to the mean loss',
    default: '0; 0.01 for output and objective perturbation',
    read: number({ atLeast: 0 }),
  },
  repetitions: {
    describe:
      'trainings with fresh noise, batches and start, each beside the same training without privacy; intervals are over them',
    default: '10; 4 for a network; 100 for output and 20 for objective perturbation',
    read: number({ atLeast: 1, whole: true }),
  },
  seed: {
    describe: 'seed of split, batches, start and noise, a whole number below 2^64; equal seeds give equal numbers',
    default: 'fresh, printed and recorded',
    read: seed,
  },
  confidence: confidenceOption,
  'fail-on': {
    describe:
      'gap>LIMIT (widest difference of excessive risk between groups), risk>LIMIT (excessive risk of each group) or risk:GROUP>LIMIT, in units of the loss: exit 1 when a run is above it; repeatable',
    default: 'none',
    repeatable: true,
    read: texts,
  },
} as const;

/** How closely the trainings are followed. */
export const trackingOptions = {
  'track-every': {
    describe: 'steps from one tracked step to the next, at most; they are closer at the beginning',
    default: '50',
    read: number({ atLeast: 1, whole: true }),
  },
  'track-rows': {
    describe:
      'about how many rows the terms of a step are measured from; small groups add up to a quarter, so that they are seen',
    default: '2000; 500 for a network',
    read: number({ atLeast: 2, whole: true }),
  },
  'no-track': {
    describe: 'only the ends of the trainings are looked at: no clipping and noise terms',
    default: 'false',
    flag: true,
    read: flag,
  },
} as const;
