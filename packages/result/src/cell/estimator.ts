/**
 * The estimators a bias can come from, by ids that stay when the words of `formula` change:
 *
 * - `unbiased`: linear post-processing, or an outcome that noise cannot move: the bias is zero;
 * - `clipping`: closed form of the positive part of a noisy count;
 * - `baseline-quadrature`: shares of clipped counts as an integral of Laplace transforms;
 * - `curvature`: second-order expansion of the shares in the noise;
 * - `simplex-expansion`, `pos-expansion`: expansion around the mean-field threshold of a projection of counts, of shares;
 * - `separate-crossings`: projection when at most one entity at a time comes near zero;
 * - `simplex-inversion`: projection of few counts, as one integral over its threshold of the distribution of a sum of positive parts;
 * - `rule-quadrature`: probability of a yes-or-no question about noisy counts, by quadrature over a count its parts share;
 * - `rule-sum`: the same under noise on the whole numbers, by a finite sum;
 * - `seat-quadrature`: probability that noise moves a seat, as an integral over the priority of the last seat;
 * - `seat-sum`: the same under noise on the whole numbers, by a finite sum;
 * - `proportional`: a linear proxy over a constant: the bias is in proportion to the truth;
 * - `normaliser-expansion`: shares over a normaliser with noise of its own, in even moments of that noise;
 * - `classifier-quadrature`: probability of a linear score above 0, by quadrature over the count that chooses its subgroup;
 * - `montecarlo`: simulation, with or without control variates.
 */
export const estimatorIds = [
  'unbiased',
  'clipping',
  'baseline-quadrature',
  'curvature',
  'simplex-expansion',
  'pos-expansion',
  'separate-crossings',
  'simplex-inversion',
  'rule-quadrature',
  'rule-sum',
  'seat-quadrature',
  'seat-sum',
  'proportional',
  'normaliser-expansion',
  'classifier-quadrature',
  'montecarlo',
] as const;

/** Which estimator a bias came from; see {@link estimatorIds} for what each one is. */
export type EstimatorId = (typeof estimatorIds)[number];
