import { z } from 'zod';
import { methods } from '../cell/methods.js';
import { probability, wholeNumber } from '../numbers.js';
import { algorithmSchema, trainingPrivacySchema } from './algorithm.js';
import { attackSchema } from './attacks.js';
import { riskCauseSchema, sweepSchema } from './causes.js';
import { learningDataSchema, learningFileSchema, modelSummarySchema } from './data.js';
import { divergenceSchema, groupOutcomeSchema, pathSchema, riskGapSchema } from './outcome.js';
import { pruningSchema } from './pruning.js';
import { trainingRemedySchema } from './remedies.js';

export const trainingRunSchema = z
  .object({
    id: z.string().describe('Name of the remedy; none for plain private training.'),
    algorithm: algorithmSchema,
    privacy: trainingPrivacySchema,
    method: z.enum(methods),
    repetitions: wholeNumber.describe('Trainings with fresh noise and batches, or logs of such; 0 for exact results.'),
    confidence: probability,
    diverged: divergenceSchema,
    population: groupOutcomeSchema,
    groups: z.array(groupOutcomeSchema),
    gap: riskGapSchema,
    path: pathSchema.nullable().describe('Null where nothing was tracked.'),
    causes: z.array(riskCauseSchema),
  })
  .describe('One private training, beside the same training without privacy.');
/** One private training, beside the same training without privacy. */
export type TrainingRun = z.infer<typeof trainingRunSchema>;

export const trainingShape = {
  data: learningDataSchema.nullable().describe('Null where the logs of a training were read, which do not say.'),
  logs: z
    .array(learningFileSchema)
    .optional()
    .describe('The logs that were read, each a repetition; absent where the training was run here.'),
  testFile: learningFileSchema
    .nullable()
    .describe('The file for testing; null where rows of the data were kept for it.'),
  model: modelSummarySchema.nullable().describe('Null where logs were read.'),
  runs: z.array(trainingRunSchema).describe('One per budget and remedy.'),
  sweeps: z.array(sweepSchema),
  remedies: z.array(trainingRemedySchema).describe('One per run where remedies were compared.'),
  pruning: z.array(pruningSchema),
  attacks: attackSchema.nullable(),
};
