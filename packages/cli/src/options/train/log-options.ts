import { confidenceOption } from '../confidence-option.js';
import { number } from '../reading/values.js';
import { trainingOptions } from './training-options.js';

/** What is said of a training whose logs are read. */
export const logOptions = {
  steps: {
    describe: 'steps of the whole training, above the last that was logged: sums are filled in up to there',
    default: 'the last logged step + 1',
    read: number({ atLeast: 1, whole: true }),
  },
  confidence: confidenceOption,
  'fail-on': trainingOptions['fail-on'],
} as const;
