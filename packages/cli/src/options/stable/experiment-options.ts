import { confidenceOption } from '../confidence-option.js';
import { number, seed, texts } from '../reading/values.js';

/** How often, on which rows, and what is asked of the outcome. */
export const experimentOptions = {
  repetitions: {
    describe: 'trainings of every classifier, each on rows of its own; intervals are over them',
    default: '50 for Adult, 20 for other data',
    read: number({ atLeast: 1, whole: true }),
  },
  'test-share': {
    describe: 'part of the rows that is kept for testing, the same in all repetitions',
    default: '0.2',
    read: number({ above: 0, below: 1 }),
  },
  'train-share': {
    describe: 'part of the other rows that each repetition draws to train on, above 0 and at most 1',
    default: '0.75',
    read: number({ above: 0, atMost: 1 }),
  },
  replace: {
    describe:
      'training rows of the first repetition that are replaced one at a time, to measure uniform stability beside its bound; 0: none',
    default: '0',
    read: number({ atLeast: 0, whole: true }),
  },
  seed: {
    describe: 'seed of splits, draws and noise, a whole number below 2^64; equal seeds give equal numbers',
    default: 'fresh, printed and recorded',
    read: seed,
  },
  confidence: {
    ...confidenceOption,
    describe: 'confidence of every interval and of the generalisation bound, above 0 and below 1',
  },
  'fail-on': {
    describe:
      'MEASURE<LIMIT or MEASURE>LIMIT, measures accuracy, gamma, disparate-impact, gap and stab (test rows), tested on every cell: exit 1 when one is beyond; repeatable',
    default: 'none',
    repeatable: true,
    read: texts,
  },
} as const;
