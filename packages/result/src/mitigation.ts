import { z } from 'zod';
import { auditShape } from './cell/audit.js';
import { finite, finiteOrNull, wholeNumber } from './numbers.js';
import { certificateSchema } from './run/certificate.js';
import { skippedRowSchema } from './run/provenance.js';

export const mitigationChanges = ['none', 'post-processing', 'substitute', 'money', 'privacy'] as const;
/** What a mitigation changes; `none` is the decision as it is, with which the others are compared. */
export type MitigationChange = (typeof mitigationChanges)[number];

export const priceSchema = z
  .object({
    of: z
      .enum(['budget', 'wrong-yes'])
      .describe(
        'budget: expected payments beyond the budget, as a share of it; wrong-yes: expected number of entities that are granted what they are not entitled to.',
      ),
    estimate: finite,
    lower: finite,
    upper: finite,
    dollars: finiteOrNull.describe('estimate times the budget; null without one.'),
  })
  .describe('What a mitigation costs besides privacy.');
/** What a mitigation costs besides privacy. */
export type MitigationPrice = z.infer<typeof priceSchema>;

export const sameGapSchema = z
  .object({
    factor: finiteOrNull.describe('How many times smaller the noise would have to be.'),
    epsilon: finiteOrNull.describe('The budget of each count column that gives it, where it is defined.'),
    reason: z.string().nullable().describe('Why factor is null; null where it is a number.'),
  })
  .describe('The budget at which the decision as it is would have the same gap.');
/** The budget at which the decision as it is would have the same gap. */
export type SameGap = z.infer<typeof sameGapSchema>;

export const mitigationSchema = z
  .object({
    id: z.string().describe('Name, which is the `post` of its cell too.'),
    against: wholeNumber.describe(
      'Position of the cell it is compared with: the decision as it is, at the same budget.',
    ),
    change: z.enum(mitigationChanges),
    settings: z.record(z.string(), z.unknown()).describe('What a fair substitute is made from; empty for others.'),
    epsilon: finiteOrNull.describe('Privacy that is spent in all, of a person in every noised column.'),
    payable: z.boolean().describe('Whether no outcome can be negative.'),
    assumes: z.array(z.string()).describe('What must be public, or known to whoever carries it out: phrases.'),
    facts: z
      .array(
        z.object({
          id: z.string().optional().describe('What it is called in programs, such as epsilon-factor.'),
          name: z.string(),
          value: finite,
        }),
      )
      .describe('Numbers that say what it does.'),
    remark: z
      .string()
      .nullable()
      .describe(
        'Why it is not to be recommended whatever its numbers, and is never efficient; null: nothing is against it.',
      ),
    price: priceSchema.nullable(),
    narrowing: z
      .object({ estimate: finiteOrNull, lower: finiteOrNull, upper: finiteOrNull })
      .describe('Gap of the decision as it is over this gap; null where one does not exist, or this one is 0.'),
    sameGap: sameGapSchema.nullable().describe('Null for the decision as it is.'),
    efficient: z
      .boolean()
      .describe(
        'Whether nothing else is as good in gap, wrong refusals, price, privacy and assumptions, and better in one of them.',
      ),
  })
  .describe('One way to remove unfairness; its numbers are in the cell of the same position.');
/** One way to remove unfairness. */
export type Mitigation = z.infer<typeof mitigationSchema>;

export const mitigationShape = {
  ...auditShape,
  mitigations: z.array(mitigationSchema).describe('One per cell, in the same order.'),
  notApplicable: z
    .array(z.object({ id: z.string(), reason: z.string() }))
    .describe('Mitigations that do not go with the decision, or with what was said of it.'),
  training: z
    .object({
      path: z.string(),
      sha256: z.string(),
      rows: wholeNumber,
      skipped: z
        .array(skippedRowSchema)
        .optional()
        .describe('Rows that were left out, each with its line and reason; absent in results of dpfair before 0.1.0.'),
    })
    .nullable()
    .describe('The file on which classifiers were trained; null where it was the input itself.'),
  certificate: certificateSchema.optional(),
};
