/** Heads and notes of the tables of stable and fair classification. Every argument is text that is already formatted. */
export const stabilityTableWords = {
  title: (file: string) => `How stable and how fair are the classifiers: ${file}`,
  heading: () => 'The numbers, cell by cell',
  column: () => 'groups by',
  algorithm: () => 'algorithm',
  lambda: () => 'lambda',
  accuracy: () => 'accuracy',
  rate: () => 'statistical rate',
  impact: () => 'disparate impact',
  gap: () => 'parity gap',
  stab: () => 'rows that differ',
  norm: () => 'norm',
  converged: () => 'fits converged',
  epsilon: () => 'epsilon',
  ofAll: (converged: string, all: string) => `${converged} of ${all}`,
  caption: (column: string, repetitions: string, confidence: string) =>
    `${column}: every algorithm at every lambda (${repetitions === '1' ? '1 repetition' : `${repetitions} repetitions, ${confidence} intervals`})`,
  note: (rows: string) =>
    `Rows that differ: the expected number of ${rows} test rows on which the classifiers of two repetitions differ (stab). Statistical rate: the smaller rate of the favourable class over the larger, 1 where they are equal. Parity gap: the largest difference of rates. An interval in small print belongs to the number above it; none is shown where it is narrower than the last digit.`,
  undefinedNote: () =>
    'A dash stands for what is not defined, such as the rate of a group without favourable decisions over another.',
  few: (text: string) => `${text} \u2020`,
  fewNote: () =>
    'A dagger (\u2020) marks numbers that are not defined in every repetition, or that have no interval, as too few repetitions differ in them.',
  rates: () => 'Rates of the favourable class by group',
  ratesCaption: (favourable: string) => `Part of each group that is classified as ${favourable}`,
  group: () => 'group',
  rateOf: () => 'rate',
  csv: () => 'Download every cell, rate and fit (CSV)',

  convergence: () => 'What did not converge, and why',
  allConverged: (fits: string) => `All ${fits} fits converged.`,
  convergenceCaption: () => 'Cells with fits that did not converge',
  failed: () => 'not converged',
  iterations: () => 'iterations, at most',
  gradient: () => 'largest gradient left',
  why: () => 'why',
  broken: (slack: string) => `the constraint is broken by ${slack}`,
  times: (count: string, why: string) => `${count}: ${why}`,
  convergenceNote: () =>
    'Fits that did not converge are among the numbers above: they are results like any other. Only draws that nothing could be fitted to, all rows being of one class or group, are in no number. The gradient is that of the Lagrangian, in the columns as the solver scales them.',

  publishedHeading: () => 'Beside the published figures',
  publishedCaption: () => 'Published means (with their standard deviations over repetitions) and ours',
  published: () => 'published',
  ours: () => 'ours',
  difference: () => 'ours minus published',
  measure: () => 'measure',
  withDeviation: (mean: string, deviation: string | null) =>
    deviation === null ? mean : `${mean} (s.d. ${deviation})`,
  publishedNote: () =>
    'Differences of accuracies are in percentage points. Published figures have no interval, and their splits and settings are not fully known: a small difference says nothing.',

  boundsHeading: () => 'What theory says of the stability, and what was measured',
  boundsCaption: () => 'Uniform stability: the largest change of the loss of a row when one training row is replaced',
  uniform: () => 'bound by admissibility',
  uniformLinear: () => 'bound by gradients',
  measured: () => 'largest measured',
  replacements: () => 'replacements tried',
  mayChange: () => 'predictions that may change',
  changed: () => 'predictions that changed, mean',
  admissibility: () => 'admissibility',
  kappa: () => 'kappa',
  gradientBound: () => 'gradient bound',
  excess: () => 'excess risk, bound',
  generalisation: () => 'expected minus training risk, bound',
  recommended: () => 'best lambda for this norm',
  boundsNote: () =>
    'A bound holds for every data set of this size; what was measured is a few replacements in these rows, so it shows the uniform stability from below. A bound may be many times what happens.',

  splitHeading: () => 'What shrinkage does, and what the fairness term adds',
  splitCaption: () => 'Each fairness term beside shrinkage alone, at the same lambda',
  plainAtZero: (lambda: string) => `plain at ${lambda}`,
  plainHere: () => 'plain at this lambda: shrinkage alone',
  withTerm: () => 'with the fairness term',
  told: () => 'beside shrinkage alone',
  sides: { above: () => 'higher', below: () => 'lower', open: () => 'not told apart' },
  splitNote: () =>
    'The term lambda ||f||^2 alone, without any fairness term, changes accuracy and rates too. Only what differs from it at the same lambda is due to the fairness term; overlapping intervals are not called a difference.',
} as const;
