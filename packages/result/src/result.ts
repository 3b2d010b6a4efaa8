import { z } from 'zod';
import { auditShape } from './cell/audit.js';
import { messages } from './messages.js';
import { mitigationShape } from './mitigation.js';
import { checkSchema } from './run/check.js';
import { inputSchema, runSchema, toolSchema } from './run/provenance.js';
import { warningSchema } from './run/warning.js';
import { smoothingShape } from './smoothing/smoothing.js';
import { stabilityShape } from './stability/stability.js';
import type { LearningData, ModelSummary } from './training/data.js';
import { trainingShape } from './training/training.js';

/** Version of the result contract; changes within a major version only add. */
export const RESULT_SCHEMA = 'dpfair-result/1';
/** What the schema of every result begins with, of whatever version. */
export const RESULT_FAMILY = 'dpfair-result/';

const header = {
  schema: z.literal(RESULT_SCHEMA),
  tool: toolSchema,
  run: runSchema,
  input: inputSchema,
  warnings: z.array(warningSchema),
  checks: z.array(checkSchema),
};

export const auditResultSchema = z
  .object({ ...header, kind: z.literal('audit'), ...auditShape })
  .describe('Result of dpfair audit.');

/** What `dpfair audit` returns. */
export type AuditResult = z.infer<typeof auditResultSchema>;

export const mitigationResultSchema = z
  .object({ ...header, kind: z.literal('mitigation'), ...mitigationShape })
  .describe('Result of dpfair mitigate.');

/** What `dpfair mitigate` returns: the cells of an audit, one per mitigation, and what is compared of them. */
export type MitigationResult = z.infer<typeof mitigationResultSchema>;

export const trainingResultSchema = z
  .object({ ...header, kind: z.literal('training'), ...trainingShape })
  .describe('Result of dpfair train.');

/** What `dpfair train` returns: private trainings beside those without privacy, group by group. */
export type TrainingResult = z.infer<typeof trainingResultSchema>;

/** The result of a training that was run here, which knows its data and its model. */
export type TrainedResult = TrainingResult & { readonly data: LearningData; readonly model: ModelSummary };

export const smoothingResultSchema = z
  .object({ ...header, kind: z.literal('smoothing'), ...smoothingShape })
  .describe('Result of dpfair smooth.');

/** What `dpfair smooth` returns: a model made individually fair by noise, row by row and group by group, and the unfair pairs that were found. */
export type SmoothingResult = z.infer<typeof smoothingResultSchema>;

export const stabilityResultSchema = z
  .object({ ...header, kind: z.literal('stability'), ...stabilityShape })
  .describe('Result of dpfair stable.');

/** What `dpfair stable` returns: fair classifiers trained again and again, how far they agree, how fair and how right they are. */
export type StabilityResult = z.infer<typeof stabilityResultSchema>;

/** Any result; more kinds join as the commands that make them land. */
export const resultSchema = z.discriminatedUnion(
  'kind',
  [auditResultSchema, mitigationResultSchema, trainingResultSchema, smoothingResultSchema, stabilityResultSchema],
  { error: () => messages.unknownKind('audit, mitigation, training, smoothing, stability') },
);
export type Result = z.infer<typeof resultSchema>;

/** A result about cells: entities that noise and a decision treat unequally. */
export type CellResult = AuditResult | MitigationResult;

/** What a command of dpfair makes; the name of a kind of result. */
export type ResultKind = Result['kind'];
/** The result of one kind. */
export type ResultOf<Kind extends ResultKind> = Extract<Result, { readonly kind: Kind }>;
