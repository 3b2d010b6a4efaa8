/** Sources of bounds, as the result and the report name them. */
export const boundSources = {
  theorem1: 'Zhu, Fioretto, Van Hentenryck 2022, Theorem 1: L <= alpha <= L + E T',
  proposition2: 'Zhu, Fioretto, Van Hentenryck 2022, Proposition 2, for Gaussian noise: a bracket of L',
  threshold: 'bias of the largest entity, whose outcome is its noisy count less the threshold',
  smallestCount: 'noise outside the ball of the smallest count: E[|noise|; |noise| > r]',
  smallestCountByRange:
    'noise outside the ball of the smallest count: C P(|noise| > r), after Zhu, Van Hentenryck, Fioretto 2021',
  knownTotal: 'variance after the sum projection: (1 - 1/n) times that of the noise',
  proposition3: 'Zhu, Fioretto, Van Hentenryck 2022, Proposition 3: half the sum of |bias|',
  composition: 'Tran, Fioretto, Van Hentenryck, Yao 2021: biases of two independent parts, composed',
  composedGap:
    'Tran, Fioretto, Van Hentenryck, Yao 2021: gap of |bias| from the smallest and largest flip of two independent parts',
  dependence: 'each comparison alone; those that share a count may depend on each other in any way (Frechet)',
} as const;

/** Whether one alpha holds for all counts. */
export const uniformReasons = {
  alone: 'one entity has nobody to be compared with',
  linear: 'the outcome is linear in the counts, and the noise has mean zero',
  constant: 'the second derivatives of the outcome do not depend on the counts',
  clipped: 'clipping adds most to a count of zero, and to a large count nothing',
  curvature:
    'the curvature of shares depends on the counts, so that no finite alpha for all counts follows; alpha is that of this table',
  processed: 'post-processing bends the outcome by what the counts are; alpha is that of this table',
  steps: 'a rule has steps, and no second derivatives there; alpha is that of this table',
} as const;

/** Why a bias is not split into causes. */
export const notSplit = {
  noMean: (probability: number) =>
    `the noisy total is zero or negative with probability ${Number(probability.toPrecision(2))}, where raw shares have no mean: their curvature cannot be told from the rest`,
  undefinedBias: 'the bias itself is not defined',
  unknown: (decision: string) => `${decision} has several bends and steps of its own`,
  alwaysProcessed: (decision: string) => `${decision} cannot be made without post-processing to compare with`,
  noNextOrder:
    'the order of the noise that follows is not derived for the formulas of Title I with every step held, so that what it would change is not known',
  notAsked: 'telling them apart takes a simulation for each, which was not asked for (--why)',
  errorTooLarge:
    'a formula for a part states too large an error; simulation tells the parts apart (--method montecarlo)',
  stopped: 'the run was stopped before the parts were told apart',
  notSimulated: 'the simulation that would tell the parts apart was not run',
} as const;
