import type { OptionTable } from '../../options/reading/option.js';
import { text } from '../../options/reading/values.js';
import { comparisonOptions } from '../../options/train/comparison-options.js';
import { examplesOptions } from '../../options/train/examples-options.js';
import { modelOptions } from '../../options/train/model-options.js';
import { trackingOptions, trainingOptions } from '../../options/train/training-options.js';
import { trainingPrivacyOptions } from '../../options/train/training-privacy-options.js';

/** The options that make up a `TrainSpec`, by the heading they stand under in the help. */
export const trainOptionGroups = {
  'Input:': examplesOptions,
  'Model:': modelOptions,
  'Privacy:': trainingPrivacyOptions,
  'Training:': trainingOptions,
  'Tracking:': trackingOptions,
  'Comparisons:': comparisonOptions,
} as const satisfies Record<string, OptionTable>;

/** All of them in one table, with the data file, which on a command line is the argument DATA. */
export const trainOptions: OptionTable = {
  data: { describe: 'the file that is learned from', read: text },
  ...examplesOptions,
  ...modelOptions,
  ...trainingPrivacyOptions,
  ...trainingOptions,
  ...trackingOptions,
  ...comparisonOptions,
};
