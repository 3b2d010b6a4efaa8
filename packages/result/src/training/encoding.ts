import { z } from 'zod';
import { finite } from '../numbers.js';

const scalingShape = {
  mean: finite.describe('What is taken off; 0 where nothing is.'),
  deviation: finite.positive().describe('What the rest is divided by; 1 where nothing is.'),
  scaledBy: z
    .enum(['training', 'public', 'nothing'])
    .describe('Where mean and deviation are from: the training rows, the user, or there are none.'),
};

const numberColumnSchema = z.object({
  kind: z.literal('number'),
  column: z.string(),
  ...scalingShape,
  marks: z
    .array(z.object({ feature: z.string(), texts: z.array(z.string()) }))
    .describe('Texts that are no numbers: each has a feature of its own, 1 or 0, and the number is 0.'),
});

const textColumnSchema = z.object({
  kind: z.literal('text'),
  column: z.string(),
  levels: z.array(z.string()).describe('One feature a level, 1 or 0; all are 0 for a text that is none of them.'),
});

/** How the rows of a table become examples: all that is needed to encode other rows in the same way. Plain data. */
export const encodingSchema = z
  .object({
    label: z.object({
      column: z.string(),
      classes: z.array(z.string()).describe('In the order of their numbers; empty for a number that is predicted.'),
      scaling: z.object(scalingShape).nullable().describe('Of a number that is predicted; null for classes.'),
    }),
    group: z.object({
      column: z.string().nullable().describe('Null where all rows are one group.'),
      names: z.array(z.string()),
      bands: z.array(finite).describe('Lower ends of all bands but the first; empty for texts.'),
    }),
    columns: z.array(z.discriminatedUnion('kind', [numberColumnSchema, textColumnSchema])),
    dropped: z.array(z.object({ column: z.string(), reason: z.string() })),
    missing: z
      .enum(['drop', 'level'])
      .describe('Rows with a missing value are left out, or it is a level of its own, (missing).'),
    missingTexts: z.array(z.string()).describe('Texts that stand for a missing value.'),
    decimal: z.enum(['dot', 'comma']).nullable().describe('Sign before decimals, where it was said.'),
    radius: finite
      .positive()
      .nullable()
      .describe('Features are divided by it and cut to norm 1; null where they are left as they are.'),
  })
  .describe('How columns became features.');

export type Encoding = z.infer<typeof encodingSchema>;
export type EncodedColumn = Encoding['columns'][number];
