import { z } from 'zod';
import { wholeNumber } from '../numbers.js';

export const learningDataSchema = z
  .object({
    label: z.string().describe('Column that is predicted.'),
    classes: z
      .array(z.string())
      .describe('Classes in the order of their numbers; empty for a number that is predicted.'),
    group: z.string().describe('Column whose values are compared.'),
    groupIsFeature: z.boolean().describe('Whether the model sees the group.'),
    rows: z.object({ training: wholeNumber, test: wholeNumber, missing: wholeNumber }),
    features: z.array(z.string()).describe('Inputs of the model, after encoding.'),
    encoding: z.record(z.string(), z.unknown()).describe('How columns became inputs.'),
  })
  .describe('What was learned from.');
/** What was learned from. */
export type LearningData = z.infer<typeof learningDataSchema>;

export const learningFileSchema = z.object({
  path: z.string(),
  sha256: z.string(),
  rows: wholeNumber.describe('Rows that were used; of a log its objects.'),
});

export const modelSummarySchema = z
  .object({
    kind: z.enum(['logistic', 'softmax', 'linear', 'svm', 'network']),
    inputs: wholeNumber,
    hidden: z.array(wholeNumber).describe('Units of each hidden layer.'),
    activation: z.enum(['relu', 'tanh']).nullable(),
    outputs: wholeNumber,
    loss: z.enum(['logistic', 'softmax', 'squared', 'smooth-hinge']),
    parameters: wholeNumber,
    convex: z.boolean(),
  })
  .describe('The model.');
/** The model. */
export type ModelSummary = z.infer<typeof modelSummarySchema>;
