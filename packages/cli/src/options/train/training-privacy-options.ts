import { choice, number, numbers } from '../reading/values.js';

export const algorithmNames = ['dp-sgd', 'output-perturbation', 'objective-perturbation'] as const;
export type AlgorithmName = (typeof algorithmNames)[number];

export const accountantNames = ['pld', 'rdp'] as const;
export type AccountantOptionName = (typeof accountantNames)[number];

export const clippingNames = [
  'flat',
  'per-layer',
  'automatic',
  'adaptive',
  'by-group',
  'global',
  'global-adaptive',
] as const;
export type ClippingName = (typeof clippingNames)[number];

/** How gradients are limited and noised, and the privacy that this gives. */
export const trainingPrivacyOptions = {
  algorithm: {
    describe:
      'dp-sgd (noisy descent), output-perturbation (noise on the parameters of a minimum: logistic, softmax, svm) or objective-perturbation (noise in what is minimized: logistic)',
    default: 'dp-sgd',
    read: choice(algorithmNames),
  },
  epsilon: {
    describe:
      'privacy budget of the whole training, counts of adaptive rules included; the noise that it takes is solved for; a comma compares',
    default: 'none; this or --sigma is needed',
    read: numbers({ above: 0 }),
  },
  delta: {
    describe: 'probability that the guarantee fails, above 0 and below 1; best below one in the number of rows',
    default: '1e-6',
    read: number({ above: 0, below: 1 }),
  },
  sigma: {
    describe:
      'noise multiplier instead of epsilon: standard deviation of the noise of a sum of gradients over the most that one row adds; 0 is clipping alone; a comma compares',
    default: 'the smallest that gives epsilon',
    read: numbers({ atLeast: 0 }),
  },
  accountant: {
    describe:
      'how steps are composed: pld (distribution of the privacy loss, tight) or rdp (Renyi moments, looser and quicker)',
    default: 'pld',
    read: choice(accountantNames),
  },
  clip: {
    describe: 'clipping bound: largest Euclidean norm of the gradient of a row',
    default: '0.1',
    read: number({ above: 0 }),
  },
  clipping: {
    describe: `rule of clipping: ${clippingNames.join(', ')} (by-group: DPSGD-F; global: longer gradients are dropped)`,
    default: 'flat',
    read: choice(clippingNames),
  },
  'clip-limit': {
    describe: 'norm above which gradients are dropped (global) or clipped (global-adaptive: at the start)',
    default: '5, or --clip where that is more',
    read: number({ above: 0 }),
  },
  'clip-quantile': {
    describe: 'part of the gradients that is to be shorter than the bound, above 0 and below 1 (adaptive)',
    default: '0.5',
    read: number({ above: 0, below: 1 }),
  },
  'clip-rate': {
    describe: 'how fast the bound or limit follows (adaptive, global-adaptive)',
    default: '0.2 (adaptive), 0.1 (global-adaptive)',
    read: number({ above: 0 }),
  },
  'clip-stability': {
    describe: 'what is added to the norm that a gradient is divided by (automatic)',
    default: '0.01',
    read: number({ above: 0 }),
  },
  'count-noise': {
    describe:
      'standard deviation of the noise of each count that a rule looks at (adaptive, by-group, global-adaptive)',
    default: '10',
    read: number({ above: 0 }),
  },
} as const;
