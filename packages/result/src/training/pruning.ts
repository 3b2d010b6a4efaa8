import { z } from 'zod';
import { finiteOrNull, probability, wholeNumber } from '../numbers.js';

export const pruningMethods = ['magnitude', 'equalised-loss'] as const;
/** The smallest weights set to 0; or the rest trained on as well, until all groups have the loss of all rows. */
export type PruningMethod = (typeof pruningMethods)[number];

const prunedGroupSchema = z
  .object({
    group: z.string(),
    rows: wholeNumber.describe('Training rows that losses and bounds are means over.'),
    loss: finiteOrNull.describe('Mean loss of the trained model.'),
    excessiveLoss: finiteOrNull.describe('Mean loss of the pruned model minus that of the trained one.'),
    bound: finiteOrNull.describe(
      'Gradient norm times distance plus half the largest Hessian eigenvalue times its square: holds but for third order.',
    ),
    certainBound: finiteOrNull.describe(
      'The same with the largest eigenvalue that the Hessian can have anywhere: always holds; null for networks.',
    ),
    accuracy: finiteOrNull.describe('Of the pruned model on test rows.'),
    gradientNorm: finiteOrNull.describe('Norm of the mean gradient at the trained parameters.'),
    largestEigenvalue: finiteOrNull.describe('Of the mean Hessian at the trained parameters.'),
  })
  .describe('What pruning does to one group; null for a group without rows.');

export const pruningSchema = z
  .object({
    method: z.enum(pruningMethods),
    rate: probability.describe('Fraction of the weights that was to be set to 0.'),
    pruned: wholeNumber.describe('Weights set to 0.'),
    weights: wholeNumber.describe('Weights that could have been.'),
    distance: finiteOrNull.describe('Euclidean distance of the parameters from the trained ones.'),
    keepsPrivacy: z
      .boolean()
      .describe('Whether the pruned model is as private as the trained one: false where rows were looked at again.'),
    gap: finiteOrNull.describe('Largest excessive loss of a group minus the smallest.'),
    lossGap: finiteOrNull.describe('Largest mean loss of a group minus the smallest, of the pruned model.'),
    accuracy: finiteOrNull.describe('On test rows; null without classes.'),
    groups: z.array(prunedGroupSchema),
  })
  .describe('The trained model with its smallest weights set to 0.');
/** The trained model with its smallest weights set to 0. */
export type Pruning = z.infer<typeof pruningSchema>;
