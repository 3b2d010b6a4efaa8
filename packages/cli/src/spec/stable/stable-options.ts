import type { OptionTable } from '../../options/reading/option.js';
import { text } from '../../options/reading/values.js';
import { experimentOptions } from '../../options/stable/experiment-options.js';
import { programOptions } from '../../options/stable/program-options.js';
import { stableDataOptions } from '../../options/stable/stable-data-options.js';
import { stablePrivacyOptions } from '../../options/stable/stable-privacy-options.js';

/** The options that make up a `StableSpec`, by the heading they stand under in the help. */
export const stableOptionGroups = {
  'Input:': stableDataOptions,
  'Programs:': programOptions,
  'Privacy:': stablePrivacyOptions,
  'Experiment:': experimentOptions,
} as const satisfies Record<string, OptionTable>;

/** All of them in one table, with the data file, which on a command line is the argument DATA. */
export const stableOptions: OptionTable = {
  data: { describe: 'the file that is learned from, or the folder of a known data set', read: text },
  ...stableDataOptions,
  ...programOptions,
  ...stablePrivacyOptions,
  ...experimentOptions,
};
