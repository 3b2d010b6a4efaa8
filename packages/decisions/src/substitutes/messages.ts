import { DpfairError } from '@dpfair/result';

const written = (value: number) => new Intl.NumberFormat('en-US').format(value);

/** What is said of fair substitutes. Phrases of `assumes` end a sentence that begins "must be public:". */
export const substituteMessages = {
  notProportional: (decision: string) =>
    `it replaces shares in proportion to one count with public weights; decision ${decision} has others`,
  needsContinuousNoise: () =>
    'a total of weighted counts is no whole number: it is computed for laplace and gaussian noise',
  normaliserMissing: () => 'it needs a public constant for the total: --normaliser VALUE',
  boundMissing: () => 'it needs a public lower bound of the total: --normaliser-at-least VALUE',
  deductionTooLarge: () => 'what must be taken off the noisy total for safety is more than the total itself',
  noDirection: () => 'an exclusive or has no side to which a margin could be given',
  tooDeep: () => 'its exclusive ors are nested too deeply',
  noThreshold: (decision: string) => `decision ${decision} does not say how far a count is from its threshold`,
  noComparison: (decision: string) => `decision ${decision} has no comparison with a unit of its own`,
  marginMissing: () => 'it needs a margin in the unit of the comparison: --margin-units VALUE',
  nothingBefore: () => 'what entities had before adds up to 0, so that nobody had a part of it',
  clauseIsOn: () => 'the clause of the statute is on: --clause hold-harmless=off compares it',

  assumesSplitFromPublic: () =>
    'how the budget is split, here computed from the true counts: take it from earlier public data',
  assumesOneEntity: () => 'that nobody is counted in two entities, for whom this Gaussian noise is too small',
  assumesNormaliser: (value: number) => `the total ${written(value)}`,
  assumesBound: (value: number) =>
    `that the total is at least ${written(value)} in every data set that could have been`,
  assumesTrueShares: () => 'whoever carries it out must know the true shares',
  assumesPrevious: () => 'what each entity had before',
  assumesTrainedHere: () =>
    'the coefficients; they were trained on the true counts at hand, which is not private: train on public data (--train)',
  assumesTrainedElsewhere: () => 'the coefficients, trained on the file of --train, which must be public',

  normaliserPart: () => 'part of the budget for the total',
  normaliserNoise: () => 'spread of the noise of the total, over the total',
  normaliserOff: () => 'how far the constant is off, over the total',
  shareNoise: () => 'standard deviation of the noise of a share',
  slack: () => 'slack of each count',
  deduction: () => 'deduction from the total, over the total',
  nobodyLosesAtLeast: () => 'probability that nobody loses, at least',
  fraction: () => 'part that nobody falls below',
  margin: () => 'margin in standard deviations of the noise of the comparison',
  marginUnits: () => 'margin in the unit of the comparison',
  subgroups: (by: string) => `subgroups of ${by}`,
  changedWithoutNoise: () => 'answers that it changes without any noise',
  oneAnswerHere: () => 'gives every entity here the same answer: this file cannot say whom it wrongs',
  oneTruthHere: () => 'was not asked about both answers: all entities here have the same true one',
  notConverged: () => 'the solver did not reach its tolerance',

  atMostTheTotal: (total: number) => `at most the total, ${total}`,
} as const;

export const badSetting = (option: string, value: string | number, allowed: string): DpfairError =>
  new DpfairError('usage', { what: option, value, allowed });
