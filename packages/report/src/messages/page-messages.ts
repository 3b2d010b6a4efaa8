/** Headings and labels of the page. Every argument is text that is already formatted. */
export const pageMessages = {
  title: (file: string) => `Who bears the error of privacy: ${file}`,
  kicker: (tool: string, command: string) => `${tool} ${command} report`,
  skip: () => 'Skip to the findings',
  verdict: () => 'Verdict',
  tested: () => 'What was tested, and what was not',
  numbers: () => 'The numbers',
  figures: () => 'Figures',
  who: () => 'Who is affected most',
  groups: () => 'Groups',
  method: () => 'Method and limits',
  repeat: () => 'Repeat it',
  dataOf: (title: string) => `Data of the figure: ${title}`,
  dataIn: () => 'The numbers of the figure are in the section',
  showData: () => 'Show the data as a table',
  specLink: () => 'Download the Vega-Lite specification',
  footer: (tool: string, version: string) =>
    `Made by ${tool} ${version} from the result alone: no script runs on this page and nothing is loaded from elsewhere.`,
};

/** What was tested. */
export const testedMessages = {
  data: () => 'Data',
  dataFile: (format: string, rows: string) => `${format}, ${rows} ${rows === '1' ? 'row' : 'rows'} analysed`,
  total: (total: string, noun: string) => `, ${total} ${noun} in all`,
  notes: () => 'While reading',
  columns: () => 'Columns used',
  column: (role: string, column: string) => `${role}: ${column}`,
  skipped: () => 'Rows left out',
  skippedNone: () => 'none',
  skippedSome: (count: string) => (count === '1' ? '1 row was not analysed' : `${count} rows were not analysed`),
  skippedLine: (line: string, reason: string) => `line ${line}: ${reason}`,
  mismatches: () => 'Published answers',
  mismatchesNone: () => 'All are those of the rule on the published counts',
  mismatchesSome: (count: string) =>
    count === '1'
      ? '1 differs from the rule on the published counts'
      : `${count} differ from the rule on the published counts`,
  mismatch: (line: string, id: string, flag: string, published: string, computed: string) =>
    `line ${line}, ${id}: ${flag} is ${published}, the rule gives ${computed}`,
  skippedMore: (count: string) => `and ${count} more, listed in the result file`,
  filters: () => 'Filters',
  joined: () => 'Joined files',
  joinedFile: (path: string, rows: string, on: string, unmatched: string) =>
    `${path}, ${rows} ${rows === '1' ? 'row' : 'rows'}, on ${on}; rows without a partner: ${unmatched}`,
  noise: () => 'Noise and privacy',
  decision: () => 'Decision',
  budget: () => 'Budget',
  posts: () => 'Post-processing',
  post: (label: string, meaning: string) => `${label}: ${meaning}`,
  noisyPopulations: () => 'the noisy populations are used as they are; a negative one counts as 0',
  methods: () => 'Method',
  method: (at: string, post: string, method: string) => `${at}, ${post}: ${method}`,
  warnings: () => 'Warnings',
  limits: () => 'Not tested',
  interrupted: () => 'The run was stopped early: numbers rest on fewer trials than were asked for.',
  interruptedExact: () => 'The run was stopped early: cells that were not computed by then have no numbers.',
  interruptedBefore: () => 'The run was stopped early, before there was a simulated number to show.',
};

/** Limits that hold for every audit, or for some. */
export const limitMessages = {
  expectation: () =>
    'The numbers are expectations over the noise. One release is one draw: a single entity can do better or worse than stated.',
  truth: () =>
    'The counts in the file are taken as the truth; errors of the survey or estimate behind them are not part of this.',
  independence: (weighted: boolean) =>
    weighted
      ? 'Noise is assumed independent from one count to another, and the weights are public and exact.'
      : 'Noise is assumed independent from one count to another.',
  allotment: (proportion: string) =>
    `The whole is divided in proportion to ${proportion}. Eligibility thresholds, minimum grants and hold-harmless clauses of a real programme are not modelled.`,
  title1: () =>
    'The formulas of the statute are applied to these counts alone: children of foster homes and institutions, what states hold back and pass on to charter schools, and the adjustments of a real year are not modelled.',
  release: () => 'Only the released counts are judged, not what anyone decides from them.',
  instance: () => 'The gap is that of this data set (instance alpha). Other data can have a wider one.',
  normaliser: (posts: string, probabilities: string, convention: string) =>
    `With ${posts} the noisy total is zero or negative with probability ${probabilities}; then ${convention}.`,
  belowMillionth: () => 'below 1 in a million',
};

