/** The yes-or-no questions that come along with a decision. Every argument is text that is already formatted. */
export const eventMessages = {
  heading: () => 'Clauses and conditions',
  note: () =>
    'Yes-or-no questions that come along with the decision, each by itself. Lose: entities whose true answer is yes and that are expected to be told no; gain: the other way round.',
  caption: (at: string) => `Clauses and conditions, ${at}`,
  post: () => 'post-processing',
  event: () => 'question',
  yes: () => 'true yes',
  lose: () => 'expected to lose',
  gain: () => 'expected to gain',
  likeliest: () => 'most likely to be told the wrong answer',
  method: () => 'method',
  simulated: (trials: string) => `${trials} trials`,
  question: (name: string, question: string) => `${name}: ${question}`,
} as const;
