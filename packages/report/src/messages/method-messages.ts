/** Definitions and methods in plain words, each with its formula and source. */
export interface MethodText {
  readonly title: string;
  readonly words: string;
  readonly formula: string;
  readonly source: string;
}

const zhu =
  'Zhu, Fioretto, Van Hentenryck, Post-processing of differentially private data: a fairness perspective, IJCAI 2022 (arXiv 2201.09425)';
const tran =
  'Tran, Fioretto, Van Hentenryck, Yao, Decision making with differential privacy under a fairness lens, IJCAI 2021 (arXiv 2105.07513)';
const canonne =
  'Canonne, Kamath, Steinke, The discrete Gaussian for differential privacy, NeurIPS 2020 (arXiv 2004.00010)';
const supT =
  'Chernozhukov, Chetverikov, Kato, Gaussian approximations and multiplier bootstrap for maxima of sums of high-dimensional random vectors, Annals of Statistics 41(6), 2013';

/** What the words of this page mean. */
export const definitions = {
  bias: {
    title: 'Gain or loss (bias)',
    words: 'What an entity gets on average over the noise, minus what it would get without noise.',
    formula: 'bias_i = E[ outcome_i(noisy counts) ] \u2212 outcome_i(true counts)',
    source: tran,
  },
  alpha: {
    title: 'Gap (alpha)',
    words:
      'How far apart the best and the worst treated entity are on these data: the largest bias minus the smallest.',
    formula: 'alpha = max_i bias_i \u2212 min_i bias_i',
    source: zhu,
  },
  cost: {
    title: 'Cost of privacy',
    words: 'What it would take to make everyone whole who loses.',
    formula: 'cost = sum over entities with bias_i < 0 of |bias_i|, times the budget',
    source: zhu,
  },
} as const satisfies Record<string, MethodText>;

/** What the words mean where the outcome is yes or no. */
export const answerDefinitions = {
  bias: {
    title: 'Chance of a wrong answer (bias)',
    words:
      'The probability of yes minus the true answer, 1 for yes and 0 for no. Its size is the probability of a wrong answer; it is negative for an entity that may lose what it is entitled to, positive for one that may be granted what it is not entitled to.',
    formula: 'bias_i = P( rule holds of the noisy counts of i ) \u2212 answer_i(true counts)',
    source: tran,
  },
  wrong: {
    title: 'Wrong answers expected, false negatives and false positives',
    words:
      'How many answers are wrong on average over the noise. A false negative is an entitled entity that is told no (it loses), a false positive an entity that is not entitled and is told yes (it gains).',
    formula:
      'wrong = sum_i |bias_i|;  false negatives: the sum over bias_i < 0;  false positives: the sum over bias_i > 0',
    source: tran,
  },
  alpha: {
    title: 'Gap (alpha)',
    words:
      'How far apart the best and the worst treated entity are on these data, in percentage points: the largest bias minus the smallest. It is 200 points when one entity is sure to gain and another is sure to lose.',
    formula: 'alpha = max_i bias_i \u2212 min_i bias_i',
    source: zhu,
  },
} as const satisfies Record<string, MethodText>;

