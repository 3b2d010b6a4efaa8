import type { StabilityCell } from '@dpfair/result';
import type { LossKind, StableFairProgram } from '@dpfair/stability';
import { choice, choices, number, numbers, weightPairs } from '../reading/values.js';

export const presetNames = ['paper', 'released-code', 'own'] as const;
export const stableAlgorithmNames = [
  'zvrg',
  'kaas',
  'gyf',
  'plain',
  'private',
] as const satisfies readonly StabilityCell['algorithm'][];
export const lossNames = ['logistic', 'hinge', 'squared'] as const satisfies readonly LossKind[];
export const kernelNames = ['linear', 'rbf', 'multiquadric', 'inverse-multiquadric'] as const;
export const interceptNames = [
  'penalised',
  'free',
  'none',
] as const satisfies readonly StableFairProgram['intercept'][];

/** What is fitted. */
export const programOptions = {
  preset: {
    describe:
      'defaults as the paper describes its experiment, as its released code seems to run it, or own; what is given besides wins',
    default: 'paper for Adult, own for other data',
    read: choice(presetNames),
  },
  algorithm: {
    describe:
      'zvrg (bounded covariance of score and group), kaas (penalty on mutual information), gyf (logs of the rates of groups), plain (none of them), private (plain, trained with differential privacy); separated by commas',
    default: 'zvrg,kaas,gyf,plain',
    read: choices(stableAlgorithmNames),
  },
  lambda: {
    describe:
      'weights of the stability term, which is lambda times the squared norm, beside the mean loss; separated by commas',
    default: '0,0.01,0.02,0.03,0.04,0.05',
    read: numbers({ atLeast: 0 }),
  },
  loss: { describe: `${lossNames.join(', ')}`, default: 'logistic', read: choice(lossNames) },
  kernel: {
    describe: `${kernelNames.join(', ')}; all but linear take some thousand rows at most`,
    default: 'linear',
    read: choice(kernelNames),
  },
  'kernel-width': {
    describe:
      'width of the rbf kernel exp(-distance^2 / width^2), or c of the others, sqrt(distance^2 + c^2) and its inverse',
    default: '1',
    read: number({ above: 0 }),
  },
  intercept: {
    describe: 'the intercept is penalised as the weights are, free of the stability term, or there is none',
    default: 'penalised; free with the multiquadric kernel',
    read: choice(interceptNames),
  },
  bound: {
    describe: 'of zvrg: largest covariance of score and group',
    default: '0.1',
    read: number({ atLeast: 0 }),
  },
  weight: {
    describe: 'ALGORITHM=NUMBER: weight of the term of kaas or gyf beside the mean loss; repeatable',
    default: 'kaas=1, gyf=0.001',
    repeatable: true,
    read: weightPairs,
  },
} as const;
