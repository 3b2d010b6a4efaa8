import type { PostName } from '@dpfair/mechanisms';
import { DpfairError, type EstimatorId, type Warning } from '@dpfair/result';
import type { NoiseDistribution } from '@dpfair/stats';

/** What a share is taken to be where its denominator fails. */
export const conventions = {
  equalShares: 'where every clipped count is zero each entity gets the same share',
  alwaysPositive: 'the denominator is always positive',
  projectedAnyway: 'shares over a negative total are projected like any others',
  noMean: 'shares over a total near zero have no finite mean',
  // On the whole numbers a total near zero is 0 or at least one unit away from it.
  hugeShares: 'shares over a total near zero are so large that they decide the mean',
} as const;

/** In words where there are too many zeros to read; never with an exponent. */
function percentage(fraction: number): string {
  const percent = 100 * fraction;
  if (percent !== 0 && percent < 1e-4) return 'less than 0.0001 %';
  return percent > 1e3 ? 'more than 1000 %' : `${Number(percent.toPrecision(3))} %`;
}

/** Under noise on the whole numbers the probability of a total that is not positive is known by an upper bound. */
const atMost = (support: NoiseDistribution['support']) => (support === 'real' ? '' : 'at most ');

export const normaliserMayVanish = (
  where: string,
  probability: number,
  support: NoiseDistribution['support'],
): Warning => ({
  code: 'normaliser-may-vanish',
  message: `${where}: the noisy total is zero or negative with probability ${atMost(support)}${percentage(probability)}; raw shares mean little then`,
});

export const allZeroPossible = (where: string, probability: number): Warning => ({
  code: 'all-zero-possible',
  message: `${where}: every clipped count is zero with probability ${percentage(probability)}; then each entity gets the same share`,
});

export const undefinedCell = (where: string, reason: string): Warning => ({
  code: 'undefined-cell',
  message: `${where}: bias is undefined, ${reason}`,
});

export const plainMonteCarlo = (): Warning => ({
  code: 'plain-monte-carlo',
  message:
    'control variates are off: the largest difference of noisy averages is too large on average; read the interval',
});

export const fewShards = (shards: number): Warning => ({
  code: 'few-shards',
  message: `standard errors come from ${shards} shards only; use more trials`,
});

export const toleranceNotMet = (where: string, trials: number): Warning => ({
  code: 'tolerance-not-met',
  message: `${where}: the interval of alpha is wider than asked for after ${trials} trials`,
});

export const errorAboveTolerance = (where: string, method: 'exact' | 'series', error: number): Warning => ({
  code: `${method}-error-above-tolerance`,
  message: `${where}: the ${method === 'series' ? 'series' : 'exact formula'} states an error of ${percentage(error)} of alpha`,
});

export const fractionalCounts = (role: string, value: number): Warning => ({
  code: 'fractional-counts',
  message: `column of ${role} has counts that are no whole numbers, such as ${value}: discrete noise leaves their fractions to be seen, and its privacy holds for whole counts only`,
});

export const rareEvents = (where: string): Warning => ({
  code: 'rare-events-unseen',
  message: `${where}: clipping is so rare that these trials hardly see it; intervals are widened by its expected size`,
});

/** Names beyond this many are counted. */
const NAMED = 5;

export const tiedOutcome = (names: readonly string[]): Warning => ({
  code: 'tied-outcome',
  message: `without noise the last seat is tied between ${inWords(names)}; it goes to the larger population, then to the one listed first, by convention`,
});

export const ruleDecidesNothing = (answer: number, rows: number): Warning => ({
  code: 'rule-decides-nothing',
  message:
    answer === 0
      ? `the rule is true of none of ${rows} rows without noise, so that nobody can be refused wrongly; a percentage in place of a share (5 for 0.05) does that`
      : `the rule is true of all ${rows} rows without noise, so that nobody can be granted wrongly; see whether its numbers have the right unit`,
});

export const trainedOnTrueCounts = (): Warning => ({
  code: 'trained-on-true-counts',
  message:
    'linear classifiers were trained on the true counts at hand, so that publishing or using their coefficients is not private: train on public data (--train)',
});

function inWords(names: readonly string[]): string {
  const said = names.length > NAMED ? [...names.slice(0, NAMED), `${names.length - NAMED} more`] : names;
  return `${said.slice(0, -1).join(', ')} and ${said.at(-1)}`;
}

export const interrupted = (): Warning => ({
  code: 'interrupted',
  message: 'the run was stopped early; intervals use what was done',
});

