import { z } from 'zod';
import { requireInterval } from '../cell/interval.js';
import { methods } from '../cell/methods.js';
import { finite, finiteOrNull, nonNegative, probability, wholeNumber } from '../numbers.js';
import { mechanismKinds, mechanismSchema } from './privacy.js';

export const targetMeasures = ['alpha', 'cost', 'dollars', 'false-negative', 'false-positive'] as const;
/** What a target limits. */
export type TargetMeasure = (typeof targetMeasures)[number];

/** Whether a target holds at one budget: `met` and `missed` are proved by an end of the interval. */
export const lookVerdicts = ['met', 'missed', 'inconclusive', 'undefined'] as const;
export type LookVerdict = (typeof lookVerdicts)[number];

export const lookSchema = z
  .object({
    epsilon: nonNegative.describe('Budget of one count column.'),
    verdict: z
      .enum(lookVerdicts)
      .describe(
        'met: the upper end is below the limit; missed: the lower end is not; inconclusive: the interval holds the limit; undefined: there is no value.',
      ),
    estimate: finiteOrNull,
    lower: finiteOrNull,
    upper: finiteOrNull,
    reason: z.string().nullable().describe('Why there is no value; null where there is one.'),
  })
  .check(requireInterval('estimate', 'lower', 'upper'))
  .describe('The measure at one budget.');
/** The measure at one budget, and whether it meets the target. */
export type Look = z.infer<typeof lookSchema>;

export const targetStatuses = ['met', 'not-reachable', 'inconclusive'] as const;
/** What became of a target: met at some budget, missed at every budget that was tried, or neither is proved. */
export type TargetStatus = (typeof targetStatuses)[number];

export const targetOptionSchema = z
  .object({
    kind: z.enum(mechanismKinds),
    post: z.string(),
    assumes: z
      .array(z.string())
      .optional()
      .describe('What must be public for this post-processing besides the noisy counts; absent in older results.'),
    method: z.enum(methods).describe('How the measure was computed at `smallest`, or where nothing meets, at `best`.'),
    trials: wholeNumber.nullable().describe('Monte Carlo trials of each value; null for other methods.'),
    status: z.enum(targetStatuses),
    mechanism: mechanismSchema.nullable().describe('The mechanism at `smallest`; null where nothing meets.'),
    smallest: lookSchema.nullable().describe('The smallest budget found that meets the target.'),
    below: lookSchema
      .nullable()
      .describe(
        'The next smaller budget that was tried and does not meet it, within `precision` of `smallest`; null where the smallest of the range meets it.',
      ),
    holdsAbove: z.boolean().describe('Whether every larger budget of the scan meets it too.'),
    settled: lookSchema
      .nullable()
      .describe(
        'The smallest budget found from which every larger one of the scan meets it; null where the largest does not.',
      ),
    best: lookSchema.describe('Of the scan, the budget with the smallest upper end.'),
    scan: z.array(lookSchema).describe('The budgets that were tried first, in ascending order.'),
  })
  .describe('What one mechanism and post-processing can do for the target.');
/** What one mechanism and post-processing can do for a target. */
export type TargetOption = z.infer<typeof targetOptionSchema>;

export const certificateSchema = z
  .object({
    target: z.object({ text: z.string(), measure: z.enum(targetMeasures), limit: finite }),
    status: z.enum(targetStatuses),
    chosen: wholeNumber.nullable().describe('Which of `options` meets it with the smallest total epsilon; null: none.'),
    options: z.array(targetOptionSchema).describe('One per mechanism and post-processing.'),
    range: z.tuple([nonNegative, nonNegative]).describe('Smallest and largest budget tried, of one count column.'),
    precision: nonNegative.describe('`smallest` is at most (1 + precision) times `below`.'),
    confidence: probability.describe('All intervals of the certificate hold together with at least this probability.'),
    looks: wholeNumber.describe('How many intervals there may be: Monte Carlo intervals are widened for them.'),
    looksTaken: wholeNumber.optional().describe('How many were taken; absent in older results.'),
    interrupted: z
      .boolean()
      .optional()
      .describe(
        'Whether the search was stopped: then nothing is certified, and `smallest` is the smallest found by then. Absent in older results, which were not.',
      ),
    seed: z.string().describe('Seed of the simulation streams, decimal.'),
    command: z
      .string()
      .describe(
        'A command that shows the numbers of the chosen budget, or of the best where nothing meets the target.',
      ),
    dataSha256: z.array(z.string()).describe('SHA-256 of the data, then of the joined files.'),
  })
  .describe('Answer to the inverse question: the smallest budget that meets a target, with what proves it.');
/** The smallest privacy budget that meets a target, with the numbers that prove it. */
export type Certificate = z.infer<typeof certificateSchema>;