/** How cells are computed. */
export const methodTexts = {
  exactBaseline: {
    title: 'Exact: baseline shares',
    words:
      'The expected share of an entity is an integral in one variable, because 1/S is the integral of exp(\u2212tS) over t and the noisy counts are independent. It is computed by quadrature; the shares are checked to add up to one.',
    formula:
      'E[ U_i / S ] = integral over all t > 0 of psi_i(t) \u00d7 product over j \u2260 i of phi_j(t) dt,  with U_j = a_j max(0, x_j + noise_j),  S = sum_j U_j,  phi_j(t) = E exp(\u2212t U_j),  psi_i(t) = E[ U_i exp(\u2212t U_i) ]',
    source: `Derived for dpfair and checked against simulation; the rule itself: ${zhu}`,
  },
  exactClip: {
    title: 'Exact: clipping at zero',
    words: 'The expectation of the positive part of a noisy count has a closed form.',
    formula:
      'bias(x) = (b / 2) exp(\u2212x / b) for Laplace noise of scale b;  s ( density(x / s) \u2212 (x / s) tail(x / s) ) for Gaussian noise of standard deviation s;  a sum of (k \u2212 x) P(k) over the whole numbers k above x for discrete noise',
    source: zhu,
  },
  exactLinear: {
    title: 'Exact: no bias',
    words:
      'The noise has mean zero and a linear step keeps the mean, or there is nothing that noise could move: the bias is zero.',
    formula: 'E[ L(x + noise) ] = L(x)',
    source: zhu,
  },
  exactSeats: {
    title: 'Exact: every seat by itself',
    words:
      'An entity keeps a seat where the claims of the others above its priority leave room for it. Noise is independent between entities, so the number of those claims has a distribution that is computed by convolution; one integral over the noise of the entity itself gives the probability.',
    formula: 'P( seats_i > k ) = \u222b f_ik(v) P( sum over j \u2260 i of n_j(v) \u2264 seats \u2212 1 \u2212 k ) dv',
    source: 'derived for dpfair, docs/methods/apportionment.md',
  },
  proportional: {
    title: 'Exact: linear proxy',
    words:
      'Shares over a public constant are linear in the noisy counts, so that the noise leaves no bias; what is left is that of the constant, in proportion to the true share.',
    formula: 'bias_i = P_i (Z / V \u2212 1), Z the true total, V the constant',
    source: tran,
  },
  normaliserSeries: {
    title: 'Series: a normaliser with noise of its own',
    words:
      'The noise of the counts is independent of that of the normaliser, so that only the expectation of one over the noisy normaliser is needed. It is expanded in the even moments of that noise; the sum ends before its smallest term, which is the error that is stated.',
    formula: 'bias_i = P_i sum_k E[ noise^(2k) ] / Z^(2k)',
    source: tran,
  },
  classifier: {
    title: 'Exact: linear classifiers by subgroup',
    words:
      'Given the noisy count that chooses the subgroup, the score is a weighted sum of independent noises, of which the tail is known; the probability of a yes is an integral over that one count, by quadrature.',
    formula: 'P(yes) = sum over subgroups of the integral of f(s) P( score > 0 | s ) ds',
    source: tran,
  },
  exactSeatSum: {
    title: 'Exact: every seat by itself, sums',
    words:
      'An entity keeps a seat where the claims of the others that come before it leave room for it. Noise is independent between entities and takes whole numbers: the number of those claims has a distribution that is computed by convolution for each value that the population of the entity can have. Ties go by the convention.',
    formula:
      'P( seats_i > k ) = sum over x of P( noisy population_i = x ) P( claims of the others before (x, k) \u2264 seats \u2212 1 \u2212 k )',
    source: 'derived for dpfair, docs/methods/apportionment.md',
  },
  exactRule: {
    title: 'Exact: probability of the rule',
    words:
      'Comparisons without a common count are independent, and so are their answers. One comparison of counts that are not clipped is the tail of a weighted sum of noises. Comparisons that share one count are independent once it is given: the probability is integrated over that count, between the places where it bends, and what clipping puts on zero is added. The stated error is the difference between two quadrature rules.',
    formula:
      'P(rule) = integral of f(s) P(rule | s) ds + P(s clipped to 0) P(rule | 0);  apart:  p and q: p q,  p or q: p + q \u2212 p q,  p xor q: p + q \u2212 2 p q,  not p: 1 \u2212 p',
    source: `Derived for dpfair and checked against simulation (docs/methods/rules.md); the rules and the composition of two: ${tran}`,
  },
  exactRuleSum: {
    title: 'Exact: probability of the rule, by a sum',
    words:
      'The noise is a whole number, so a count can be exactly on a threshold, and above is not the same as at least. Comparisons without a common count are independent, and so are their answers. Comparisons about one count are a sum over the intervals between their thresholds and the thresholds themselves. Comparisons that share one count are independent once it is given: the probability is summed over all values of that count, but for values of a probability below 1e-17 on each side, which are part of the stated error.',
    formula:
      'P(rule) = sum over k of P(noise = k) P(rule | count + k);  apart:  p and q: p q,  p or q: p + q \u2212 p q,  p xor q: p + q \u2212 2 p q,  not p: 1 \u2212 p',
    source: `Derived for dpfair and checked against enumeration and simulation (docs/methods/rules.md); the noise: ${canonne}`,
  },
  exactOther: {
    title: 'Exact',
    words: 'A closed form or a quadrature; the reason it applies is given with each cell below.',
    formula: 'bias_i = E[ outcome_i ] \u2212 outcome_i(true counts)',
    source: 'See the reasons below',
  },
  seriesOther: {
    title: 'Series',
    words:
      'An expansion of the expected outcome in the noise, with an estimate of what it leaves out; the reason it applies is given with each cell below.',
    formula: 'bias_i = E[ outcome_i ] \u2212 outcome_i(true counts)',
    source: 'See the reasons below',
  },
  thresholdSeries: {
    title: 'Series: projection onto the simplex',
    words:
      'The projection subtracts one common threshold from all noisy values and cuts at zero. Its expectation is expanded to second order around the threshold that solves the expected balance; everything is a truncated moment of the noise. The stated error is an estimate of what the expansion leaves out.',
    formula:
      'projection_i = max(0, y_i \u2212 threshold),  threshold: sum_j max(0, y_j \u2212 threshold) = S;  expansion around the root of sum_j E max(0, y_j \u2212 threshold_0) = E S, divided by S for shares',
    source: `Derived for dpfair and checked against simulation; the projection: ${zhu}`,
  },
  exactSimplex: {
    title: 'Exact: projection of few counts',
    words:
      'Given the threshold that the projection takes from everybody, counts are independent: the loss of each is one integral over the threshold of the distribution of a sum of positive parts, found from its transform.',
    formula:
      'D_i = E (t \u2212 y_i)_+ = \u222b P(y_i < t) P( \u03a3_{j\u2260i} (y_j \u2212 t)_+ > total ) dt;  B_i = D_i \u2212 mean(D)',
    source: 'derived for this project: docs/methods/exact-simplex.md',
  },
  crossingSeries: {
    title: 'Series: separate crossings of zero',
    words:
      'When at most one entity at a time comes near zero, the projection sets it to zero and all others pay for it in equal parts. The stated error is a bound on what two entities near zero at once could add.',
    formula:
      'bias_i = K_i \u2212 sum over j \u2260 i of K_j / (n \u2212 1),  K_i = E max(0, \u2212y_i),  y = x + noise \u2212 mean noise',
    source: `Derived for dpfair; the projection: ${zhu}`,
  },
  curvatureSeries: {
    title: 'Series: curvature of the shares',
    words:
      'A share is a curved function of the counts, so that noise of mean zero moves its mean. The second-order term is the bias; the next order is the stated error.',
    formula:
      'bias_i = (v / Z^2) (P_i A \u2212 a_i^2),  P_i = a_i x_i / Z,  Z = sum_j a_j x_j,  A = sum_j a_j^2,  v: variance of the noise',
    source: tran,
  },
  controlled: {
    title: 'Monte Carlo with control variates',
    words:
      'The rule is run on simulated noise; from each outcome a quantity with a known mean is subtracted that moves with it, which removes most of the scatter. Standard errors come from independent shards. The intervals of entities hold for all at once (Bonferroni). The gap has its own interval, which pays for the search for its extremes: a band over the differences of all candidates, whose width is a quantile of the largest standardised deviation (sup-t), found by a multiplier bootstrap over the shards. Intervals of groups hold one at a time.',
    formula:
      'estimate_i = mean( outcome_i \u2212 control_i ) + E[ control_i ];  interval_i = estimate_i \u00b1 c \u00d7 standard error_i,  c: Student quantile at 1 \u2212 (1 \u2212 confidence) / (2 n)',
    source: `Intervals: ${supT}`,
  },
  answers: {
    title: 'Monte Carlo of answers',
    words:
      'The rule is asked of simulated noisy counts and the answers are averaged. Standard errors come from independent shards; the intervals of entities hold for all at once (Bonferroni), that of the gap pays for the search for its extremes (sup-t), those of groups hold one at a time. An answer that never changed in the run may still change with a small probability; intervals of entities, of the gap and of the number of wrong answers hold that much more.',
    formula:
      'P(yes)_i = mean( answer_i );  interval_i = P(yes)_i \u00b1 ( c \u00d7 standard error_i + log( n / (1 \u2212 confidence) ) / trials ),  n: entities',
    source: `Intervals: ${supT}`,
  },
  seats: {
    title: 'Monte Carlo of seats',
    words:
      'Seats are given by simulated noisy populations and averaged. Standard errors come from independent shards; the intervals of entities hold for all at once (Bonferroni), that of the gap pays for the search for its extremes (sup-t), those of groups hold one at a time. Seats that never moved in the run may still move with a small probability; intervals hold that much more, for one seat.',
    formula:
      'estimate_i = mean( seats_i ) \u2212 seats_i(true populations);  interval_i = estimate_i \u00b1 ( c \u00d7 standard error_i + log( n / (1 \u2212 confidence) ) / trials ),  n: entities',
    source: `Intervals: ${supT}`,
  },
  plain: {
    title: 'Monte Carlo',
    words:
      'The rule is run on simulated noise and the outcomes are averaged. Standard errors come from independent shards; the intervals of entities hold for all at once (Bonferroni), that of the gap pays for the search for its extremes (sup-t), those of groups hold one at a time.',
    formula:
      'estimate_i = mean( outcome_i ) \u2212 outcome_i(true counts);  interval_i = estimate_i \u00b1 c \u00d7 standard error_i',
    source: `Intervals: ${supT}`,
  },
} as const satisfies Record<string, MethodText>;

/** Headings and notes of the section. */
export const methodMessages = {
  formula: () => 'Formula',
  source: () => 'Source',
  cells: () => 'What was used where, and why',
  noise: () => 'noise',
  post: () => 'post-processing',
  method: () => 'method',
  reason: () => 'why',
  error: () => 'estimated numerical error of a bias',
  errorTiny: (share: string) => `${share} of the gap`,
  errorMonteCarlo: () => 'see the intervals',
  interval: () => 'interval of the gap',
  plugIn: () => 'largest minus smallest estimate, and what it would be on average if nobody gained or lost',
};
