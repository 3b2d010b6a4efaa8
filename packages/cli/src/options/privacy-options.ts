import { choice, choices, number, numbers } from './reading/values.js';

export const mechanismNames = ['laplace', 'gaussian', 'discrete-laplace', 'discrete-gaussian'] as const;
export type MechanismName = (typeof mechanismNames)[number];

export const neighbourNames = ['add-remove', 'replace'] as const;
export type NeighbourName = (typeof neighbourNames)[number];

/** The noise, and the privacy it gives. */
export const privacyOptions = {
  mechanism: {
    describe: `noise added to each count: ${mechanismNames.join(', ')}; a comma compares`,
    default: 'laplace',
    read: choices(mechanismNames),
  },
  epsilon: {
    describe: 'privacy budget of each noised count column; a comma compares',
    default: 'none: give epsilon, total-epsilon, scale or sigma',
    read: numbers({ above: 0 }),
  },
  'total-epsilon': {
    describe:
      'budget of a person over all noised count columns, split evenly by basic composition; instead of --epsilon',
    default: 'none',
    read: numbers({ above: 0 }),
  },
  delta: {
    describe:
      'probability that the guarantee of Gaussian or discrete Gaussian noise fails, above 0 and below 1; needed with --epsilon there',
    default: 'none',
    read: number({ above: 0, below: 1 }),
  },
  sensitivity: {
    describe:
      'largest change of a count column when one person changes, in counts (L1 norm for laplace and discrete-laplace, where it is a whole number; L2 for gaussian and discrete-gaussian); must be given with replace',
    default: '1',
    read: number({ above: 0 }),
  },
  neighbours: {
    describe: 'what "one person changes" means: add-remove, or replace',
    default: 'add-remove',
    read: choice(neighbourNames),
  },
  scale: {
    describe: 'scale b of Laplace or discrete Laplace noise, in counts, instead of epsilon; a comma compares',
    default: 'sensitivity / epsilon',
    read: numbers({ above: 0 }),
  },
  sigma: {
    describe:
      'standard deviation of Gaussian noise, or parameter of discrete Gaussian noise, in counts, instead of epsilon; a comma compares',
    default: 'the smallest that gives epsilon and delta',
    read: numbers({ above: 0 }),
  },
} as const;
