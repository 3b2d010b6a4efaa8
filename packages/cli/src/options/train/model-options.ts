import { choice, sequence } from '../reading/values.js';

export const modelNames = ['logistic', 'softmax', 'linear', 'svm', 'network'] as const;
export type ModelName = (typeof modelNames)[number];

export const activationNames = ['relu', 'tanh'] as const;
export type ActivationName = (typeof activationNames)[number];

/** What is trained. */
export const modelOptions = {
  model: {
    describe: `${modelNames.join(', ')} (svm: a smooth hinge; linear: a number is predicted, by squared loss)`,
    default: 'logistic',
    read: choice(modelNames),
  },
  hidden: {
    describe: 'units of the hidden layers of a network: one number, or two separated by a comma',
    default: '128',
    read: sequence({ atLeast: 1, whole: true }),
  },
  activation: {
    describe: `of the hidden units of a network: ${activationNames.join(', ')}`,
    default: 'relu',
    read: choice(activationNames),
  },
} as const;
