/** Words for yes-or-no rules. Every argument is text that is already formatted. */
export const answerVerdictMessages = {
  expected: (at: string, post: string, wrong: string, entities: string, who: string) =>
    `${at} and with ${post}, ${wrong} of ${entities} ${entities === '1' ? 'answer' : 'answers'} are expected to be wrong on average over the noise: ${who}`,
  lose: (wrong: string, entitled: string) =>
    `${wrong} of ${entitled} entitled ${entitled === '1' ? 'entity' : 'entities'} lose`,
  gain: (wrong: string, others: string) =>
    `${wrong} of ${others} ${others === '1' ? 'entity that is' : 'entities that are'} not entitled gain`,
  loser: (name: string, probability: string) => `${name} is most likely to lose, with probability ${probability}`,
  winner: (name: string, probability: string) => `${name} is most likely to gain, with probability ${probability}`,
  people: (losing: string, entitled: string, noun: string, entities: string) =>
    `they leave ${losing} of the ${entitled} people (${noun}) in ${entities} entitled ${entities === '1' ? 'entity' : 'entities'} without what is theirs, each counted once`,
  mostPeople: (name: string, losing: string, all: string) => `the largest number, ${losing} of ${all}, in ${name}`,
  loserWithPeople: (name: string, probability: string, people: string) =>
    `${name} is most likely to lose, with probability ${probability} (${people})`,
  ofPeople: (count: string) => (count === '1' ? 'one person' : `${count} people`),
  undecided: (count: string) =>
    `for ${count} ${count === '1' ? 'entity' : 'entities'} the probability of a wrong answer cannot be told from zero`,
  oneRelease: () => 'A single release can have more wrong answers, or fewer',
  none: (at: string, post: string) => `${at} and with ${post}, no answer is expected to be wrong`,
  notDistinguishable: (at: string, post: string, how: string) =>
    `${at} and with ${post}, the number of wrong answers is not distinguishable from zero ${how}`,
  atMost: (wrong: string, entities: string) => `it is at most ${wrong} of ${entities} on average`,
  below: (wrong: string, entities: string) => `it is ${wrong} of ${entities} on average`,
  lowers: (phrase: string, fold: string, atLeast: boolean) =>
    `${phrase} lowers the expected number of wrong answers ${atLeast ? 'at least ' : ''}${fold}`,
  removes: (phrase: string) => `${phrase} leaves no answer that is expected to be wrong`,
  noneBetter: () => 'None of the other post-processings tested is distinguishably better',
  same: (others: number) =>
    others === 1
      ? 'The other post-processing tested gives the same, to the digits shown'
      : 'The other post-processings tested give the same, to the digits shown',
  hardlyBetter: () => 'None of the other post-processings tested has fewer wrong answers by as much as 0.1\u202f%',
  milder: (at: string, wrong: string) => `${at} and with the same post-processing, ${wrong} wrong answers are expected`,
  milderNothing: (at: string) =>
    `${at} and with the same post-processing, the number of wrong answers cannot be told from zero`,
  milderAlike: (at: string) =>
    `${at} and with the same post-processing, their number cannot be told from this with the trials made`,
};

/** The summary, on the page and in the terminal. */
export const answerSummaryMessages = {
  caption: (entities: string) =>
    `Gap between the best and the worst treated (alpha) in percentage points, expected number of wrong answers of ${entities}, and the entities most likely to get one, by noise and post-processing; intervals in brackets`,
  gap: () => 'Gap (alpha), percentage points',
  wrong: () => 'Wrong answers expected',
  parts: (lose: string, gain: string) => `${lose} lose, ${gain} gain`,
  loser: () => 'Most likely to lose',
  winner: () => 'Most likely to gain',
  noLoser: (simulated: boolean) => (simulated ? 'none seen to lose' : 'none loses'),
  noWinner: (simulated: boolean) => (simulated ? 'none seen to gain' : 'none gains'),
  peopleHead: () => 'People expected to lose',
  ofEntitled: (entitled: string, noun: string) => `of ${entitled} entitled (${noun})`,
  peopleColumn: () => 'people who lose',
  ratesColumn: () => 'false negatives, positives',
  rates: (negative: string, positive: string) => `${negative}, ${positive}`,
  wrongColumn: () => 'wrong answers (lose + gain)',
  loserColumn: () => 'most likely to lose',
  winnerColumn: () => 'most likely to gain',
};

