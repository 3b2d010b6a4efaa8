/** Rows that pairs were sought from, and what each is set beside. */
const rowsOf = (rows: string, all: string): string => {
  if (rows === '1') return `${all === '1' ? 'the one row' : `1 of ${all} rows`}, beside`;
  return `${rows === all ? `all ${all}` : `${rows} of ${all}`} rows, each beside`;
};

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
      each === '0'
        ? 'nearest rows: there is no other row'
        : `nearest rows: ${rowsOf(rows, all)} ${each === '1' ? 'its nearest other row' : `its ${each} nearest other rows`}`,
    changed: (rows: string, all: string, each: string, columns: string) =>
      each === '0'
        ? `${columns} changed: no other value occurs`
        : `${columns} changed: ${rowsOf(rows, all)} ${each === '1' ? 'a copy of itself with the other value' : `copies of itself with up to ${each} other values`}`,
    gradient: (rows: string, all: string, each: string) =>
      each === '0'
        ? 'steps uphill: none was taken'
        : `steps uphill: ${rowsOf(rows, all)} copies of itself that are moved, in up to ${each} ${each === '1' ? 'step' : 'steps'}, to where the answer changes fastest`,
  },
  noColumns: () => 'columns',
  rows: () => 'rows',
  pairs: () => 'pairs',
  violations: () => 'too far apart',
  unseen: () => 'of them the same to the metric',
  largest: () => 'largest ratio',
  meanOutput: () => 'mean distance of answers',
  group: () => 'group',
  foundHeading: () => 'What the searches found',
  checkOf: (model: string, search: string) => `of ${model}, ${search}`,
  found: () => 'What each search looked at, and what it found',
  foundNote: () => 'Of the model as it is a pair is too far apart where its answers differ by more than its distance.',
  foundBeyond: (excess: string) =>
    `Of the smoothed model a pair is too far apart where its answers differ by more than its distance and ${excess}, which sampling may add.`,
  blindNote: () =>
    'Of the smoothed model no pair can be shown to be too far apart: of so few draws sampling may add anything. More draws would show more.',
  notFoundNote: () => 'Pairs that were not looked at can be worse: nothing found is no proof of fairness.',
  sampledNote: () =>
    'Answers of the smoothed model are sampled, so ratios of them are not exact: of near people sampling alone can make a ratio above 1.',
  noRatio: () => 'A dash stands where there is no pair, or none with a ratio.',
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
  alike: () => 'nothing',
  missing: (reasons: string) => `A dash stands for a ratio that is not defined: ${reasons}.`,
  worst: (count: string, kept: string, model: string) => {
    if (count !== kept) return `The ${count} worst of the ${kept} worst pairs kept of ${model}, worst first`;
    return count === '1' ? `The one pair kept of ${model}` : `The ${count} worst pairs kept of ${model}, worst first`;
  },
  terminal: (model: string) => `Worst pairs of ${model}:`,
  unfair: () => 'A ratio above 1 is unfair under the metric.',
  unfairBeyond: (excess: string) =>
    `These ratios are estimates from draws: a ratio above 1 alone shows nothing. A pair is shown to be unfair where its answers are more than ${excess} farther apart than the two people are.`,
  neverUnfair: () =>
    'These ratios are estimates from so few draws that none of them can show a pair to be unfair: more draws would.',
  worstNote: () =>
    'Distances are those of the metric; answers differ by total variation, from 0 to 1. Values are those of the file; what the model reads of a text is 0 or 1.',
  byGroup: () => 'The same by group: a pair counts for the groups of both',
  none: () => 'No pair was kept.',
} as const;
