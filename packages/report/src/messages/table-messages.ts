/** Headers of the summary. `unit` is the unit of the numbers below. */
export const tableMessages = {
  noise: () => 'noise',
  post: () => 'post-processing',
  alpha: (unit: string) => `gap, alpha (${unit})`,
  cost: () => 'cost of privacy',
  loser: (unit: string) => `loses most (${unit})`,
  winner: (unit: string) => `gains most (${unit})`,
  method: () => 'method',
};

/** Headers of the table of groups. */
export const groupTableMessages = {
  post: () => 'post-processing',
  group: () => 'group',
  entities: () => 'entities',
  count: () => 'true count',
  bias: (unit: string) => `gain or loss (${unit})`,
  percent: () => 'percent of true total',
  perPerson: () => 'dollars per counted person',
  gaining: () => 'entities gaining',
  losing: () => 'entities losing',
  size: (entities: string, small: boolean) => (small ? `${entities} (few)` : entities),
};
