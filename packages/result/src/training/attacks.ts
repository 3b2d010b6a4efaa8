import { z } from 'zod';
import { finite, finiteOrNull, probability, wholeNumber } from '../numbers.js';
import { measured } from './measured.js';

const operatingPointSchema = z
  .object({
    allowed: probability.describe('False positive rate that the threshold was made for.'),
    falsePositive: measured('False positive rate of the threshold; null where there are too few non-members for it.'),
    truePositive: measured('True positive rate of the same threshold.'),
  })
  .describe('A threshold on the score, found from the non-members alone.');

export const membershipSchema = z
  .object({
    group: z.string().nullable().describe('Null for all rows.'),
    members: wholeNumber,
    others: wholeNumber,
    small: z.boolean().describe('Fewer than 30 members or non-members: intervals are wide or rough.'),
    areaUnderCurve: measured('Probability that a member scores above a non-member, ties as half.'),
    advantage: measured(
      'Largest true positive rate minus false positive rate over thresholds; the interval always covers.',
    ),
    operatingPoints: z.array(operatingPointSchema),
    curve: z
      .array(
        z.object({
          falsePositive: probability,
          truePositive: probability,
          lower: probability.describe('Lower end of the true positive rate of this threshold, taken by itself.'),
          upper: probability,
        }),
      )
      .describe('From (0, 0) to (1, 1), thinned evenly on a log axis of the false positive rate.'),
  })
  .describe('How well members of the training rows are told from others by their score.');
/** How well members of the training rows are told from others by their score. */
export type Membership = z.infer<typeof membershipSchema>;

export const epsilonLowerBoundSchema = z
  .object({
    method: z.string().describe('What was done, in words.'),
    trials: wholeNumber.describe('Trainings, with and without the crafted row.'),
    confidence: probability,
    delta: finite,
    lower: finiteOrNull.describe('Epsilon is at least this, at that confidence; null where nothing was found.'),
    gaussian: finiteOrNull.describe(
      'The same if errors trade off as under Gaussian noise, which is assumed and not tested; null where nothing was found.',
    ),
    claimed: finiteOrNull,
    truePositive: measured('Of the threshold, on the trials that did not choose it.'),
    falsePositive: measured('Of the threshold, on the trials that did not choose it.'),
  })
  .describe('A lower bound on epsilon, from attacking trainings.');
/** A lower bound on epsilon, from attacking trainings. */
export type EpsilonLowerBound = z.infer<typeof epsilonLowerBoundSchema>;

export const attackSchema = z
  .object({
    membership: z.array(membershipSchema).describe('All rows first, then each group.'),
    confidence: probability.describe('Of each interval of membership, taken by itself.'),
    epsilonLowerBound: epsilonLowerBoundSchema.nullable().describe('Null where no trainings were attacked.'),
  })
  .describe('What attacks find.');
/** What attacks find. */
export type Attacks = z.infer<typeof attackSchema>;
