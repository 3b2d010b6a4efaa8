/** What was searched for unfair pairs, and what was found. Every argument is text that is already formatted. */
export const searchWords = {
  heading: () => 'The worst pairs that were found',
  model: () => 'answers of',
  models: { model: () => 'the model as it is', smoothed: () => 'the smoothed model' },
  search: () => 'search',
  searches: {
    nearest: () => 'nearest rows',
    changed: (columns: string) => `${columns} changed`,
    gradient: () => 'steps uphill',
  },
  looked: {
    nearest: (rows: string, all: string, each: string) =>
      `nearest rows: ${rows} of ${all} rows, each with its ${each} nearest other rows`,
    changed: (rows: string, all: string, each: string, columns: string) =>
      `${columns} changed: ${rows} of ${all} rows, each beside copies of itself with up to ${each} other values`,
    gradient: (rows: string, all: string, each: string) =>
      `steps uphill: ${rows} of ${all} rows, each moved in ${each} steps to where the answer changes fastest`,
  },
  noColumns: () => 'columns',
  rows: () => 'rows',
  pairs: () => 'pairs',
  violations: () => 'too far apart',
  unseen: () => 'of them the same to the metric',
  largest: () => 'largest ratio',
  meanOutput: () => 'mean distance of answers',
  group: () => 'group',
  found: () => 'What each search looked at, and what it found',
  foundNote: () =>
    'A pair is too far apart where its answers differ by more than its distance and the excess of the guarantee. Pairs that were not looked at can be worse: nothing found is no proof of fairness.',
  sampledNote: () =>
    'Answers of the smoothed model are sampled, so ratios of them are not exact: of near people sampling alone can make a ratio above 1. What is too far apart is so beyond what sampling adds.',
  first: () => 'first',
  second: () => 'second',
  copy: () => 'changed copy',
  line: (line: string) => `line ${line}`,
  differs: () => 'differ in',
  difference: (column: string, first: string, second: string) => `${column} ${first} / ${second}`,
  more: (count: string) => `${count} more`,
  input: () => 'distance',
  output: () => 'distance of answers',
  ratio: () => 'ratio',
  missing: (reasons: string) => `A dash stands for a ratio that is not defined: ${reasons}.`,
  worst: (count: string, model: string) =>
    count === '1' ? `The worst pair of ${model}` : `The ${count} worst pairs of ${model}, worst first`,
  terminal: (model: string) => `Worst pairs of ${model}:`,
  worstNote: () =>
    'Distances are those of the metric; answers differ by total variation, from 0 to 1. A ratio above 1 is unfair under the metric. Values are those of the file; what the model reads of a text is 0 or 1.',
  byGroup: () => 'The same by group: a pair counts for the groups of both',
  none: () => 'No pair was kept.',
} as const;
