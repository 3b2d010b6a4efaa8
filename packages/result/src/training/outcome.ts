import { z } from 'zod';
import { finiteOrNull, wholeNumber } from '../numbers.js';
import { measured } from './measured.js';

const pair = (meaning: string) =>
  z.object({ nonPrivate: measured('Without privacy.'), private: measured('With privacy.') }).describe(meaning);

export const groupOutcomeSchema = z
  .object({
    group: z.string(),
    rows: z.object({
      training: wholeNumber.nullable().describe('Null where a log does not say.'),
      test: wholeNumber.describe('0 where nothing was tested, as from a log.'),
    }),
    small: z.boolean().describe('Too few rows to read much from.'),
    loss: pair('Mean loss over the training rows of the group, at the end; from a log: before the last logged step.'),
    excessiveRisk: measured('Mean loss with privacy minus mean loss without, over the training rows of the group.'),
    gap: measured('Excessive risk of the group minus that of all rows.'),
    clippingPart: measured(
      'Part of the excessive risk from clipping: loss of the same training with clipping but without noise, minus loss without both.',
    ),
    noisePart: measured('Part from noise: excessiveRisk minus clippingPart.'),
    clipping: measured('Sum over steps of the clipping term, most of which later steps repair: see path.'),
    noise: measured('Sum over steps of the noise term.'),
    path: measured(
      'Sum over steps of the descent with privacy minus the descent without: what follows from being elsewhere; null from a log.',
    ),
    remainder: measured(
      'Excessive risk minus clipping, noise and path: third order, and steps between those that were tracked.',
    ),
    accuracy: pair('Fraction of test rows that are classified rightly; null without classes.'),
    testError: pair(
      'Root mean squared error on test rows of a number that is predicted, in the unit of the label; null for classes. Absent from results of before it was measured.',
    ).optional(),
    calibration: pair('Expected calibration error on test rows, ten bins of equal width; null without probabilities.'),
    clipRate: finiteOrNull.describe('Mean over steps of the fraction of rows that are clipped.'),
    gradientNorm: finiteOrNull.describe(
      'Mean gradient norm of a row, over steps; at the minimum without privacy where that is perturbed.',
    ),
    inputNorm: finiteOrNull.describe('Mean Euclidean norm of the inputs of a training row.'),
    hessianTrace: finiteOrNull.describe(
      'Mean trace of the Hessian of a row, over steps; at the minimum without privacy where that is perturbed.',
    ),
    boundary: finiteOrNull.describe(
      'Mean of 1 - sum of squared probabilities, over steps; at the minimum without privacy where that is perturbed.',
    ),
    approximation: finiteOrNull
      .optional()
      .describe('Output perturbation: half the noise variance times the mean Hessian trace (Theorem 1).'),
    simulated: measured('Output perturbation: excessiveRisk as simulated, beside the exact one.').optional(),
  })
  .describe('What private training does to one group.');
/** What private training does to one group. */
export type GroupOutcome = z.infer<typeof groupOutcomeSchema>;

const column = (meaning: string) => z.array(finiteOrNull).describe(meaning);

export const groupPathSchema = z
  .object({
    group: z.string(),
    loss: column('Mean loss with privacy, before the step.'),
    nonPrivateLoss: column('Mean loss of the training without privacy at the same step.'),
    excessiveRisk: column('Loss minus nonPrivateLoss.'),
    lower: column('Lower end of the interval of excessiveRisk over repetitions.'),
    upper: column('Upper end.'),
    clippingPart: column(
      'Part of excessiveRisk from clipping: loss of the training that clips but adds no noise, minus nonPrivateLoss.',
    ),
    noisePart: column('Part from noise: excessiveRisk minus clippingPart.'),
    clipping: column('Clipping term of the step.'),
    clippingFirst: column('Its first-order part.'),
    clippingSecond: column('Its second-order part.'),
    direction: column('Its part from changed direction.'),
    magnitude: column('Its part from changed length.'),
    noise: column('Noise term of the step.'),
    descent: column('Descent of the step, without clipping and noise.'),
    accumulatedClipping: column('Sum of the clipping terms so far, steps in between filled in.'),
    accumulatedNoise: column('Sum of the noise terms so far.'),
    accumulatedPath: column('Sum of the differences of descent so far.'),
    remainder: column('Actual change of loss in the step minus the predicted one, mean over repetitions.'),
    remainderLower: column('Lower end of its interval over noise and batches.'),
    remainderUpper: column('Upper end.'),
    hessianTrace: column('Mean Hessian trace.'),
    gradientNorm: column('Norm of the mean gradient.'),
    meanGradientNorm: column('Mean of the gradient norms.'),
    clipRate: column('Fraction of rows clipped.'),
    boundary: column('Mean of 1 - sum of squared probabilities.'),
  })
  .describe('One group along the training, one element a tracked step.');
/** One group along the training. */
export type GroupPath = z.infer<typeof groupPathSchema>;

export const pathSchema = z
  .object({
    every: wholeNumber.describe('Steps from one tracked step to the next, at most; they are closer at the beginning.'),
    step: z.array(wholeNumber),
    rows: wholeNumber.nullable().describe('Rows that the terms were computed from; null where a log does not say.'),
    population: groupPathSchema,
    groups: z.array(groupPathSchema),
  })
  .describe('The training, step by step.');
/** The training, step by step. */
export type TrainingPath = z.infer<typeof pathSchema>;

const widestDifference = measured('Largest excessive risk of a group minus the smallest.').extend({
  most: z.string().nullable().describe('Group that bears the largest excessive risk.'),
  least: z.string().nullable(),
});

export const riskGapSchema = widestDifference.extend({
  withoutSmall: widestDifference
    .nullable()
    .optional()
    .describe('The same between groups that are not small; null where none is small, or fewer than two are not.'),
  reason: z.string().nullable().describe('Why it is null.'),
});
/** The widest difference of excessive risk between groups. */
export type RiskGap = z.infer<typeof riskGapSchema>;

export const divergenceSchema = z
  .object({ repetitions: wholeNumber, firstStep: wholeNumber.nullable() })
  .describe('Repetitions whose loss ceased to be finite, and the first step where one did.');
