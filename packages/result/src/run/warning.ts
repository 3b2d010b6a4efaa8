import { z } from 'zod';

/** Everything a run can warn of. Warnings are data: a quiet run has none. */
export const warningCodes = [
  'rows-skipped',
  'rows-unmatched',
  'join-unused',
  'decoded-as-latin-1',
  'normaliser-may-vanish',
  'all-zero-possible',
  'exact-error-above-tolerance',
  'series-error-above-tolerance',
  'tolerance-not-met',
  'few-shards',
  'plain-monte-carlo',
  'undefined-cell',
  'fractional-counts',
  'tied-outcome',
  'rule-decides-nothing',
  'trained-on-true-counts',
  'rare-events-unseen',
  'covered-pairs-only',
  'clause-without-data',
  'statute-unconfirmed',
  'people-in-several-rows',
  'published-flags-differ',
  'impossible-counts',
  'preprocessing-not-private',
  'missing-values',
  'columns-dropped',
  'leaking-column',
  'unseen-levels',
  'group-without-rows',
  'group-without-test-rows',
  'one-class-group',
  'small-group',
  'epsilon-large',
  'delta-large',
  'training-diverged',
  'no-model',
  'training-unstable',
  'few-repetitions',
  'few-replacements',
  'log-fields-unread',
  'log-without-twin',
  'noisy-categories',
  'only-labels',
  'empty-guarantee',
  'draws-ran-out',
  'metric-not-converged',
  'taken-for-logit',
  'rows-drawn',
  'not-converged',
  'bound-without-effect',
  'interrupted',
  'worker-crashed',
] as const;

export type WarningCode = (typeof warningCodes)[number];

export const warningSchema = z
  .object({
    code: z.enum(warningCodes).describe('What kind of warning this is.'),
    message: z.string().describe('One sentence with the numbers.'),
  })
  .describe('Something the reader should know before relying on the numbers.');

export type Warning = z.infer<typeof warningSchema>;
