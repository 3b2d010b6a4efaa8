import { z } from 'zod';
import { requireOneLength } from '../cell/one-length.js';
import { finite, finiteOrNull, nonNegative, probability, wholeNumber } from '../numbers.js';
import { measuredSize } from '../training/measured.js';
import { pairSearchSchema } from './pair-search.js';

const beforeAndAfter = (meaning: string) =>
  z
    .object({ model: measuredSize('Of the model as it is.'), smoothed: measuredSize('Of the smoothed model.') })
    .describe(meaning);

export const smoothedModelSchema = z
  .object({
    source: z.enum(['trained', 'onnx']),
    path: z.string(),
    sha256: z.string(),
    summary: z.string().describe('What the model is, in a few words.'),
    classes: z.array(z.string()).describe('In the order of their numbers.'),
    columns: z.array(z.string()).describe('Inputs of the model.'),
  })
  .describe('The model that is smoothed or audited.');
/** The model that is smoothed or audited. */
export type SmoothedModel = z.infer<typeof smoothedModelSchema>;

export const metricSchema = z
  .object({
    source: z.enum(['given', 'file', 'minimal', 'logistic', 'uniform']).describe('Where its weights come from.'),
    norm: nonNegative.nullable().describe('p of the norm; null for the largest coordinate.'),
    constant: nonNegative.describe('What the scales were multiplied by.'),
    columns: z.array(z.string()),
    scales: z.array(nonNegative).describe('D(a, b) = || scales o (a - b) ||_p.'),
    deviations: z
      .array(nonNegative)
      .optional()
      .describe('What a number of the file is divided by before the model reads it, one a column; 1 where it is not.'),
    held: z
      .array(z.object({ column: z.string(), value: finite }))
      .describe('Columns of scale 0, and the value at which the model reads them.'),
  })
  .check(requireOneLength('columns', 'scales'))
  .describe('How far apart two people are.');
/** How far apart two people are. */
export type SmoothingMetric = z.infer<typeof metricSchema>;

export const smoothingNoiseSchema = z.object({
  kind: z.enum(['laplace', 'gaussian']),
  scales: z.array(nonNegative).describe('What a unit draw is divided by, one a column; 0 where a column has no noise.'),
  sharing: z.enum(['separate', 'common']).describe('Whether all rows get the same draws.'),
});

/** Noise on the inputs of a model. */
export type SmoothingNoise = z.infer<typeof smoothingNoiseSchema>;

export const samplingGuaranteeSchema = z
  .object({
    excess: probability.describe('Epsilon: total variation between two answers is at most D + excess, ...'),
    delta: nonNegative.describe('... but for this probability.'),
    scope: z.enum(['each-pair', 'all-pairs']).describe('One pair named in advance, or all pairs of rows at once.'),
    bound: z.enum(['theorem-8', 'subsets', 'chernoff']).describe('What it is proved by.'),
    samples: z
      .object({
        least: wholeNumber,
        most: wholeNumber,
        total: wholeNumber.describe('Of all rows, without pilot draws.'),
        pilot: wholeNumber.describe(
          'Draws of each row, beside those, that decided on their number; 0 where it was fixed.',
        ),
      })
      .describe('Draws for a row.'),
    short: wholeNumber.describe('Rows that were given up before they had draws enough.'),
  })
  .describe('What the sampled probabilities keep.');

export const searchSamplingSchema = z
  .object({
    noise: smoothingNoiseSchema,
    samples: wholeNumber.describe('Draws of each answer.'),
    excess: probability.describe('What sampling may add to the total variation between two answers, ...'),
    delta: nonNegative.describe('... but for this probability, for all pairs at once.'),
    pairs: wholeNumber.describe('How many pairs that are, at most.'),
    bound: samplingGuaranteeSchema.shape.bound,
  })
  .describe('Noise and draws of the smoothed model that a search asked.');
/** Noise and draws of the smoothed model that a search asked. */
export type SearchSampling = z.infer<typeof searchSamplingSchema>;

export const smoothedGroupSchema = z.object({
  group: z.string(),
  rows: wholeNumber,
  small: z.boolean().describe('Fewer than 30 rows.'),
  accuracy: beforeAndAfter('Fraction of rows that are classified rightly; null without labels.'),
  confidence: beforeAndAfter(
    'Mean probability of the right class, which is 1 or 0 for each row of the model as it is; only this keeps the guarantee. Null without labels.',
  ),
  positive: beforeAndAfter('Mean probability of the last class.'),
  abstained: finiteOrNull.describe('Fraction of rows for which no class is named; null where none was selected.'),
});
/** What smoothing does to one group. */
export type SmoothedGroup = z.infer<typeof smoothedGroupSchema>;

export const smoothedRowsSchema = z
  .object({
    row: z.array(wholeNumber).describe('Line of the file.'),
    label: z.array(wholeNumber.nullable()).describe('Place of the right class; null without labels.'),
    group: z.array(wholeNumber).describe('Place of the group in groups.'),
    before: z.array(wholeNumber).describe('Class of the model as it is.'),
    after: z
      .array(wholeNumber.nullable())
      .describe('Most probable class of the smoothed model; null where it abstains.'),
    probability: z.array(z.array(probability)).describe('One array a class: of the smoothed model.'),
    radius: z
      .array(finiteOrNull)
      .describe('How far the probabilities can be off, in total variation; null where not known by row.'),
    lower: z.array(finiteOrNull).describe('Interval of the probability of the class that was selected.'),
    upper: z.array(finiteOrNull),
    samples: z.array(wholeNumber),
    confidence: probability
      .optional()
      .describe(
        'Of the radius and the interval of each row: 1 - delta / 2 where draws are adaptive (1 - delta / rows for all pairs), else that of the groups.',
      ),
  })
  .check(
    requireOneLength('row', 'label', 'group', 'before', 'after', 'probability', 'radius', 'lower', 'upper', 'samples'),
  )
  .describe('One element a row.');
/** The smoothed model, row by row. */
export type SmoothedRows = z.infer<typeof smoothedRowsSchema>;

export const smoothingRunSchema = z
  .object({
    metric: metricSchema,
    noise: smoothingNoiseSchema,
    guarantee: samplingGuaranteeSchema,
    confidence: probability.describe('Of the intervals of groups; those of rows have their own.'),
    population: smoothedGroupSchema,
    groups: z.array(smoothedGroupSchema),
    rows: smoothedRowsSchema.nullable().describe('Null for scales of the trade-off other than the first.'),
  })
  .describe('The model smoothed under one metric.');
/** The model smoothed under one metric. */
export type SmoothingRun = z.infer<typeof smoothingRunSchema>;

export const smoothingShape = {
  data: z.object({
    rows: wholeNumber,
    missing: wholeNumber,
    label: z.string().nullable(),
    group: z.string().nullable(),
    groups: z.array(z.string()),
  }),
  model: smoothedModelSchema,
  metric: metricSchema.optional().describe('Metric of a search for unfair pairs; absent where runs have their own.'),
  answers: z
    .enum(['labels', 'probabilities'])
    .optional()
    .describe('What answers of the model as it is a search compared; absent where it was not searched.'),
  sampled: searchSamplingSchema
    .optional()
    .describe('What the smoothed model was searched with; absent where it was not searched.'),
  runs: z.array(smoothingRunSchema).describe('One per scale of the metric; empty for an audit of the model alone.'),
  searches: z.array(pairSearchSchema).describe('What a search for unfair pairs found; empty where none was made.'),
};
