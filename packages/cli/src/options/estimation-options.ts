import { confidenceOption } from './confidence-option.js';
import { choice, flag, number, seed } from './reading/values.js';

export const methodNames = ['auto', 'exact', 'series', 'montecarlo'] as const;
export type MethodName = (typeof methodNames)[number];

export const samplingErrorNames = ['cv', 'column'] as const;

/** How the bias is computed. */
export const estimationOptions = {
  method: {
    describe: `${methodNames.join(', ')}; auto takes exact, else series when its error is small enough, else montecarlo`,
    default: 'auto',
    read: choice(methodNames),
  },
  plain: {
    describe: 'plain Monte Carlo, without control variates: needs many more trials',
    default: 'false',
    flag: true,
    read: flag,
  },
  why: {
    describe:
      'simulate the causes of the biases apart where that takes longer than the audit itself: title1 with sum or simplex',
    default: 'false',
    flag: true,
    read: flag,
  },
  trials: {
    describe:
      'Monte Carlo trials, a whole number of at least 4; rounded up to a multiple of the shards they are dealt in',
    default: '20000',
    read: number({ atLeast: 4, whole: true }),
  },
  tolerance: {
    describe:
      'fraction of alpha: Monte Carlo stops when the half-width of its interval is below it; auto takes a series whose error is below it',
    default: 'none for Monte Carlo, 0.01 for a series',
    read: number({ above: 0 }),
  },
  'sampling-error': {
    describe:
      'puts privacy noise beside the sampling error of the counts: cv (coefficient of variation of SAIPE by role population) or column (roles moe, a 90 % margin of error, or standard-error; moe-ROLE where several counts are noised)',
    default: 'none',
    read: choice(samplingErrorNames),
  },
  seed: {
    describe: 'seed of the simulation, a whole number below 2^64, decimal or 0x...; equal seeds give equal numbers',
    default: 'fresh, printed and recorded',
    read: seed,
  },
  confidence: confidenceOption,
} as const;
