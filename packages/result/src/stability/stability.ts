import { z } from 'zod';
import { requireInterval } from '../cell/interval.js';
import { finite, finiteOrNull, nonNegative, probability, wholeNumber } from '../numbers.js';
import { measured } from '../training/measured.js';
import { type StableEnding, stableEndings } from './endings.js';

/** Names of the algorithms. */
export const stableAlgorithms = ['zvrg', 'kaas', 'gyf', 'plain', 'private'] as const;

/** Over repetitions: the mean with its interval, and the spread of one repetition. */
const unchecked = z.object({
  ...measured('').shape,
  deviation: finiteOrNull.describe('Standard deviation over repetitions.'),
  defined: wholeNumber.describe('Repetitions in which it is defined.'),
  reason: z.string().nullable().describe('Why it is undefined in some.'),
});
const atLeastZero = requireInterval('estimate', 'lower', 'upper');
const repeated = (meaning: string) => unchecked.check(atLeastZero).describe(meaning);
/** A number over repetitions. */
export type Repeated = z.infer<ReturnType<typeof repeated>>;

export const stableFitSchema = z
  .object({
    repetition: wholeNumber,
    converged: z.boolean(),
    ending: z
      .enum(Object.keys(stableEndings) as [StableEnding, ...StableEnding[]])
      .describe(
        'How it ended; of a private training ended or diverged. one-class, one-group and nothing-varies: nothing could be fitted to the rows drawn.',
      ),
    iterations: wholeNumber,
    objective: finiteOrNull,
    gradientNorm: finiteOrNull,
    constraintSlack: finiteOrNull,
    boundWithoutEffect: z
      .boolean()
      .nullable()
      .optional()
      .describe(
        'Whether the fit without the bound breaks it, and is the same in objective and in every decision; null without a bound, left out by versions that did not ask.',
      ),
    accuracy: probability.nullable().describe('Null where nothing could be fitted.'),
    statisticalRate: finiteOrNull,
    norm: finiteOrNull.describe('Norm of the classifier.'),
    epsilon: finiteOrNull.describe('What a private training spent; null otherwise.'),
  })
  .describe('One fit, converged or not.');
/** One fit. */
export type StableFit = z.infer<typeof stableFitSchema>;

export const stabilityBoundsSchema = z
  .object({
    admissibility: finiteOrNull.describe('Sigma of the loss.'),
    kappa: finiteOrNull.describe('Square root of the largest k(x, x).'),
    gradientBound: finiteOrNull.describe('G: the largest norm of a gradient, linear classifiers only.'),
    uniform: finiteOrNull.describe('Bound of the uniform stability, sigma^2 kappa^2 / (lambda N).'),
    uniformLinear: finiteOrNull.describe('The same by G^2 / (lambda N).'),
    excessRisk: finiteOrNull.describe('Uniform bound plus lambda B^2, B the norm of the classifier.'),
    generalisation: finiteOrNull.describe(
      'What the expected risk may exceed the training risk by, with the confidence of the run.',
    ),
    recommended: finiteOrNull.describe('Lambda that is best for the norm B.'),
    changedPredictions: finiteOrNull.describe(
      'Test rows whose prediction may change when a row is replaced, on average over fits: those with a score so close to 0.',
    ),
    reason: z.string().nullable().describe('Why bounds are null.'),
    assumption: z
      .string()
      .nullable()
      .describe('What the bounds take for granted, where the fit is not quite what they are about.'),
  })
  .describe('What theory says of the stability.');
/** What theory says of the stability. */
export type StabilityBounds = z.infer<typeof stabilityBoundsSchema>;

export const replacedRowsSchema = z
  .object({
    replacements: wholeNumber,
    largest: finite.describe(
      'Largest change of the loss of a row: at most the uniform stability, which it shows from below.',
    ),
    mean: finite.describe('The largest change of a replacement, on average over replacements.'),
    changedPredictions: finite.describe('Mean number of test rows whose prediction changes.'),
  })
  .describe('Fits with one row replaced.');
