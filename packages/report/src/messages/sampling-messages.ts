/** Words for privacy noise beside the sampling error of the data. */
export const samplingWords = {
  heading: () => 'Privacy noise beside sampling error',
  sharesElsewhere: (whole: string) => `sent to the wrong entities (${whole})`,
  sumOfErrors: (noun: string) => `sum of absolute errors (${noun})`,
  wrongAnswers: () => 'expected wrong answers',
  seatsElsewhere: () => 'seats given to the wrong entities',
  answers: () => 'wrong answers',
  seats: () => 'seats',
  dollars: () => 'dollars',
  ofTheWhole: () => '% of the whole',
  atMost: (amount: string) => `at most ${amount}`,
  inDollars: (dollars: string, percent: string) => `${dollars} (${percent} of the budget)`,
  movesShares: (amount: string) => `sends ${amount} to the wrong entities`,
  misstates: (amount: string) => `misstates the counts by ${amount} in sum`,
  answersWrongly: (amount: string) => `gives ${amount} wrong answers`,
  movesSeats: (amount: string) => `gives ${amount} seats to the wrong entities`,
  sentence: (
    does: string,
    at: string,
    phrase: string,
    alone: string,
    times: string | null,
    both: string,
    added: string,
  ) =>
    `On average the sampling error that the counts already have ${does}; ${at}, with ${phrase}, privacy noise alone ${alone}${
      times === null ? '' : `, ${times} times as much`
    }; both together ${both}: privacy ${added}.`,
  bySize: (smallest: string, largest: string) =>
    ` Privacy noise is ${smallest} times the sampling error in the smallest tenth of the entities, and ${largest} times in the largest.`,
  adds: (amount: string) => `adds ${amount}`,
  addsNothing: () => 'adds nothing that can be told from zero',
  takes: (amount: string) => `takes away ${amount}`,
  note: (source: string) =>
    `The published counts are taken as the truth, and Gaussian sampling error is added around them, not cut off at zero, before the same post-processing and decision; its size comes from ${source}. Errors are compared by their expected absolute size, because sampling error has little bias of its own and yet is rarely right.`,
  sources: {
    cv: 'the median coefficient of variation of SAIPE for the population of each entity',
    column: 'columns of the data',
  },
  caption: (measure: string) => `Sampling error alone, privacy noise alone, and both: ${measure}`,
  columns: (header: string) => [
    'noise',
    'post-processing',
    `sampling alone (${header})`,
    'privacy alone',
    'both',
    'privacy adds',
    'privacy over sampling',
    'method',
  ],
  notDefined: () => 'not defined',
  figureTitle: (at: string, phrase: string, times: string) =>
    `${at} with ${phrase} the expected error of privacy noise is ${times} times that of sampling error`,
  figureTitleNone: () => 'The counts have no sampling error to compare with',
  figureExplanation: () =>
    'Bars are expected absolute errors, summed over all entities: of the sampling error that the data already have, of privacy noise, and of both on the same draws.',
  figureAlt: (panels: string, finding: string) =>
    `${panels} of three bars each: sampling error alone, privacy noise alone, and both. ${finding}.`,
  bars: ['sampling', 'privacy', 'both'],
  rowColumns: (measure: string) => ['noise', 'post-processing', 'error', measure, 'interval'],
} as const;
