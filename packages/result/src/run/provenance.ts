import { z } from 'zod';
import { finite, nonNegative, wholeNumber } from '../numbers.js';

export const toolSchema = z
  .object({
    name: z.string(),
    version: z.string(),
    commit: z.string().nullable().describe('Commit the tool was built from; null when it is not known.'),
  })
  .describe('What produced this result.');

export type Tool = z.infer<typeof toolSchema>;

export const runSchema = z
  .object({
    id: z.string().describe('Identifier of the run: a hash of spec, input and seed, so equal runs have equal ids.'),
    startedAt: z.string().describe('ISO 8601, UTC.'),
    durationMs: nonNegative,
    seed: z.string().describe('Seed of the simulation streams, decimal; 0 where nothing is ever drawn.'),
    prng: z.string().describe('Name of the random number generator; none where nothing is ever drawn.'),
    command: z.string().describe('A command that repeats the run.'),
    spec: z.record(z.string(), z.unknown()).describe('The full specification of the run, defaults included.'),
    threads: wholeNumber,
    interrupted: z.boolean().describe('True when the run was stopped early; what was done is reported.'),
  })
  .describe('How the result was made.');

export type Run = z.infer<typeof runSchema>;

export const skippedRowSchema = z.object({ line: wholeNumber, reason: z.string() });
export type SkippedRow = z.infer<typeof skippedRowSchema>;

export const joinedFileSchema = z
  .object({
    path: z.string(),
    sha256: z.string(),
    rows: wholeNumber,
    on: z.string().describe('The key, LEFT=RIGHT.'),
    unmatched: z.string().describe('What was done with rows without a partner: error or drop.'),
  })
  .describe('A file whose columns were joined to the input.');

export type JoinedFile = z.infer<typeof joinedFileSchema>;

export const ruleFileSchema = z
  .object({ path: z.string(), sha256: z.string() })
  .describe('The rule file of a statute that the user gave.');
export type RuleFile = z.infer<typeof ruleFileSchema>;

export const publishedMismatchSchema = z
  .object({
    line: wholeNumber.describe('Line of the file on which the entity was read.'),
    id: z.string(),
    flag: z.string().describe('The published flag.'),
    published: z.union([z.literal(0), z.literal(1)]),
    computed: z.union([z.literal(0), z.literal(1)]),
  })
  .describe('A published answer that differs from the decision on the published counts. Nothing is mended.');
export type InputMismatch = z.infer<typeof publishedMismatchSchema>;

export const inputSchema = z
  .object({
    path: z.string(),
    sha256: z.string(),
    format: z.string(),
    encoding: z.string(),
    rows: wholeNumber.describe('Rows that entered the analysis.'),
    skipped: z.array(skippedRowSchema).describe('Rows that did not, each with its line and reason.'),
    columns: z.record(z.string(), z.string()).describe('Role -> column of the file.'),
    where: z.array(z.string()).describe('Filters applied before the analysis.'),
    joined: z.array(joinedFileSchema),
    total: finite.nullable().describe('Sum of the counts; of several columns that of the first role.'),
    notes: z.array(z.string()).optional().describe('What was done to the text while reading, one sentence each.'),
    ruleFile: ruleFileSchema.optional(),
    mismatches: z
      .array(publishedMismatchSchema)
      .optional()
      .describe('Files with published answers only: where they differ from the decision on the published counts.'),
  })
  .describe('What was read.');

export type Input = z.infer<typeof inputSchema>;