/** The summary table. */
export const summaryMessages = {
  caption: (unit: string) =>
    `Gap between the best and the worst treated (alpha), cost of privacy, and the two extremes, by noise and post-processing; gains and losses in ${unit}, intervals in brackets`,
  noise: () => 'Noise',
  gap: () => 'Gap (alpha)',
  cost: () => 'Cost of privacy',
  loser: () => 'Loses most',
  winner: () => 'Gains most',
  best: () => 'smallest of the row',
  noteBest: () =>
    'A star marks the smallest value of a row where its interval lies below all others; without a star the intervals overlap or there is nothing to compare.',
  noteInterval: () => 'No interval is shown where it is narrower than the last digit.',
  noteSimulated: () =>
    'A simulated gap is a split-sample estimate: other trials choose the two entities than measure them, so that it can be smaller than a gain or loss beside it.',
  noLoser: () => 'none loses',
  noWinner: () => 'none gains',
  notDefined: () => 'not defined',
  missing: (reason: string) => (reason.startsWith('because ') ? `not defined ${reason}` : `not defined: ${reason}`),
  checks: () => 'Checks',
  check: (estimate: string, limit: string) => `estimate ${estimate}, limit ${limit}`,
};

/** Word and symbol of a check. */
export const statusMessages = {
  pass: '\u2714 pass',
  fail: '\u2718 fail',
  inconclusive: '? inconclusive',
  'not-applicable': '\u2013 not applicable',
  error: '! error',
} as const;

/** The tables of entities. */
export const whoMessages = {
  cell: (at: string, post: string) => `${at}: ${post}`,
  harmed: (count: string, cell: string) =>
    count === '1' ? `The entity harmed most, ${cell}` : `The ${count} entities harmed most, ${cell}`,
  helped: (count: string, cell: string) =>
    count === '1' ? `The entity helped most, ${cell}` : `The ${count} entities helped most, ${cell}`,
  all: (cell: string) => `All entities, largest loss first, ${cell}`,
  nobody: () => 'No entity has a bias in this cell.',
  more: (count: string) => `${count} more combinations are in the result file.`,
  worst: () => 'widest gap',
  name: () => 'entity',
  id: () => 'id',
  count: (noun: string) => `true count (${noun})`,
  truth: (unit: string) => `true outcome (${unit})`,
  expected: (unit: string) => `expected outcome (${unit})`,
  difference: (unit: string) => `difference (${unit})`,
  percent: () => 'difference (%)',
  dollars: () => 'difference (dollars)',
  perPerson: (noun: string) => `dollars per ${noun} counted`,
  noteInterval: (confidence: string) =>
    `Intervals hold for all entities at once with ${confidence} confidence; a dagger (\u2020) marks a difference that cannot be told from zero, a dash what is not defined, such as a percentage of zero.`,
  noteComputed: () =>
    'Differences are computed, not simulated: exact up to the numerical error stated below. A dash marks what is not defined, such as a percentage of zero.',
  noteSeries: () =>
    'Differences are computed, not simulated: up to the stated error of the series. A dash marks what is not defined, such as a percentage of zero.',
  noteBoth: (series: string) =>
    `Differences are computed, not simulated: up to the stated error of the series for ${series}, otherwise exact up to the numerical error stated below. A dash marks what is not defined, such as a percentage of zero.`,
};

/** How to repeat the run, and what can be downloaded. */
export const repeatMessages = {
  command: () => 'Command',
  spec: () => 'Full specification, defaults included',
  seed: () => 'Seed',
  prng: () => 'Random numbers',
  tool: () => 'Version',
  toolText: (name: string, version: string, commit: string | null) =>
    commit === null ? `${name} ${version}` : `${name} ${version}, commit ${commit}`,
  run: () => 'Run',
  started: () => 'Started (UTC)',
  duration: () => 'Duration',
  seconds: (seconds: string, threads: string) =>
    `${seconds} seconds on ${threads} ${threads === '1' ? 'thread' : 'threads'}`,
  hash: (file: string) => `SHA-256 of ${file}`,
  schema: () => 'Result format',
  downloads: () => 'Downloads',
  json: () => 'Download the full result (JSON)',
  csv: () => 'Download gain or loss of every entity (CSV: a row an entity, a column a combination)',
  tooLarge: (entities: string) =>
    `The full result holds ${entities} entities and is not repeated inside this page. It is the file that the option --json writes; --csv writes gain or loss of every entity.`,
  where: (file: string) => `For this run it is ${file}.`,
};

/** Around any table. */
export const htmlMessages = {
  sideways: () => 'The table scrolls sideways \u2192',
} as const;