/** @param what is not there. */
export const stoppedBefore = (what: string): Warning => ({
  code: 'interrupted',
  message: `the run was stopped early: ${what}`,
});

/** What a run that was stopped leaves out. */
export const leftOut = {
  cells: (stopped: number, all: number) => `${stopped} of ${all} cells ${stopped === 1 ? 'was' : 'were'} not computed`,
  causes: 'the causes of a bias were not told apart',
  sameGaps: 'the budgets at which the decision as it is would have the same gap were not all looked for',
} as const;

export const undefinedReasons = {
  normaliserNearZero: (probability: number, support: NoiseDistribution['support']) =>
    `because the noisy total is zero or negative with probability ${atMost(support)}${percentage(probability)} and raw shares ${support === 'real' ? 'have no finite mean' : 'near that decide the mean'}`,
  notFinite: 'because a number left the range that can be computed with',
  stopped: 'because the run was stopped before it was computed',
  tooLittleDone: 'because the run was stopped before four shards were done',
  nobodyAsked: (answer: 0 | 1) => `because there is no entity whose true answer is ${answer === 1 ? 'yes' : 'no'}`,
  notAShare: 'the cost of privacy is defined for shares of a budget',
  noMoney: 'dollars need a budget',
  search: 'the causes of a bias are told by an audit at the budget that was found',
  notYesOrNo: 'false rates are those of a decision whose answer is yes or no',
} as const;

/** The formula of an analytic estimator, in a few words. */
export const formulas: Readonly<Record<Exclude<EstimatorId, 'montecarlo'>, string>> = {
  unbiased: 'linear, so unbiased',
  clipping: 'closed form of the positive part',
  'baseline-quadrature': 'Laplace transform of the clipped counts, quadrature',
  curvature: 'curvature of the shares',
  'simplex-expansion': 'second-order expansion around the mean-field threshold',
  'pos-expansion': 'second-order expansion around the mean-field threshold',
  'separate-crossings': 'separate crossings of zero',
  'simplex-inversion': 'one integral over the threshold of the distribution of a sum of positive parts',
  proportional: 'linear over a constant: in proportion to the truth',
  'normaliser-expansion': 'expansion in the even moments of the noise of the normaliser',
  'classifier-quadrature': 'probability of a linear score, quadrature over the count that chooses its subgroup',
  'rule-quadrature': 'probability of the rule, quadrature over the count that its comparisons share',
  'rule-sum': 'probability of the rule, finite sum over the whole numbers that the noise can be',
  'seat-sum': 'probability of every seat to move, finite sum over the whole numbers that its population can be',
  'seat-quadrature':
    'probability of every seat to move, quadrature over its priority with the claims of the others counted by convolution',
};

export const reasons = {
  asked: 'asked for',
  stopped: 'the run was stopped before it was computed',
  exactExists: (formula: string) => `exact: ${formula}`,
  exactAsked: (formula: string, error: number) =>
    `exact, asked for: ${formula}; it states an error of ${percentage(error)} of alpha`,
  exactNarrower: (formula: string, error: number) =>
    `exact: ${formula}; it states an error of ${percentage(error)} of alpha, and the interval of a simulation is wider still`,
  noExact: (rest: string) => `no exact formula; ${rest}`,
  notTheExact: (formula: string, error: number, tolerance: number) => (rest: string) =>
    `not exact: ${formula} states an error of ${percentage(error)} of alpha, above the tolerance of ${percentage(tolerance)}; ${rest}`,
  noSeries: 'no series for this cell',
  seriesWithin: (formula: string, error: number, tolerance: number) =>
    `${formula} states an error of ${percentage(error)} of alpha, within the tolerance of ${percentage(tolerance)}`,
  seriesOutside: (error: number, tolerance: number) =>
    `the series states an error of ${percentage(error)} of alpha, above the tolerance of ${percentage(tolerance)}`,
  onlySimulation: 'no exact formula and no series for this cell',
} as const;

export const methodMissing = (method: string, decision: string, post: PostName, available: readonly string[]) =>
  new DpfairError('usage', {
    what: `no ${method} estimator for decision ${decision} with post-processing ${post}`,
    value: method,
    allowed: available.join(', '),
  });

export const badOption = (what: string, value: string | number, allowed: string) =>
  new DpfairError('usage', { what, value, allowed });

export const badTarget = (value: string, measures: readonly string[]) =>
  new DpfairError('usage', {
    what: 'target',
    value,
    allowed: `${measures.map((name) => `${name}<LIMIT`).join(', ')}, LIMIT above 0 (in quotes, so that the shell leaves < alone)`,
  });
