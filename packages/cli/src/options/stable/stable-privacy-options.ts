import { numbers } from '../reading/values.js';
import { trainingOptions } from '../train/training-options.js';
import { trainingPrivacyOptions } from '../train/training-privacy-options.js';

const { delta, clip } = trainingPrivacyOptions;
const { batch, epochs, 'learning-rate': learningRate } = trainingOptions;

/** How algorithm `private` is trained: noisy descent of the logistic loss with flat clipping. */
export const stablePrivacyOptions = {
  epsilon: {
    describe:
      'privacy budgets of a training with algorithm private, separated by commas; the noise that each takes is solved for',
    default: 'none; needed with algorithm private',
    read: numbers({ above: 0 }),
  },
  delta,
  clip,
  epochs,
  batch,
  'learning-rate': { ...learningRate, default: '0.5' },
} as const;
