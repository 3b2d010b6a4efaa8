import { confidenceOption } from '../confidence-option.js';
import { choice, flag, number, seed, texts } from '../reading/values.js';
import { examplesOptions } from '../train/examples-options.js';

export const smoothingNoises = ['gaussian', 'laplace'] as const;
export type SmoothingNoise = (typeof smoothingNoises)[number];

export const sharings = ['separate', 'common'] as const;
export type Sharing = (typeof sharings)[number];

export const samplingBounds = ['theorem-8', 'subsets'] as const;
export type SamplingBound = (typeof samplingBounds)[number];

export const scopes = ['each-pair', 'all-pairs'] as const;
export type Scope = (typeof scopes)[number];

/** Noise, draws, and what they keep. */
export const drawOptions = {
  noise: {
    describe: 'gaussian (any norm; more accurate as a rule) or laplace',
    default: 'gaussian',
    read: choice(smoothingNoises),
  },
  samples: {
    describe: 'draws for each row',
    default: '10000; with --excess the fewest that keep it',
    read: number({ atLeast: 1, atMost: 2 ** 36, whole: true }),
  },
  excess: {
    describe:
      'epsilon: what answers may differ by beyond the distance, but with probability delta; above 0 and below 1',
    default: 'what the draws keep',
    read: number({ above: 0, below: 1 }),
  },
  delta: {
    describe: 'probability that sampling breaks the guarantee, above 0 and below 1',
    default: '1e-4; with --samples and --excess what follows from them',
    read: number({ above: 0, below: 1 }),
  },
  bound: {
    describe: 'theorem-8 (as published) or subsets (tighter for few classes)',
    default: 'theorem-8',
    read: choice(samplingBounds),
  },
} as const;

/** How the model is smoothed, row by row. */
export const smoothingOptions = {
  ...drawOptions,
  sharing: {
    describe:
      'separate (each row has draws of its own) or common (all have the same: quicker, equal rows get equal answers, half the exponent of the guarantee)',
    default: 'separate',
    read: choice(sharings),
  },
  scope: {
    describe: 'whom the guarantee holds for: each-pair (one pair of rows named in advance) or all-pairs (all at once)',
    default: 'each-pair',
    read: choice(scopes),
  },
  adaptive: {
    describe: 'as many draws for each row as its own answers ask for, up to --max-samples, until --excess is kept',
    default: 'false',
    flag: true,
    read: flag,
  },
  'max-samples': {
    describe: 'with --adaptive: draws for one row after which it is given up',
    default: '1048576',
    read: number({ atLeast: 1024, atMost: 2 ** 36, whole: true }),
  },
  select: {
    describe:
      'draws of their own that select the class of each row, whose probability the others estimate; it abstains where that may be 1/2 or less; 0: the most frequent class is named',
    default: '0',
    read: number({ atLeast: 0, atMost: 2 ** 36, whole: true }),
  },
} as const;

const testShare = {
  ...examplesOptions['test-share'],
  describe:
    'part of the rows that is smoothed; the others only train the logistic regression of --metric logistic. With group, seed and share of a training it is the part kept there for testing. 0: all rows are both',
  default: '0',
};

/** What of the data is used, and what is asked of the result. */
export const smoothRunOptions = {
  'test-share': testShare,
  rows: {
    describe: 'rows that are smoothed at most, drawn at random',
    default: 'all',
    read: number({ atLeast: 1, whole: true }),
  },
  seed: {
    describe: 'seed of split and noise, a whole number below 2^64; equal seeds give equal numbers',
    default: 'fresh, printed and recorded',
    read: seed,
  },
  confidence: confidenceOption,
  'fail-on': {
    describe:
      'accuracy<LIMIT, confidence<LIMIT (mean probability of the right class), abstained>LIMIT, of the smoothed model at each scale, or of one group: accuracy:GROUP<LIMIT; exit 1 when it is so; repeatable',
    default: 'none',
    repeatable: true,
    read: texts,
  },
} as const;
