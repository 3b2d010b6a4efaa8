import { z } from 'zod';
import { finite, finiteOrNull, nonNegative, wholeNumber } from '../numbers.js';
import { neighbourRelations } from '../run/privacy.js';

export const trainingAlgorithms = ['dp-sgd', 'output-perturbation', 'objective-perturbation'] as const;
/** How a model is made private. */
export type TrainingAlgorithm = (typeof trainingAlgorithms)[number];

export const trainingPrivacySchema = z
  .object({
    private: z
      .boolean()
      .nullable()
      .describe(
        'False where something was used without noise that depends on the data; null where a log does not say.',
      ),
    reason: z.string().nullable().describe('Why it is not private, or not known to be; null where it is.'),
    epsilon: finiteOrNull.describe('Null where nothing is guaranteed.'),
    delta: finiteOrNull,
    accountant: z.string().nullable().describe('How epsilon was computed; null where it needs no composition.'),
    neighbours: z.enum(neighbourRelations).nullable().describe('Null where nothing is known of the guarantee.'),
    parts: z
      .array(z.object({ name: z.string(), noiseMultiplier: finiteOrNull, count: wholeNumber }))
      .describe('What was released with noise, and how often: gradients, counts of an adaptive rule.'),
  })
  .describe('What is guaranteed to a person in the training rows.');
/** What is guaranteed to a person in the training rows. */
export type TrainingPrivacy = z.infer<typeof trainingPrivacySchema>;

export const algorithmSchema = z
  .object({
    name: z.enum(trainingAlgorithms),
    optimizer: z.enum(['sgd', 'adam']).nullable(),
    epochs: finiteOrNull,
    steps: wholeNumber.nullable(),
    samplingRate: finiteOrNull.describe('Probability that a row is in a batch (Poisson sampling).'),
    batch: finiteOrNull.describe('Expected size of a batch, by which the sum of gradients is divided.'),
    learningRate: finiteOrNull,
    regularization: nonNegative
      .nullable()
      .describe('lambda of lambda/2 |parameters|^2; null where a log does not say.'),
    clipping: z
      .record(z.string(), z.union([z.string(), finite]))
      .nullable()
      .describe('Rule of clipping and its settings.'),
    noiseMultiplier: finiteOrNull.describe('Standard deviation of the noise over the largest contribution of one row.'),
    noiseDeviation: finiteOrNull.describe(
      'Standard deviation of each coordinate: of the averaged first step for dp-sgd, of the parameters for output perturbation.',
    ),
    settings: z.record(z.string(), z.unknown()).describe('What the mitigation was given; empty for others.'),
  })
  .describe('How the model was trained.');
/** How the model was trained. */
export type TrainingAlgorithmSummary = z.infer<typeof algorithmSchema>;
