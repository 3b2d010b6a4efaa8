import type { MethodText } from '../method-messages.js';

/** Sentences of the verdict. Every argument is text that is already formatted. */
export const seatVerdictMessages = {
  loses: (name: string, chance: string) => `${name} loses a seat with a chance of ${chance}`,
  gains: (name: string, chance: string) => `${name} gains one with a chance of ${chance}`,
  gainsSeat: (name: string, chance: string) => `${name} gains a seat with a chance of ${chance}`,
  effect: (at: string, parts: readonly string[]) => `${at} ${parts.join(' and ')}`,
  expected: (count: string) => `on average ${count} entities have fewer seats than without noise`,
  calm: (count: string, below: string) =>
    count === '1'
      ? `for 1 entity either chance is below ${below}`
      : `for ${count} entities either chance is below ${below}`,
  nothing: (at: string) => `${at} noise moves no seat`,
  hardly: (at: string) =>
    `${at} noise moves next to nothing: the chance of any entity to lose or to gain a seat is below 0.0001\u202f%`,
  unseen: (at: string, how: string) => `${at} no chance of a moved seat can be told from zero ${how}`,
  atMost: (chance: string) => `the chance of any entity to lose one is at most ${chance}`,
  oneRelease: () => 'A single release moves a seat or does not',
};

/** Columns, on the page and in the terminal. */
export const seatColumnMessages = {
  caption: () =>
    'Gap between the best and the worst treated (alpha) in seats, and the entities most likely to lose and to gain a seat, by noise and post-processing; intervals in brackets',
  gap: () => 'Gap (alpha), seats',
  fewer: () => 'Most likely to lose a seat',
  more: () => 'Most likely to gain a seat',
  fewerColumn: () => 'most likely to lose a seat',
  moreColumn: () => 'most likely to gain a seat',
  nobody: () => 'none',
  population: () => 'population',
  truth: () => 'seats',
  expected: () => 'expected seats',
  difference: () => 'difference (seats)',
  chanceFewer: () => 'chance of fewer',
  chanceMore: () => 'chance of more',
};

/** Around the tables of entities. */
export const seatWhoMessages = {
  harmed: (count: string, cell: string) =>
    count === '1'
      ? `The entity that loses most on average, ${cell}`
      : `The ${count} entities that lose most on average, ${cell}`,
  helped: (count: string, cell: string) =>
    count === '1'
      ? `The entity that gains most on average, ${cell}`
      : `The ${count} entities that gain most on average, ${cell}`,
  noteComputed: () =>
    'Chances and differences are computed, not simulated: exact up to the numerical error stated below. A chance is that of fewer, or more, seats than without noise.',
  noteInterval: (confidence: string) =>
    `Intervals hold for all entities at once with ${confidence} confidence; a chance is that of fewer, or more, seats than without noise. A dagger (\u2020) marks a difference that cannot be told from zero.`,
};

export const seatDecisionMessages = {
  house: (seats: string, method: string, minimum: boolean) =>
    `${seats} seats by population (${method}${minimum ? ', at least one each' : ''})`,
  unknownHouse: () => 'seats by population',
};

/** Limits of an apportionment. */
export const seatLimitMessages = {
  house: () =>
    'Only numbers of seats are judged: not the districts drawn within an entity, nor what a seat is worth. Who counts for a population is as in the file.',
};

/** What the words mean where the outcome is a number of seats. */
export const seatDefinitions = {
  bias: {
    title: 'Gain or loss (bias)',
    words:
      'The number of seats that an entity has on average over the noise, minus those that its true population gives it.',
    formula: 'bias_i = E[ seats_i(noisy populations) ] \u2212 seats_i(true populations)',
    source:
      'Tran, Fioretto, Van Hentenryck, Yao, Decision making with differential privacy under a fairness lens, IJCAI 2021 (arXiv 2105.07513)',
  },
  chance: {
    title: 'Chance to lose or to gain a seat',
    words: 'The probability of fewer seats than without noise, and of more.',
    formula: 'P( seats_i(noisy) < seats_i(true) ),  P( seats_i(noisy) > seats_i(true) )',
    source: 'derived for dpfair, docs/methods/apportionment.md',
  },
  alpha: {
    title: 'Gap (alpha)',
    words:
      'How far apart the best and the worst treated entity are on these data, in seats: the largest bias minus the smallest.',
    formula: 'alpha = max_i bias_i \u2212 min_i bias_i',
    source:
      'Zhu, Fioretto, Van Hentenryck, Post-processing of differentially private data: a fairness perspective, IJCAI 2022 (arXiv 2201.09425)',
  },
} as const satisfies Record<string, MethodText>;
