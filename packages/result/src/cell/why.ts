import { z } from 'zod';
import { finiteOrNull, nonNegative } from '../numbers.js';

export const boundSchema = z
  .object({
    name: z.string().describe('Which bound it is: a short id.'),
    quantity: z
      .enum(['alpha', 'largest-bias', 'threshold', 'variance', 'cost-of-privacy', 'size-gap'])
      .describe(
        'What is bounded: alpha; the largest absolute bias; the mean threshold of a simplex projection; the variance of one released count; the cost of privacy as a share; the largest absolute bias less the smallest.',
      ),
    estimate: finiteOrNull.describe('What this cell found for the quantity; null where it estimates no such thing.'),
    lower: finiteOrNull.describe('No smaller than this; null where the bound has no lower side.'),
    upper: finiteOrNull.describe('No larger than this; null where the bound has no upper side.'),
    slack: finiteOrNull.describe(
      'How much room the bound leaves: upper minus estimate, or estimate minus lower where there is no upper side; null without an estimate.',
    ),
    source: z.string().describe('Where the bound comes from.'),
    reason: z.string().nullable().describe('Why both sides are null; null when one is a number.'),
  })
  .describe('A bound that holds whatever the estimator found, stated beside it.');
export type Bound = z.infer<typeof boundSchema>;

export const uniformAlphaSchema = z
  .object({
    value: finiteOrNull.describe('Alpha for every table at once; null where there is no finite one, or none is known.'),
    reason: z.string().describe('Why it exists, or why not, in one sentence.'),
  })
  .describe('Whether one alpha holds for all counts, not only those of this table.');
export type UniformAlphaOfCell = z.infer<typeof uniformAlphaSchema>;

/** The causes that a bias is split into. */
export const causes = ['curvature', 'higher-orders', 'known-total', 'non-negativity', 'threshold-shape'] as const;
export type Cause = (typeof causes)[number];

export const attributionComponentSchema = z
  .object({
    name: z.enum(causes),
    bias: z.array(finiteOrNull).describe('What this cause adds to the bias of each entity.'),
    standardError: z
      .array(finiteOrNull)
      .optional()
      .describe('Of each part; absent where nothing was simulated for it.'),
    error: nonNegative
      .nullable()
      .describe('Estimated largest numerical or truncation error of a part; null where no estimate is derived.'),
    errorReason: z.string().optional().describe('Why `error` is null; absent where it is a number.'),
  })
  .describe('One cause of the biases, entity by entity.');

export type AttributionComponent = z.infer<typeof attributionComponentSchema>;

export const attributionSchema = z
  .object({
    components: z
      .array(attributionComponentSchema)
      .describe('In the order in which they are added; a cause that is exactly zero is left out.'),
    absent: z.array(z.enum(causes)).describe('Causes that add exactly nothing in this cell.'),
    largestRemainder: nonNegative
      .nullable()
      .describe(
        'Largest absolute difference between the sum of the parts and the bias: rounding, or the scatter of a simulation of what is never biased.',
      ),
    reason: z.string().nullable().describe('Why there are no components; null when there are, or nothing is biased.'),
  })
  .describe('What each bias comes from, part by part, adding up to it.');
export type Attribution = z.infer<typeof attributionSchema>;
