import { z } from 'zod';
import { finite, finiteOrNull, nonNegative, probability, wholeNumber } from '../numbers.js';

export const auditedPairSchema = z
  .object({
    first: wholeNumber.describe('Line of the file of the first person.'),
    second: wholeNumber.nullable().describe('Line of the second; null for a changed copy of the first.'),
    differs: z
      .array(z.object({ column: z.string(), first: finite, second: finite }))
      .describe('Columns in which they differ.'),
    inputDistance: nonNegative,
    outputDistance: probability.describe('Total variation between the answers.'),
    ratio: finiteOrNull.describe(
      'Output over input distance: above 1 is unfair under the metric; null where undefined.',
    ),
    reason: z.string().nullable().describe('Why the ratio is null.'),
  })
  .describe('Two people, how far apart they are and how far apart their answers.');
/** Two people, how far apart they are and how far apart their answers. */
export type AuditedPairOfResult = z.infer<typeof auditedPairSchema>;

const provenRatio = finiteOrNull.describe(
  'Largest (output distance - excess) / input distance: what the largest ratio is at least; null where none is defined.',
);

export const pairSearchSchema = z
  .object({
    of: z.enum(['model', 'smoothed']).describe('Which model was searched.'),
    search: z.enum(['nearest', 'changed', 'gradient']),
    changed: z.array(z.string()).describe('Columns that were changed together.'),
    rows: wholeNumber.describe('Rows from which pairs were sought.'),
    ofRows: wholeNumber,
    alternatives: wholeNumber.describe('Neighbours of each row, values of the changed columns, or steps uphill.'),
    excess: nonNegative.describe('What answers may differ by beyond the distance before a pair is called unfair.'),
    pairs: wholeNumber,
    violations: wholeNumber.describe('Pairs with output distance above D + excess.'),
    unseen: wholeNumber.describe('Of them, pairs that the metric sees as the same.'),
    provenRatio: provenRatio.optional(),
    worst: z.array(auditedPairSchema).describe('Worst first.'),
    groups: z.array(
      z.object({
        group: z.string(),
        pairs: wholeNumber,
        violations: wholeNumber,
        unseen: wholeNumber.optional().describe('Of the violations, pairs that the metric sees as the same.'),
        largestRatio: finiteOrNull,
        provenRatio: provenRatio.optional(),
        meanOutputDistance: finiteOrNull,
      }),
    ),
  })
  .describe('What one way to search found, and what was searched. Nothing found is no proof of fairness.');
/** What one way to search for unfair pairs found. */
export type PairSearchOfResult = z.infer<typeof pairSearchSchema>;
