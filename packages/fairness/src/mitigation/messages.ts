/** What is said of mitigations that are no substitute of the decision. */
export const mitigationReasons = {
  assumesBias: () => 'whoever pays must know the expected losses, which depend on the true counts',
  assumesTotal: () => 'the true total of the counts',
  epsilonFactor: () => 'budget over that of the baseline',
  sameGapStopped: () => 'the run was stopped before it was found',
  noExactBaseline: () => 'there is no formula for the decision as it is',
  causes: () => 'the causes of a bias are told apart by dpfair audit',
  noGap: () => 'a gap does not exist',
  notNarrower: () => 'the gap is not narrower',
  beyondReach: (factor: number) => `no budget up to ${factor} times as large narrows the gap as much`,
  tooManyEntities: () => 'too many entities to search for it',
} as const;
