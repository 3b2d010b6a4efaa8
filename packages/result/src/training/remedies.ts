import { z } from 'zod';
import { finiteOrNull, wholeNumber } from '../numbers.js';
import { measured } from './measured.js';

export const trainingRemedySchema = z
  .object({
    id: z.string().describe('Name, which is the id of its run too.'),
    run: wholeNumber.describe('Position of its run.'),
    accuracy: measured('Accuracy on the test rows; minus the test error where there are no classes.'),
    gap: measured('Largest excessive risk of a group minus the smallest.'),
    narrowing: measured('Gap without remedy over this gap, on the same noise.'),
    worst: z.object({ group: z.string().nullable(), excessiveRisk: finiteOrNull }),
    changes: z
      .array(
        z.object({
          group: z.string(),
          excessiveRisk: measured(
            'With the remedy minus without, on the same noise; the intervals of all groups hold at once.',
          ),
        }),
      )
      .optional()
      .describe('What the remedy changes for each group: below 0 it gains, above 0 it loses.'),
    efficient: z.boolean().describe('Whether no other is as good in accuracy, gap, privacy, and better in one.'),
    remark: z.string().nullable().describe('Why it is not to be recommended whatever its numbers.'),
  })
  .describe('One way to narrow the gap.');
/** One way to narrow the gap. */
export type TrainingRemedy = z.infer<typeof trainingRemedySchema>;
