/** Titles, explanations and alternative texts of the figures. Every argument is text that is already formatted. */
export const biasMessages = {
  titleLargestTenth: (at: string, post: string, part: string, whole: string) =>
    `Large entities pay: ${at} the largest tenth bears ${part} of the loss with ${whole} of the whole (${post})`,
  titleInProportion: (at: string, post: string, part: string, whole: string) =>
    `The loss goes with size: ${at} the largest tenth bears ${part} of it with ${whole} of the whole (${post})`,
  titleSmallerHalf: (at: string, post: string, part: string, whole: string) =>
    `Small entities pay: ${at} the smaller half bears ${part} of the loss with ${whole} of the whole (${post})`,
  titleExtremes: (at: string, loser: string, winner: string) => `${at} ${loser} loses most and ${winner} gains most`,
  titleLoser: (at: string, loser: string) => `${at} ${loser} loses most`,
  titleWinner: (at: string, winner: string) => `${at} ${winner} gains most`,
  titleHardly: (at: string) => `${at} nothing moves: no gain or loss reaches 0.000001 seats`,
  titleNothing: (at: string) => `${at} no entity’s gain or loss can be told from zero`,
  explanationPoints: () =>
    'Each dot is an entity, the zero line is equal treatment; both axes are logarithmic, with zero in its own place.',
  explanationDensity: () =>
    'The stronger its colour, the more entities a box holds; the extremes are named, the zero line is equal treatment, both axes are logarithmic with zero in its own place.',
  whiskers: (confidence: string) => ` Whiskers hold for all entities at once with ${confidence} confidence.`,
  alt: (panels: string, entities: string, finding: string) =>
    `${panels} of gain or loss against true size for ${entities} entities. ${finding}.`,
  x: (unit: string) => `true size (${unit})`,
  y: (unit: string) => `gain or loss (${unit})`,
  columns: (unit: string, size: string) => [
    'noise',
    'post-processing',
    'which',
    'entity',
    `truth (${size})`,
    `gain or loss (${unit})`,
    'percent of truth',
  ],
  loser: () => 'loses most',
  winner: () => 'gains most',
  smallest: () => 'smallest',
  largest: () => 'largest',
};

export const gapMessages = {
  titleWidens: (phrase: string, fold: string, from: string, to: string) =>
    `The gap of ${phrase} is ${fold} wider ${to} than ${from}`,
  titleFromTo: (phrase: string, narrow: string, from: string, wide: string, to: string) =>
    `The gap of ${phrase} is ${narrow} ${from} and ${wide} ${to}`,
  titleNothing: () => 'No gap can be told from zero at any budget tested',
  titleUnclear: (phrase: string) =>
    `No change of the gap of ${phrase} between budgets can be told from the error of the estimate`,
  explanation: (confidence: string) =>
    `Each line is a post-processing; vertical bars are ${confidence} intervals, and a bar that reaches the bottom edge contains zero.`,
  noLine: (posts: string, simulated: boolean) => ` No line: ${posts}, whose ${simulated ? 'estimate' : 'gap'} is 0.`,
  noPoint: (places: string, simulated: boolean) =>
    ` No point: ${places}, where the ${simulated ? 'estimate' : 'gap'} is 0.`,
  alt: (series: string, finding: string) => `Lines of the gap against the privacy budget for ${series}. ${finding}.`,
  xEpsilon: () => 'epsilon (further right: less noise, less privacy)',
  xNoise: () => 'standard deviation of the noise (further right: less noise, less privacy)',
  y: (unit: string) => `gap, alpha (${unit})`,
  columns: (unit: string) => ['post-processing', 'noise', `gap, alpha (${unit})`, 'interval'],
};

export const sizeMessages = {
  title: (at: string, phrase: string, small: string, large: string) =>
    `${at} with ${phrase} the median entity of the smallest tenth ${small}, that of the largest tenth ${large}`,
  gains: (percent: string) => `gains ${percent}`,
  loses: (percent: string) => `loses ${percent}`,
  same: () => 'neither gains nor loses',
  explanation: () =>
    'Dots are the median gain or loss in percent of the entity’s own truth in each tenth by size, bars reach from the 10 % to the 90 % quantile within it.',
  omitted: (count: string) =>
    count === '1'
      ? ' 1 entity whose truth is zero has no percentage and is left out here.'
      : ` ${count} entities whose truth is zero have no percentage and are left out here.`,
  alt: (panels: string, finding: string) => `${panels} of percent gain or loss by tenth of true size. ${finding}.`,
  x: () => 'tenth by true size (10: largest)',
  y: () => 'gain or loss (% of truth)',
  columns: (size: string) => [
    'noise',
    'post-processing',
    'tenth',
    'entities',
    `truth from (${size})`,
    `truth to (${size})`,
    '10 % quantile',
    'median',
    '90 % quantile',
  ],
};

export const groupMessages = {
  title: (at: string, phrase: string, loser: string, loss: string, winner: string, gain: string) =>
    `${at} with ${phrase} ${loser} loses most (${loss}) and ${winner} gains most (${gain})`,
  titleLoser: (at: string, phrase: string, loser: string, loss: string) =>
    `${at} with ${phrase} ${loser} loses most (${loss})`,
  titleWinner: (at: string, phrase: string, winner: string, gain: string) =>
    `${at} with ${phrase} ${winner} gains most (${gain})`,
  titleNothing: (at: string, phrase: string) => `${at} with ${phrase} no group’s gain or loss can be told from zero`,
  explanation: (shown: string, all: string, sorted: string, drawn: string) =>
    `${shown === all ? sorted : `The ${shown} groups with the largest losses and gains of ${all}, ${drawn}`}; bars are intervals that hold one group at a time, and the number is how many entities the group has.`,
  sortedPercent: () => 'Groups are sorted by gain or loss in percent of their own total',
  drawnPercent: () => 'in percent of their own total',
  sortedDollars: () => 'Groups are sorted by gain or loss in dollars',
  drawnDollars: () => 'in dollars',
  logarithmic: () => ', on a scale that is logarithmic away from zero',
  ofItsTotal: (percent: string) => `${percent} of its total`,
  dollarsAndPercent: (dollars: string, percent: string) => `${dollars}, ${percent} of its total`,
  small: () => ' Groups of fewer than five entities are marked “few”: read them with care.',
  alt: (groups: string, finding: string) => `Forest plot of gain or loss for ${groups} groups. ${finding}.`,
  x: () => 'gain or loss (% of the group’s true total)',
  xDollars: () => 'gain or loss (dollars)',
  sizeHeader: () => 'entities',
  size: (entities: string, small: boolean) => (small ? `${entities}, few` : entities),
};

/** What stands in a panel without numbers. */
export const panelMessages = {
  notDefined: () => 'not defined',
};

/** 'one panel', '6 panels'. */
export function panelsText(count: number): string {
  return count === 1 ? 'One panel' : `${count} panels`;
}
