import type { OptionTable } from '../../options/reading/option.js';
import { text } from '../../options/reading/values.js';
import { metricOptions, metricScaleOptions } from '../../options/smooth/metric-options.js';
import { modelInputOptions } from '../../options/smooth/model-input-options.js';
import { pairOptions } from '../../options/smooth/pair-options.js';
import { drawOptions, smoothingOptions, smoothRunOptions } from '../../options/smooth/smoothing-options.js';

/** The options of `dpfair smooth`, by the heading they stand under in the help. */
export const smoothOptionGroups = {
  'Input:': modelInputOptions,
  'Metric:': { ...metricOptions, ...metricScaleOptions },
  'Smoothing:': smoothingOptions,
  'Rows and checks:': smoothRunOptions,
} as const satisfies Record<string, OptionTable>;

/** The options of `dpfair smooth audit`. */
export const pairOptionGroups = {
  'Input:': modelInputOptions,
  'Metric:': { ...metricOptions, ...metricScaleOptions },
  'Search:': pairOptions,
  'Smoothing:': drawOptions,
} as const satisfies Record<string, OptionTable>;

const data = { data: { describe: 'the file of people', read: text } };

/** All of `dpfair smooth` in one table, with the data file, which on a command line is the argument DATA. */
export const smoothOptions: OptionTable = Object.assign({ ...data }, ...Object.values(smoothOptionGroups));

/** All of `dpfair smooth audit`. */
export const pairsOptions: OptionTable = Object.assign({ ...data }, ...Object.values(pairOptionGroups));
