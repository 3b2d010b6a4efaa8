import { z } from 'zod';
import { finite, finiteOrNull, probability, wholeNumber } from '../numbers.js';
import { measured } from './measured.js';

export const trainingRemedySchema = z
  .object({
    id: z.string().describe('Name, which is the id of its run too.'),
    run: wholeNumber.describe('Position of its run.'),
    accuracy: measured('Accuracy on the test rows; minus the loss where there are no classes.'),
    gap: measured('Largest excessive risk of a group minus the smallest.'),
    narrowing: measured('Gap without remedy over this gap, on the same noise.'),
    worst: z.object({ group: z.string().nullable(), excessiveRisk: finiteOrNull }),
    efficient: z.boolean().describe('Whether no other is as good in accuracy, gap, privacy, and better in one.'),
    remark: z.string().nullable().describe('Why it is not to be recommended whatever its numbers.'),
  })
  .describe('One way to narrow the gap.');
/** One way to narrow the gap. */
export type TrainingRemedy = z.infer<typeof trainingRemedySchema>;

export const pruningSchema = z
  .object({
    method: z.enum(['magnitude', 'equalised-loss']),
    rate: probability.describe('Fraction of the weights set to 0.'),
    distance: finite.describe('Euclidean distance of the pruned parameters from the trained ones.'),
    gap: finiteOrNull.describe('Largest excessive loss of a group minus the smallest.'),
    accuracy: finiteOrNull,
    groups: z.array(
      z.object({
        group: z.string(),
        excessiveLoss: finiteOrNull,
        bound: finiteOrNull.describe(
          'Gradient norm times distance plus half the largest Hessian eigenvalue times its square.',
        ),
        accuracy: finiteOrNull,
        gradientNorm: finiteOrNull,
        largestEigenvalue: finiteOrNull,
      }),
    ),
  })
  .describe('The trained model with its smallest weights set to 0.');
/** The trained model with its smallest weights set to 0. */
export type Pruning = z.infer<typeof pruningSchema>;

export const membershipSchema = z
  .object({
    group: z.string().nullable().describe('Null for all rows.'),
    members: wholeNumber,
    others: wholeNumber,
    areaUnderCurve: measured('Probability that a member scores above a non-member.'),
    advantage: measured('Largest true positive rate minus false positive rate.'),
    curve: z.array(
      z.object({ falsePositive: probability, truePositive: probability, lower: probability, upper: probability }),
    ),
  })
  .describe('How well members of the training rows are told from others by their loss.');
/** How well members of the training rows are told from others by their loss. */
export type Membership = z.infer<typeof membershipSchema>;

export const attackSchema = z
  .object({
    membership: z.array(membershipSchema),
    epsilonLowerBound: z
      .object({
        method: z.string(),
        trials: wholeNumber,
        confidence: probability,
        delta: finite,
        lower: finiteOrNull.describe('Epsilon is at least this, at that confidence; null where nothing was found.'),
        claimed: finiteOrNull,
      })
      .nullable(),
  })
  .describe('What attacks find.');
/** What attacks find. */
export type Attacks = z.infer<typeof attackSchema>;
