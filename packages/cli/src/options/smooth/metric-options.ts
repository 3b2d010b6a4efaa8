import { choice, number, numbers, texts, valuePairs } from '../reading/values.js';

export const normNames = ['1', '2', 'inf'] as const;
export type NormName = (typeof normNames)[number];

export const metricUnits = ['features', 'columns'] as const;
export type MetricUnits = (typeof metricUnits)[number];

/** How different two people count as being. */
export const metricOptions = {
  metric: {
    describe:
      'weights of the columns: COLUMN=WEIGHT,... (repeatable), a CSV file of column,weight, uniform (1 each), minimal (the smallest that is fair to the probabilities of a logistic model) or logistic (sizes of the coefficients of a logistic regression on DATA, with mean 1)',
    default: 'logistic',
    repeatable: true,
    read: texts,
  },
  norm: {
    describe: 'p of (sum of weight |difference|^p)^(1/p): 1, 2 or inf (the largest weight |difference|)',
    default: '1',
    read: choice(normNames),
  },
  'other-weight': {
    describe:
      'weight of columns without one in --metric; 0: the metric does not see them and the model reads them as one value',
    default: 'none: each column needs one',
    read: number({ atLeast: 0 }),
  },
  'metric-units': {
    describe:
      'what a weight is per: features (what the model reads; standard deviations after a training with --scaling standard) or columns (units of the file)',
    default: 'features',
    read: choice(metricUnits),
  },
  held: {
    describe: 'COLUMN=VALUE at which the model reads a column of weight 0, in the words of the file; repeatable',
    default: 'the median, the most frequent text',
    repeatable: true,
    read: valuePairs,
  },
} as const;

/** A trade-off is over this one. */
export const metricScaleOptions = {
  'metric-scale': {
    describe:
      'what distances are multiplied by, so scales and not weights (the constant of the paper multiplies weights: the same with --norm 1 and inf, its root with 2): a larger one means less noise, and answers that may differ more; a comma gives a trade-off',
    default: '1',
    read: numbers({ above: 0 }),
  },
} as const;
