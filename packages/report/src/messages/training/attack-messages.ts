/** What attacks find. Every argument is text that is already formatted. */
export const attackMessages = {
  heading: () => 'What attacks find',
  caption: (confidence: string) =>
    `Members of the training rows told from others by their loss, and the excessive risk of the same groups; each interval holds with ${confidence} confidence by itself, a dagger (\u2020) marks groups of few rows`,
  columns: (rates: readonly string[]) => [
    'group',
    'members',
    'others',
    'area under the curve',
    'advantage',
    ...rates.map((rate) => `members found at ${rate} of others`),
    'excessive risk',
  ],
  gaussian: (lower: string) =>
    ` If errors trade off as under Gaussian noise, which is assumed and not tested, it is at least ${lower}.`,
  how: (method: string, trials: string, confidence: string) => `${method}, ${trials} trials, ${confidence} confidence`,
  claim: (epsilon: string) => `the training claims epsilon ${epsilon}`,
  noClaim: () => 'the training claims nothing',
  bound: (lower: string, how: string, claim: string) =>
    `Epsilon is at least ${lower} by experiment (${how}); ${claim}.`,
  nothingFound: (how: string, claim: string) =>
    `No lower bound on epsilon above zero was found by experiment (${how}); ${claim}. That is no proof that there is none.`,
  broken: () => '\u2718 The experiment contradicts the claim.',
} as const;
