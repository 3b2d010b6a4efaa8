import { z } from 'zod';
import { finite, finiteOrNull, nonNegative, probability, wholeNumber } from '../numbers.js';
import { mechanismSchema } from '../run/privacy.js';
import { estimatorIds } from './estimator.js';
import { falseRatesSchema } from './false-rates.js';
import { requireInterval } from './interval.js';
import { methods } from './methods.js';
import { peopleSchema } from './people.js';
import { samplingSchema } from './sampling.js';
import { attributionSchema, boundSchema, uniformAlphaSchema } from './why.js';

export const stageSchema = z
  .object({
    name: z.string(),
    parameters: z.record(z.string(), z.union([z.number(), z.string(), z.null()])),
    linear: z.boolean(),
    keeps: z.object({ sum: z.boolean(), sign: z.boolean(), integers: z.boolean() }),
  })
  .describe('One stage of the pipeline: what it is, whether it is linear, what it keeps.');
export type StageDescription = z.infer<typeof stageSchema>;

export const alphaSchema = z
  .object({
    estimate: finiteOrNull.describe('Largest bias minus smallest bias, on this data set (instance alpha).'),
    lower: finiteOrNull,
    upper: finiteOrNull,
    confidence: probability,
    most: z.string().nullable().describe('Id of the entity with the largest bias.'),
    least: z.string().nullable().describe('Id of the entity with the smallest bias.'),
    plugIn: finiteOrNull.describe('Max minus min of the estimated biases: biased upwards under Monte Carlo.'),
    noiseFloor: finiteOrNull.describe('What plugIn would be on average if every bias were 0; 0 for exact results.'),
    intervalMethod: z.string().describe('How lower and upper were found.'),
    reason: z.string().nullable().describe('Why the estimate is null; null when it is a number.'),
  })
  .check(requireInterval('estimate', 'lower', 'upper'))
  .describe('Instance alpha with an interval that accounts for the selection of the extremes.');
export type Alpha = z.infer<typeof alphaSchema>;

export const costOfPrivacySchema = z
  .object({
    share: finiteOrNull.describe('Sum of |bias| over the entities that lose, as a share of the budget.'),
    lower: finiteOrNull,
    upper: finiteOrNull,
    dollars: finiteOrNull.describe('share times the budget; null without a budget.'),
    dollarsLower: finiteOrNull,
    dollarsUpper: finiteOrNull,
    reason: z.string().nullable(),
  })
  .check(requireInterval('share', 'lower', 'upper'), requireInterval('dollars', 'dollarsLower', 'dollarsUpper'))
  .describe('What it would cost to make whole everyone who loses.');
export type CostOfPrivacy = z.infer<typeof costOfPrivacySchema>;

export const normaliserSchema = z
  .object({
    probabilityNotPositive: probability.describe(
      'Probability that the noisy normaliser is zero or negative; an upper bound for raw totals under noise on the whole numbers.',
    ),
    convention: z.string().describe('What the outcome is taken to be then.'),
  })
  .describe('The denominator of the shares.');
export type Normaliser = z.infer<typeof normaliserSchema>;

export const eventSchema = z
  .object({
    name: z.string(),
    question: z.string().describe('What a yes means.'),
    method: z.enum(methods),
    trials: wholeNumber.nullable(),
    resolution: nonNegative
      .nullable()
      .describe('Monte Carlo: how far a probability may be off beyond its standard errors.'),
    truth: z.array(finite).describe('The answer without noise.'),
    probability: z.array(finiteOrNull).describe('Probability of a yes.'),
    standardError: z.array(finiteOrNull).describe('Standard error of the probability; 0 for exact results.'),
    error: z.array(finiteOrNull).optional().describe('Exact: estimated numerical error of each probability.'),
  })
  .describe('A yes-or-no question about each entity that comes along with the decision, such as its eligibility.');
export type EventOfCell = z.infer<typeof eventSchema>;

export const entitiesSchema = z
  .object({
    id: z.array(z.string()),
    name: z.array(z.string()),
    count: z.array(finite).describe('True count; of several private columns that of countRole.'),
    truth: z
      .array(finite)
      .describe(
        'Outcome without noise: share for allotment, count for identity, 1 or 0 for a threshold, seats for apportionment.',
      ),
    probability: z
      .array(finiteOrNull)
      .optional()
      .describe('Yes-or-no decisions only: probability that the outcome is yes.'),
    distance: z
      .array(finiteOrNull)
      .optional()
      .describe(
        'Yes-or-no decisions only: distance to the threshold in standard deviations of the noise, above 0 where the outcome is yes; null where noise cannot change the outcome.',
      ),
    people: z
      .array(nonNegative.nullable())
      .optional()
      .describe(
        'Yes-or-no decisions that know it: how many people the answer touches; null where they are counted in other entities already.',
      ),
    bias: z.array(finiteOrNull).describe('Expected outcome minus truth, in the unit of the decision.'),
    standardError: z.array(finiteOrNull).describe('Standard error of bias; 0 for exact results.'),
    error: z
      .array(finiteOrNull)
      .optional()
      .describe('Exact and series: estimated numerical or truncation error of each bias; absent for Monte Carlo.'),
    disparity: z.array(finiteOrNull).describe('Largest difference between this bias and any other.'),
    events: z.array(eventSchema).optional().describe('Yes-or-no questions that come along with the decision.'),
  })
  .describe('One element per entity, in the order of the input.');
