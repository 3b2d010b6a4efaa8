import { text } from './reading/values.js';

/** Where results go. Files are written whole or not at all. */
export const outputOptions = {
  json: { describe: 'write the result as JSON to this file; - is stdout', default: 'none', read: text },
  html: { describe: 'write the report as one HTML file; - is stdout', default: 'none', read: text },
  csv: { describe: 'write one row per entity and cell to this file; - is stdout', default: 'none', read: text },
  svg: { describe: 'write each figure as SVG into this folder', default: 'none', read: text },
  vega: { describe: 'write each figure as a Vega-Lite spec into this folder', default: 'none', read: text },
} as const;

/** The same of a command whose CSV has other rows, or may have. @param rows what its CSV has: `one row per ...` */
export const outputOptionsWith = (rows: string): typeof outputOptions => ({
  ...outputOptions,
  csv: {
    ...outputOptions.csv,
    describe: `write ${rows} to this file; - is stdout` as typeof outputOptions.csv.describe,
  },
});

/** Rows of the CSV of a training. */
export const trainingRows = 'one row per group, and per group and step,';

/** Rows of the CSV of a smoothed model. */
export const smoothingRows = 'one row per group and scale, and per row, column of the metric, search and pair,';
/** Rows of the CSV of an experiment on stable classifiers. */
export const stabilityRows = 'one row per cell, per group of it, and per fit,';

/** Where each kind of output goes; undefined when it was not asked for. */
export interface OutputTargets {
  readonly json?: string;
  readonly html?: string;
  readonly csv?: string;
  readonly svg?: string;
  readonly vega?: string;
}