/** What replacing training rows one at a time did. */
export type ReplacedRows = z.infer<typeof replacedRowsSchema>;

export const stabilityCellSchema = z
  .object({
    algorithm: z.enum(stableAlgorithms),
    group: z.string().describe('Column of the group.'),
    lambda: nonNegative,
    fairness: z
      .object({ kind: z.string(), value: finiteOrNull })
      .describe('The fairness term and its bound or weight.'),
    accuracy: repeated('Fraction of test rows classified rightly.'),
    statisticalRate: repeated('Gamma: the smaller rate of the favourable class between groups over the larger.'),
    withoutSmall: repeated(
      'Gamma between the groups that are not small; absent where none is, or fewer than two are not.',
    ).optional(),
    disparateImpact: repeated('Rate of the favourable class of the group named in contrast over that of the others.'),
    parityGap: repeated('Largest difference of rates between groups.'),
    stab: unchecked
      .extend({ ofRows: wholeNumber.describe('Test rows.') })
      .check(atLeastZero)
      .describe('Expected number of test rows on which the classifiers of two repetitions differ.'),
    rates: z.array(z.object({ group: z.string(), rate: repeated('Rate of the favourable class.') })),
    norm: repeated('Norm of the classifier.'),
    converged: wholeNumber.describe('Fits that converged.'),
    fits: z.array(stableFitSchema),
    bounds: stabilityBoundsSchema,
    replaced: replacedRowsSchema.nullable().describe('Null where no rows were replaced.'),
    published: z
      .object({
        accuracy: finiteOrNull,
        accuracyDeviation: finiteOrNull,
        statisticalRate: finiteOrNull,
        statisticalRateDeviation: finiteOrNull,
        stab: finiteOrNull,
      })
      .nullable()
      .describe('The published figures for this cell; null where there are none.'),
  })
  .describe('One algorithm at one lambda for one group column.');
/** One algorithm at one lambda for one group column. */
export type StabilityCell = z.infer<typeof stabilityCellSchema>;

/** How many rows a group has. */
export type StableGroupSize = NonNullable<z.infer<typeof stabilityShape.data>['groups'][number]['sizes']>[number];

export const stabilityShape = {
  data: z.object({
    label: z.string(),
    favourable: z.string().describe('The class that counts as favourable.'),
    groups: z.array(
      z.object({
        column: z.string(),
        values: z.array(z.string()),
        contrast: z.string().describe('The value whose rate is compared with that of the others.'),
        sizes: z
          .array(
            z.object({
              group: z.string(),
              training: wholeNumber.describe('Rows that are not tested, from which repetitions draw.'),
              test: wholeNumber.describe('Test rows.'),
              small: z.boolean().describe('Whether fewer than 30 rows are tested: little can be read from its rate.'),
            }),
          )
          .optional()
          .describe('How many rows each value has; absent in results of earlier versions.'),
      }),
    ),
    rows: z.object({ all: wholeNumber, training: wholeNumber, test: wholeNumber, missing: wholeNumber }),
    features: wholeNumber,
    standardised: z.boolean(),
    scaling: z
      .enum(['none', 'numbers', 'but-groups', 'all'])
      .describe('Which columns were standardised: none, those of numbers, all but those of groups, or all.'),
    groupIsFeature: z
      .partialRecord(z.enum(stableAlgorithms), z.boolean())
      .describe('Of each algorithm, whether its classifiers see the column of the groups that they are about.'),
  }),
  setting: z.object({
    preset: z.enum(['paper', 'released-code', 'own']),
    loss: z.enum(['logistic', 'hinge', 'squared']),
    kernel: z.object({ kind: z.string(), value: finite }).nullable(),
    intercept: z.enum(['penalised', 'free', 'none']),
    repetitions: wholeNumber,
    testShare: probability,
    trainingShare: probability.describe('Of the rows that are not tested, what each repetition trains on.'),
    confidence: probability,
  }),
  cells: z.array(stabilityCellSchema),
};
