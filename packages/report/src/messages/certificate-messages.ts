import type { LookVerdict, TargetMeasure, TargetStatus } from '@dpfair/result';

/** Words for a certificate: the smallest budget that meets a target, and what proves it. */
export const certificateWords = {
  heading: () => 'Certificate',
  measures: {
    alpha: 'the gap (alpha)',
    cost: 'the cost of privacy',
    dollars: 'the cost of privacy',
    'false-negative': 'the false-negative rate',
    'false-positive': 'the false-positive rate',
  } as const satisfies Record<TargetMeasure, string>,
  met: (measure: string, limit: string, epsilon: string, noise: string, phrase: string, upper: string) =>
    `The smallest privacy budget found that keeps ${measure} below ${limit} is epsilon ${epsilon}, with ${noise} noise and ${phrase}: it is at most ${upper} there`,
  missedBelow: (epsilon: string, lower: string) => `; at epsilon ${epsilon} it is at least ${lower}, which is too much`,
  openBelow: (epsilon: string) => `; at epsilon ${epsilon} it is not proved either way`,
  undefinedBelow: (epsilon: string) => `; at epsilon ${epsilon} it is undefined`,
  nothingBelow: () => ', and no smaller epsilon was tried',
  holds: () => 'Every larger epsilon that was tried keeps it too.',
  settles: (epsilon: string) => `Some larger ones do not: all that were tried do from epsilon ${epsilon} on.`,
  settlesOpen: (epsilon: string) =>
    `For some larger ones it is not proved either way: all that were tried keep it from epsilon ${epsilon} on.`,
  neverSettles: () => 'Some larger ones do not, the largest that was tried among them.',
  neverSettlesOpen: () => 'For some larger ones, the largest that was tried among them, it is not proved either way.',
  neverSettlesMixed: () => 'Some larger ones do not, and for the largest that was tried it is not proved either way.',
  assumes: (what: string) => `Must be public: ${what}.`,
  notNeeded: () => 'nothing',
  statusChosen: (status: string) => `${status}, chosen`,
  total: (epsilon: string, columns: string) =>
    `A person in ${columns} noised columns spends epsilon ${epsilon} in all.`,
  notReachable: (measure: string, limit: string, low: string, high: string, noise: string, phrase: string) =>
    `No privacy budget from epsilon ${low} to ${high} keeps ${measure} below ${limit}; it is smallest with ${noise} noise and ${phrase}`,
  inconclusive: (measure: string, limit: string, low: string, high: string, noise: string, phrase: string) =>
    `From epsilon ${low} to ${high} nothing proves that ${measure} is below ${limit}, or that it never is: the intervals are too wide, or there is no value; it is smallest with ${noise} noise and ${phrase}`,
  stopped: (taken: string, looks: string) =>
    `The search was stopped after ${taken} of at most ${looks} looks, so that nothing is certified.`,
  foundByThen: (measure: string, limit: string, epsilon: string, noise: string, phrase: string, upper: string) =>
    ` By then ${measure} was seen to be below ${limit} at epsilon ${epsilon}, with ${noise} noise and ${phrase}: it is at most ${upper} there.`,
  noneByThen: (measure: string, limit: string) =>
    ` No epsilon that was tried by then keeps ${measure} below ${limit} for sure.`,
  bestAt: (interval: string, epsilon: string) => `, ${interval} at epsilon ${epsilon}.`,
  bestUndefined: (reason: string) => `, where it has no value (${reason}).`,
  onTheThreshold: (entities: number) =>
    `${entities === 1 ? '1 entity stands' : `${entities} entities stand`} exactly on the threshold: noise with a density is on the wrong side half of the time there, at any epsilon. Noise on the whole numbers (--mechanism discrete-laplace) need not be.`,
  statuses: {
    met: '✓ met',
    'not-reachable': '✗ not reachable',
    inconclusive: '? not proved',
  } as const satisfies Record<TargetStatus, string>,
  verdicts: {
    met: 'met',
    missed: 'missed',
    inconclusive: 'not proved',
    undefined: 'undefined',
  } as const satisfies Record<LookVerdict, string>,
  optionsCaption: (target: string) => `The smallest epsilon for ${target}, by noise and post-processing`,
  options: (withNeeds: boolean) => [
    'noise',
    'post-processing',
    'target',
    'smallest epsilon',
    'in all',
    'at most there',
    'next smaller',
    'larger ones',
    ...(withNeeds ? ['must be public'] : []),
    'method',
  ],
  largerHold: () => 'all hold',
  largerSettle: (epsilon: string) => `hold from ${epsilon}`,
  largerFail: () => 'fail at the end',
  largerOpen: () => 'not proved at the end',
  nextSmaller: (epsilon: string, verdict: string) => `${epsilon}: ${verdict}`,
  noSmaller: () => 'none tried',
  scanCaption: (noise: string, phrase: string) => `Every budget of the scan, with ${noise} noise and ${phrase}`,
  scan: () => ['epsilon', 'target', 'estimate', 'lower end', 'upper end'],
  showScan: () => 'Every budget of the scan',
  proof: (confidence: string, looks: string, precision: string) =>
    `An epsilon meets the target when the upper end of its interval is below the limit. All intervals hold together with ${confidence} confidence: those of simulations are widened for ${looks} looks (Bonferroni). The smallest epsilon is known to within ${precision} between two budgets of the scan, where one change of the answer is assumed.`,
  identity: (seed: string, hashes: string) => `Seed ${seed}; SHA-256 of the data ${hashes}.`,
  check: () => 'This command shows the same numbers:',
} as const;
