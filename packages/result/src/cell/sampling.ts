import { z } from 'zod';
import { finite, finiteOrNull, nonNegative, wholeNumber } from '../numbers.js';
import { requireInterval } from './interval.js';
import { methods } from './methods.js';

export const samplingSources = ['cv', 'column'] as const;
/** Where the size of sampling errors comes from: coefficients of variation by population, or columns of the data. */
export type SamplingSource = (typeof samplingSources)[number];

const measured = (meaning: string) =>
  z
    .object({ estimate: finiteOrNull, lower: finiteOrNull, upper: finiteOrNull })
    .check(requireInterval('estimate', 'lower', 'upper'))
    .describe(meaning);

export const harmSchema = z
  .object({
    method: z.enum(methods),
    absolute: measured('Expected sum over entities of |outcome - truth|, in the unit of the decision.'),
    alpha: measured('Largest bias minus smallest bias.'),
    cost: measured('Shares only: sum of |bias| over the entities that lose; null for other decisions.'),
  })
  .describe('What one kind of error does.');
/** What one kind of error does. */
export type Harm = z.infer<typeof harmSchema>;

export const entityErrorsSchema = z.object({
  bias: z.array(finite).describe('Expected outcome minus truth.'),
  absolute: z.array(nonNegative).describe('Expected |outcome - truth|.'),
  rootMeanSquare: z.array(nonNegative).describe('Root of the expected square of outcome - truth.'),
});
/** Errors of each entity. */
export type EntityErrors = z.infer<typeof entityErrorsSchema>;

export const samplingSchema = z
  .object({
    source: z.enum(samplingSources),
    trials: wholeNumber.nullable().describe('Monte Carlo trials, two opposite draws a pair; null where all is exact.'),
    sampling: harmSchema,
    privacy: harmSchema,
    both: harmSchema,
    ratio: z
      .object({
        estimate: finiteOrNull,
        lower: finiteOrNull,
        upper: finiteOrNull,
        reason: z.string().nullable().describe('Why it is null; null when it is a number.'),
      })
      .check(requireInterval('estimate', 'lower', 'upper'))
      .describe('Expected absolute error of privacy noise over that of sampling error.'),
    added: z
      .object({ estimate: finite, lower: finite, upper: finite })
      .describe('What privacy noise adds: expected absolute error of both minus that of sampling error alone.'),
    bySize: z
      .array(
        z.object({
          decile: z.int().min(1).max(10).describe('1 is the tenth of the entities with the smallest truth.'),
          entities: wholeNumber,
          sampling: nonNegative,
          privacy: nonNegative,
          both: nonNegative,
        }),
      )
      .describe(
        'Expected absolute errors summed over each tenth of the entities by truth; empty below 20 entities, and for yes-or-no decisions.',
      ),
    entities: z.object({
      spread: z
        .record(z.string(), z.array(nonNegative))
        .describe('Standard deviation of the sampling error of each private count, in counts, by role.'),
      sampling: entityErrorsSchema,
      privacy: entityErrorsSchema,
      both: entityErrorsSchema,
    }),
  })
  .describe(
    'Privacy noise beside the sampling error that the data already have: published values are taken as truth, and sampling error is Gaussian around them, not truncated, through the same post-processing and decision.',
  );
/** Privacy noise beside the sampling error that the data already have. */
export type Sampling = z.infer<typeof samplingSchema>;
