import { z } from 'zod';
import { finite, finiteOrNull, wholeNumber } from '../numbers.js';
import { measured } from './measured.js';

export const riskCauses = ['gradient-norm', 'input-norm', 'hessian-trace', 'boundary'] as const;
/** What the excessive risk of an example may come with. */
export type RiskCause = (typeof riskCauses)[number];

export const riskCauseSchema = z
  .object({
    cause: z.enum(riskCauses),
    correlation: measured('Pearson correlation with the excessive risk of each row.'),
    rankCorrelation: measured('Spearman correlation.'),
    reason: z.string().nullable(),
    bins: z
      .array(
        z.object({
          from: finite,
          to: finite,
          rows: wholeNumber,
          middle: finite.describe('Mean of the cause in the bin.'),
          risk: measured('Mean excessive risk in the bin.'),
        }),
      )
      .describe('Ten bins of about equal size.'),
  })
  .describe('How the excessive risk of single rows goes with one property of theirs.');
/** How the excessive risk of single rows goes with one property of theirs. */
export type RiskCauseOfRows = z.infer<typeof riskCauseSchema>;

export const sweepParameters = ['clip', 'noise-multiplier', 'epsilon', 'group-size'] as const;
export const sweepSchema = z
  .object({
    parameter: z.enum(sweepParameters),
    of: z.string().nullable().describe('group-size: the group that was sub-sampled.'),
    points: z.array(
      z.object({
        value: finite.describe('group-size: share of the training rows of the group that was kept.'),
        epsilon: finiteOrNull,
        accuracy: measured('Accuracy on the test rows.'),
        gap: measured('Largest excessive risk of a group minus the smallest.'),
        groups: z.array(
          z.object({
            group: z.string(),
            excessiveRisk: measured('Excessive risk of the group.'),
            clipping: finiteOrNull.describe('Part of it from clipping, as in clippingPart of a run.'),
            noise: finiteOrNull.describe('Part of it from noise.'),
          }),
        ),
      }),
    ),
  })
  .describe('The same training with one setting changed.');
/** The same training with one setting changed. */
export type Sweep = z.infer<typeof sweepSchema>;
