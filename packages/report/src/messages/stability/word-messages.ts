/** Names of algorithms, measures and settings of stable and fair classification. Every argument is text that is already formatted. */
export const stabilityWords = {
  algorithms: {
    zvrg: () => 'ZVRG',
    kaas: () => 'KAAS',
    gyf: () => 'GYF',
    plain: () => 'plain',
    private: () => 'private',
  },
  meanings: {
    zvrg: () => 'ZVRG: the score may hardly go with the group (a bound on their covariance)',
    kaas: () =>
      'KAAS: a penalty on what the prediction tells of the group (mutual information), with weights of their own for each group',
    gyf: () => 'GYF: a reward for the rate of the favourable class in each group (sum of their logs)',
    plain: () => 'plain: no fairness term',
    private: () => 'private: no fairness term, trained with differential privacy',
  },
  valued: (algorithm: string, value: string) => `${algorithm} ${value}`,
  lambda: (lambda: string) => `lambda ${lambda}`,
  stab: () => 'rows that differ',
  accuracy: () => 'accuracy',
  rate: () => 'statistical rate',
  impact: () => 'disparate impact',
  gap: () => 'parity gap',
  and: (first: string, last: string) => `${first} and ${last}`,
} as const;
