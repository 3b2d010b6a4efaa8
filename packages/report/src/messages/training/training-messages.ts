/** Names of what is measured of private training; the numbers of groups. Every argument is text that is already formatted. */
export const trainingWords = {
  all: () => 'all rows',
  noRun: () => 'Nothing was concluded: the result holds no training.',
  diverged: (run: string) =>
    `Nothing was concluded: with ${run} the loss ceased to be finite in every repetition. A smaller learning rate may help`,
  noRepetition: () => 'Nothing was concluded: no repetition was finished',
  costs: (group: string, amount: string) => `${group} ${amount}`,
  effect: (costs: string) => `Private training adds to the mean loss of its groups: ${costs}`,
  plain: () => 'plain private training',
  heading: () => 'The numbers, group by group',
  caption: (run: string, confidence: string) =>
    `What ${run} costs each group: mean loss over its training rows without and with privacy, the difference (excessive risk), and where it comes from; intervals hold with ${confidence} confidence`,
  columns: () => [
    'run',
    'group',
    'rows',
    'accuracy without privacy',
    'accuracy with',
    'loss without',
    'loss with',
    'excessive risk',
    'beside all rows',
    'clipping',
    'noise',
    'path',
    'remainder',
  ],
  small: (group: string, rows: string) => `${group} (small: ${rows} rows)`,
  csv: () => 'Download the groups and steps (CSV)',
} as const;
