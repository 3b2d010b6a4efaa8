/** Sentences of the verdict on private training. Every argument is text that is already formatted. */
export const trainingVerdictWords = {
  noRun: () => 'Nothing was concluded: the result holds no training.',
  noNumbers: () => 'Nothing was concluded: no repetition was finished.',
  allDiverged: (count: string, step: string | null) =>
    `Nothing was concluded: the loss ceased to be finite in ${count === '1' ? 'the one repetition' : `all ${count} repetitions`}${step === null ? '' : `, first after step ${step}`}. A smaller learning rate or more clipping may help.`,
  noneReached: (count: string) =>
    `Nothing was concluded: ${count === '1' ? 'the one repetition' : `all ${count} repetitions`} did not reach the minimum that the guarantee is of. More regularization may help.`,
  notPrivate: (reason: string) => `This training is not private: ${reason}`,
  noGuarantee: () => 'No guarantee was computed for this training',
  training: (budget: string) => `training with ${budget}`,
  raises: (training: string, costs: string) => `${training} raises the mean loss of ${costs}`,
  raisedBy: (group: string, amount: string) => `${group} by ${amount}`,
  lowers: (training: string | null, costs: string) =>
    training === null ? `it lowers that of ${costs}` : `${training} lowers the mean loss of ${costs}`,
  estimates: (training: string, costs: string) =>
    `${training} changes the mean loss of ${costs}; one repetition gives no interval`,
  others: (count: string) => `${count} more groups`,
  othersByLess: (count: string) => `${count} more groups by less`,
  open: (groups: string, how: string) => `for ${groups} the cost is not distinguishable from zero ${how}`,
  openAll: (training: string, how: string) =>
    `${training} has a cost that is not distinguishable from zero for any group ${how}`,
  withRepetitions: (count: string) => `with ${count} repetitions`,
  exactly: () => 'to within the numerical error',
  bears: (group: string, gap: string, least: string) =>
    `most is borne by ${group}: ${gap} more than by ${least}, which bears least`,
  bearsAmong: (groups: string, gap: string, most: string, least: string) =>
    `most is borne by ${groups}, which of them cannot be told: ${gap} between ${most} and ${least}, which bears least`,
  fewRows: (group: string, rows: string) => `little can be read from ${group}, which has ${rows} training rows`,
  notLearned: () =>
    'nothing can be concluded: even without privacy the training did not learn, its loss ends above where it began',
  bearsUnsure: (how: string) =>
    `who bears most cannot be told: the difference between groups is not distinguishable from zero ${how}`,
  gapUndefined: (reason: string) => `no difference between groups is defined: ${reason}`,
  gapEstimate: (most: string, gap: string, least: string) =>
    `by the estimate most is borne by ${most}: ${gap} more than by ${least}`,
  clippingLarger: (group: string, clipping: string, noise: string) =>
    `most of what ${group} bears comes from clipping, ${clipping}; noise ${noise}`,
  noiseLarger: (group: string, noise: string, clipping: string) =>
    `most of what ${group} bears comes from noise, ${noise}; clipping ${clipping}`,
  causeUnsure: (group: string) => `whether ${group} pays more for clipping or for noise cannot be told`,
  adds: (amount: string) => `adds ${amount}`,
  takes: (amount: string) => `takes away ${amount}`,
  addsNothing: () => 'adds nothing that can be told from zero',
  noTwin: () =>
    'What privacy costs each group is not known: the log does not have the loss of the same training without it (nonPrivateLoss)',
  largestTerms: (what: string, group: string, sum: string) =>
    `the sum of the ${what} terms is largest for ${group} by the estimate: ${sum}`,
  clippingTerms: () => 'clipping',
  noiseTerms: () => 'noise',
  logGuarantee: () => 'A log does not say how private the training is',
  accuracy: (without: string, withPrivacy: string) =>
    `Accuracy on test rows is ${withPrivacy} with privacy and ${without} without`,
  lossUnit: (unit: string) => `the loss is ${unit}`,
  testError: (label: string, without: string, withPrivacy: string) =>
    `The root mean squared error on test rows, in the unit of ${label}, is ${withPrivacy} with privacy and ${without} without`,
  withoutSmall: (most: string, gap: string, least: string) =>
    `between groups that have more the widest difference is ${gap}, between ${most} and ${least}`,
  withoutSmallUnsure: () => 'between groups that have more no difference can be told from zero',
  diverged: (count: string, all: string, step: string | null) =>
    `${count} of ${all} repetitions diverged${step === null ? '' : ` (the first after step ${step})`} and are left out, so that the numbers are those of the others`,
  unreached: (count: string, all: string) =>
    `${count} of ${all} repetitions did not reach the minimum that the guarantee is of and are left out, so that the numbers are those of the others`,
  milder: (budget: string, gap: string) => `With ${budget} the widest difference is ${gap}`,
  milderNothing: (budget: string) => `with ${budget} the difference between groups cannot be told from zero`,
  remedy: (tried: string, phrase: string, fold: string, accuracy: string | null) => {
    const so = `at least ${fold}${tried === '1' ? '' : ', by its own interval'}${accuracy === null ? '' : `, with an accuracy of ${accuracy}`}`;
    return tried === '1'
      ? `${phrase} narrows the difference ${so}`
      : `of the ${tried} private remedies tested ${phrase} narrows the difference most: ${so}`;
  },
  noRemedy: (tried: string) =>
    tried === '1'
      ? 'the private remedy tested does not clearly narrow the difference'
      : `none of the ${tried} private remedies tested clearly narrows the difference`,
  gains: (most: string, amount: string, price: string | null) =>
    `: ${most}, which bore most, bears ${amount} less${price === null ? '' : `, but ${price}`}`,
  levelsDown: (least: string, amount: string, most: string) =>
    `. It does so by levelling down: ${least}, which bore least, bears ${amount} more, and ${most}`,
  losesToo: (group: string, amount: string) => `${group} bears ${amount} more`,
  gainsNothing: (group: string) => `${group}, which bore most, does not clearly bear less`,
  movesUnsure: (most: string, least: string) => `; whether ${most} bears less or ${least} more cannot be told`,
  alsoLose: (groups: readonly string[]) => `; ${groups.join(', ')} bear${groups.length === 1 ? 's' : ''} more too`,
  withoutLevelling: (phrase: string, fold: string) =>
    `. Of those that do not level down ${phrase} narrows it most: at least ${fold}`,
  withBudget: (budget: string) => `with ${budget} `,
  small: (groups: string) => `few rows are behind ${groups}`,
  interrupted: () => 'The run was stopped early; this is what was done until then',
  method: (repetitions: string, confidence: string) =>
    repetitions === '1' ? '1 repetition, no intervals' : `${repetitions} repetitions; ${confidence} intervals`,
  exact: () => 'exact',
  and: (first: string, last: string) => `${first} and ${last}`,
} as const;