/** The tables of entities. */
export const answerWhoMessages = {
  worst: () => 'most wrong answers',
  harmed: (count: string, cell: string) =>
    count === '1' ? `The entity most likely to lose, ${cell}` : `The ${count} entities most likely to lose, ${cell}`,
  people: (count: string, cell: string) =>
    count === '1'
      ? `The entity with most people who are expected to lose, ${cell}`
      : `The ${count} entities with most people who are expected to lose, ${cell}`,
  helped: (count: string, cell: string) =>
    count === '1'
      ? `The entity most likely to gain without being entitled, ${cell}`
      : `The ${count} entities most likely to gain without being entitled, ${cell}`,
  all: (cell: string) => `All entities, most likely to lose first, most likely to gain last, ${cell}`,
  nobody: () => 'No entity was seen to get a wrong answer.',
  truth: () => 'true answer',
  yes: () => 'yes',
  no: () => 'no',
  probability: () => 'probability of yes',
  wrong: () => 'probability of a wrong answer',
  peopleColumn: () => 'people expected to lose',
  noteCounted: () =>
    'Listed are entities whose people are counted once; those whose people are part of others (states, native areas) are in the downloads.',
  noteInterval: (confidence: string) =>
    `Intervals hold for all entities at once with ${confidence} confidence; a dagger (\u2020) marks a probability of a wrong answer that cannot be told from zero.`,
  noteComputed: () => 'Probabilities are computed, not simulated: exact up to the numerical error stated below.',
  noteSeries: () => 'Probabilities are computed, not simulated: up to the stated error of the series.',
};

/** The table of groups. */
export const answerGroupMessages = {
  entitled: () => 'entitled',
  wronglyNo: () => 'entitled and told no',
  wronglyYes: () => 'not entitled and told yes',
  net: () => 'net: expected minus true number of yes',
  gaining: (simulated: boolean) => (simulated ? 'entities seen to gain' : 'entities that may gain'),
  losing: (simulated: boolean) => (simulated ? 'entities seen to lose' : 'entities that may lose'),
  note: () =>
    'Net: within a group, entities that gain without being entitled make up for entitled ones that lose, so that a net of zero does not mean that no answer is wrong.',
};

/** The figure of flip probabilities. */
export const flipMessages = {
  titleSmall: (at: string, post: string, part: string) =>
    `Small entities get the wrong answers: ${at} the smaller half bears ${part} of them (${post})`,
  titleLarge: (at: string, post: string, part: string) =>
    `Large entities get the wrong answers: ${at} the larger half bears ${part} of them (${post})`,
  titleExtremes: (at: string, loser: string, loss: string, winner: string, gain: string) =>
    `${at} ${loser} is most likely to lose (${loss}) and ${winner} to gain (${gain})`,
  titleLoser: (at: string, loser: string, loss: string) => `${at} ${loser} is most likely to lose (${loss})`,
  titleWinner: (at: string, winner: string, gain: string) => `${at} ${winner} is most likely to gain (${gain})`,
  titleNothing: (at: string) => `${at} no probability of a wrong answer can be told from zero`,
  explanationPoints: () =>
    'Above the line, blue dots: entities that are not entitled, and the probability that they are told yes. Below it, orange squares: entitled entities, and the probability that they are told no. On the line the answer is always right; sizes are logarithmic.',
  explanationDensity: () =>
    'Above the line, blue: entities that are not entitled, and the probability that they are told yes. Below it, orange: entitled entities, and the probability that they are told no. The stronger its colour, the more entities a box holds; the extremes are named, sizes are logarithmic.',
  alt: (panels: string, entities: string, finding: string) =>
    `${panels} of the probability of a wrong answer against size for ${entities} entities, entitled ones below the line and others above it. ${finding}.`,
  x: (noun: string) => `true count (${noun})`,
  y: () => '\u2190 wrongly no \u00b7 wrongly yes \u2192',
  columns: (noun: string) => [
    'noise',
    'post-processing',
    'which',
    'entity',
    `true count (${noun})`,
    'true answer',
    'probability of a wrong answer',
  ],
  loser: () => 'most likely to lose',
  winner: () => 'most likely to gain',
  smallest: () => 'smallest',
  largest: () => 'largest',
};

/** Limits of a rule. */
export const answerLimitMessages = {
  rule: () =>
    'Only the answer of the rule is judged. What an entity wins or loses by it is not valued, and other conditions of a real programme are not modelled.',
  independence: () =>
    'Noise is assumed independent from one count to another, and the numbers in the rule are public and exact.',
};

/** Downloads. */
export const answerRepeatMessages = {
  csv: () => 'Download the probability of yes of every entity (CSV: a row an entity, a column a combination)',
  tooLarge: (entities: string) =>
    `The full result holds ${entities} entities and is not repeated inside this page. It is the file that the option --json writes; --csv writes the probability of yes of every entity.`,
};