export type Entities = z.infer<typeof entitiesSchema>;

export const sizeDecileSchema = z
  .object({
    decile: z.int().min(1).max(10).describe('1 is the tenth of the entities with the smallest truth.'),
    entities: wholeNumber,
    smallest: finite.describe('Smallest truth in the tenth.'),
    largest: finite.describe('Largest truth in the tenth.'),
    low: finite.describe('10 % quantile of bias over truth.'),
    median: finite.describe('Median of bias over truth.'),
    high: finite.describe('90 % quantile of bias over truth.'),
  })
  .describe('Harm by size: bias as a fraction of truth within one tenth of the entities.');
export type SizeDecile = z.infer<typeof sizeDecileSchema>;

export const groupSchema = z.object({
  group: z.string(),
  entities: wholeNumber,
  small: z.boolean().describe('Fewer than five entities: read with care.'),
  count: finite.describe('Sum of the true counts.'),
  truth: finite.describe('Sum of the true outcomes.'),
  bias: finiteOrNull.describe('Sum of the biases.'),
  lower: finiteOrNull,
  upper: finiteOrNull,
  dollars: finiteOrNull,
  dollarsPerPerson: finiteOrNull.describe('dollars divided by the counted persons.'),
  gaining: wholeNumber.describe('Entities with positive bias.'),
  losing: wholeNumber.describe('Entities with negative bias.'),
});
export type Group = z.infer<typeof groupSchema>;

export const cellSchema = z
  .object({
    mechanism: mechanismSchema,
    post: z.string(),
    decision: z.string(),
    pipeline: z.array(stageSchema),
    method: z.enum(methods),
    methodReason: z.string().describe('Why this method was used.'),
    estimator: z
      .enum(estimatorIds)
      .nullable()
      .optional()
      .describe('Which estimator the biases come from; null when they do not exist, absent in older results.'),
    formula: z.string().nullable().optional().describe('The formula of an exact or series result, in a few words.'),
    trials: wholeNumber.nullable().describe('Monte Carlo trials; null for other methods.'),
    controlVariates: z.boolean(),
    errorEstimate: nonNegative
      .nullable()
      .describe('Estimated largest numerical or truncation error of a bias; null for Monte Carlo.'),
    resolution: nonNegative
      .nullable()
      .optional()
      .describe(
        'Monte Carlo: how far a bias may be off beyond its standard errors: rounding, and wrong answers of a yes-or-no decision that never came up.',
      ),
    normaliser: normaliserSchema.nullable(),
    alpha: alphaSchema,
    costOfPrivacy: costOfPrivacySchema,
    bounds: z.array(boundSchema).optional().describe('Bounds beside the estimate, with the room they leave.'),
    uniformAlpha: uniformAlphaSchema.optional(),
    attribution: attributionSchema.optional(),
    entities: entitiesSchema,
    intervalMultiplier: nonNegative
      .nullable()
      .optional()
      .describe(
        'Monte Carlo: bias plus or minus this many standard errors holds for all entities at once, at the confidence of alpha.',
      ),
    bySize: z
      .array(sizeDecileSchema)
      .describe('Ten deciles of truth; empty below 20 entities that have a truth above zero and a bias.'),
    groups: z.array(groupSchema),
    falseRates: falseRatesSchema.optional(),
    people: peopleSchema.optional(),
    sampling: samplingSchema
      .nullable()
      .optional()
      .describe(
        'Where sampling error was asked for; null where the cell is undefined, the run was stopped early, or a fair substitute takes the place of the decision.',
      ),
  })
  .describe('One mechanism, budget and post-processing.');
export type Cell = z.infer<typeof cellSchema>;

export const auditShape = {
  decision: z.string(),
  unit: z
    .enum(['share', 'count', 'probability', 'seats'])
    .describe('Unit of truth and bias; probability where the outcome is yes (1) or no (0).'),
  countRole: z
    .string()
    .optional()
    .describe('The role whose column `entities.count` holds; count where it is not said.'),
  budgetDollars: nonNegative.nullable(),
  groupColumn: z.string().nullable(),
  cells: z.array(cellSchema),
};
