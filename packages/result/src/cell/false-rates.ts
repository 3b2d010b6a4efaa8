import { z } from 'zod';
import { finiteOrNull, nonNegative, probability, wholeNumber } from '../numbers.js';
import { requireInterval } from './interval.js';

export const falseRateSchema = z
  .object({
    entities: wholeNumber.describe('Entities whose true answer is yes (false negatives) or no (false positives).'),
    wrong: nonNegative.nullable().describe('Expected number of them that get the wrong answer.'),
    rate: probability.nullable().describe('wrong divided by entities.'),
    lower: probability.nullable(),
    upper: probability.nullable(),
    reason: z.string().nullable().describe('Why the rate is null; null when it is a number.'),
  })
  .check(requireInterval('rate', 'lower', 'upper'))
  .describe('How often a true answer is turned into the other one. Intervals are for one rate at a time.');
/** How often a true answer is turned into the other one. */
export type FalseRate = z.infer<typeof falseRateSchema>;

const bothRates = {
  falseNegative: falseRateSchema.describe('Of the entities whose true answer is yes: those that are told no.'),
  falsePositive: falseRateSchema.describe('Of the entities whose true answer is no: those that are told yes.'),
};
/** False negatives and false positives of one set of entities. */
export type FalseRatePair = z.infer<z.ZodObject<typeof bothRates>>;

export const falseRatesSchema = z
  .object({
    overall: z.object(bothRates),
    byGroup: z.array(z.object({ group: z.string(), ...bothRates })).describe('Empty without groups.'),
    byDistance: z
      .array(
        z.object({
          from: finiteOrNull.describe('Smallest distance; null for no limit.'),
          to: finiteOrNull.describe('Largest distance; null for no limit.'),
          ...bothRates,
        }),
      )
      .describe(
        'By the distance to the threshold, smallest first; without the ranges in which there is no entity. A distance of 0 counts to the side of its true answer. Empty where distances are not defined.',
      ),
  })
  .describe('Yes-or-no decisions only: how often the answer is wrong, over all, by group, and by distance.');
/** How often the answers of a yes-or-no decision are wrong. */
export type FalseRates = z.infer<typeof falseRatesSchema>;
