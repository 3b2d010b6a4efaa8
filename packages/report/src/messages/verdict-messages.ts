/** Sentences of the verdict. Every argument is text that is already formatted. */
export const verdictMessages = {
  nothing: () => 'Nothing was concluded: the run holds no cell.',
  undefinedGap: (reason: string) => `Nothing was concluded: ${reason}.`,
  noReason: () => 'no gap could be computed',
  shifts: (at: string, phrase: string, amount: string, whom: string) =>
    `${at} ${phrase} shifts ${amount} on average over the noise, ${whom}`,
  fromTo: (losing: string, gaining: string) => `from ${losing} ${losing === '1' ? 'entity' : 'entities'} to ${gaining}`,
  between: (entities: string) => `between ${entities} entities`,
  oneReleaseMoves: () => 'A single release can move more',
  oneReleaseErrs: () => 'A single release can be further off',
  shiftsDollars: (dollars: string, percent: string) => `${dollars} (${percent} of the budget)`,
  shiftsShare: (percent: string) => `${percent} of the whole`,
  gapOnly: (at: string, phrase: string, gap: string) =>
    `${at} ${phrase} is expected to open a gap of ${gap} between the entities it treats best and worst`,
  misstates: (at: string, phrase: string, gap: string, entities: string) =>
    `${at} ${phrase} is expected to misstate the counts of ${entities} entities unequally, by up to ${gap} between the best and the worst treated`,
  loses: (name: string, amount: string, fraction: string | null) =>
    fraction === null ? `${name} loses ${amount} on average` : `${name} loses ${amount} on average, ${fraction}`,
  gains: (name: string, amount: string, fraction: string | null) =>
    fraction === null ? `${name} gains ${amount} on average` : `${name} gains ${amount} on average, ${fraction}`,
  ofItsShare: (percent: string) => `${percent} of its true share`,
  ofItsSeats: (percent: string) => `${percent} of its true seats`,
  ofItsCount: (percent: string) => `${percent} of its true count`,
  directions: (gains: string, loses: string) =>
    `${gains} ${gains === '1' ? 'gains' : 'gain'}, ${loses} ${loses === '1' ? 'loses' : 'lose'}`,
  unchanged: (count: string) => `${count} ${count === '1' ? 'neither gains nor loses' : 'neither gain nor lose'}`,
  undecided: (count: string) => `for ${count} the direction cannot be told`,
  notDistinguishable: (at: string, phrase: string, how: string) =>
    `${at} the gap between the entities ${phrase} treats best and worst is not distinguishable from zero ${how}`,
  withTrials: (trials: string) => `with ${trials} trials`,
  withinError: () => 'to within the numerical error',
  withoutInterval: () => 'because no interval was computed',
  atMost: (amount: string, confidence: string) => `it is at most ${amount} (${confidence} confidence)`,
  atMostExact: (amount: string) => `it is at most ${amount}`,
  alike: (at: string, phrase: string) => `${at} ${phrase} treats all entities alike: no gap is expected between them`,
  narrows: (phrase: string, fold: string, atLeast: boolean) =>
    `${phrase} narrows the widest gap ${atLeast ? 'at least ' : ''}${fold}`,
  removes: (phrase: string) => `${phrase} removes the gap`,
  noneBetter: () => 'None of the other post-processings tested is distinguishably better',
  undefinedFor: (phrase: string, where: readonly string[]) =>
    `for ${phrase} the gap is undefined${where.length === 0 ? '' : ` ${where.join(' and ')}`}`,
  leftOut: (count: string) => (count === '1' ? '1 row is left out' : `${count} rows are left out`),
  someLeftOut: () => 'Some rows are left out',
  see: () => 'see',
  milder: (at: string, amount: string) => `${at} the same rule shifts ${amount} on average`,
  milderGap: (at: string, gap: string) => `${at} its widest gap is ${gap}`,
  milderNothing: (at: string) => `${at} its gap cannot be told from zero`,
  interrupted: () => 'The run was stopped early; this is what was done until then',
  confidence: (percent: string) => `${percent} intervals`,
};
