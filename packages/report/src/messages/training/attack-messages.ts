/** What attacks find. Every argument is text that is already formatted. */
export const attackMessages = {
  heading: () => 'What attacks find',
  caption: () =>
    'Members of the training rows told from others by their loss, and the excessive risk of the same groups',
  columns: () => ['group', 'members', 'others', 'area under the curve', 'advantage', 'excessive risk'],
  how: (method: string, trials: string, confidence: string) => `${method}, ${trials} trials, ${confidence} confidence`,
  claim: (epsilon: string) => `the training claims epsilon ${epsilon}`,
  noClaim: () => 'the training claims nothing',
  bound: (lower: string, how: string, claim: string) =>
    `Epsilon is at least ${lower} by experiment (${how}); ${claim}.`,
  nothingFound: (how: string, claim: string) =>
    `No lower bound on epsilon above zero was found by experiment (${how}); ${claim}. That is no proof that there is none.`,
  broken: () => '\u2718 The experiment contradicts the claim.',
} as const;
