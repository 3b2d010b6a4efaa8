/** Two or more names: 'age, sex and race'. */
const andOf = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

/** Titles, explanations and axes of the figures of smoothing. Every argument is text that is already formatted. */
export const smoothingFigureWords = {
  scale: () => 'scale (right: weaker promise)',
  accuracy: () => 'accuracy',
  confidence: () => 'probability of the right class',
  positive: (label: string) => `probability of ${label}`,
  fraction: () => 'mean over rows',
  allRows: () => 'all rows',
  rows: (rows: string) => (rows === '1' ? '1 row' : `${rows} rows`),
  tradeTitle: (from: string, to: string, measure: string, first: string, last: string, before: string) =>
    `From scale ${from} to ${to} the ${measure} goes from ${first} to ${last}; it is ${before} without smoothing`,
  tradeOpen: (from: string, to: string, measure: string, before: string) =>
    `From scale ${from} to ${to} the ${measure} does not clearly change; it is ${before} without smoothing`,
  tradePlain: () => 'What the scale of the metric does',
  tradeExplanation: (coincide: boolean) =>
    `The larger the scale, the farther apart the metric calls the same two people, the less noise is needed, and the less the guarantee says of them. Solid lines with marks are the smoothed model, bars their intervals, side by side where they are at one scale; dashed lines are the model as it is${coincide ? ', grey where all measures of it are the same number' : ', in the colour of their measure'}.`,
  tradeAlt: (panels: string, title: string) =>
    `Lines against the scale of the metric in ${panels} ${panels === '1' ? 'panel' : 'panels'}, all rows first, then groups. ${title}.`,
  tradeColumns: () => ['scale', 'group', 'measure', 'before', 'after'],

  before: () => 'before smoothing',
  after: () => 'after smoothing',
  groupsEstimate: (group: string, measure: string, before: string, after: string) =>
    `By the estimates ${group} loses most of the ${measure}: ${before} before smoothing, ${after} after`,
  groupsNone: (measure: string) => `By the estimates no group loses any of the ${measure}`,
  groupsPlain: () => 'Each group before and after smoothing',
  groupsExplanation: (left: string | null) =>
    `Hollow marks are the model as it is, filled ones the smoothed model, lines their intervals; groups that lose most stand first.${left === null ? '' : ` ${left} more groups are in the table.`}`,
  groupsAlt: (groups: string, title: string) =>
    `Marks of ${groups} ${groups === '1' ? 'group' : 'groups'} before and after smoothing. ${title}.`,
  group: () => 'group',
  beforeOf: (measure: string) => `${measure} before`,
  afterOf: (measure: string) => `${measure} after`,

  weight: () => 'distance for a difference of 1',
  metricTitle: (column: string, times: string | null, second: string | null, alike: string | null) => {
    if (times === null || second === null)
      return `Only ${column} counts: people who are alike in it are the same to the metric`;
    const next =
      alike === null
        ? `${second}, which comes next`
        : `${second} or in ${alike} other ${alike === '1' ? 'column' : 'columns'}, which come next`;
    return `A difference of 1 in ${column} counts ${times} times as much as one in ${next}`;
  },
  metricTie: (columns: readonly string[], others: string | null, isAll: boolean, isExact: boolean) => {
    const same = isExact ? 'the same' : 'about the same';
    if (isAll) return `A difference of 1 counts ${same} in every column that counts`;
    const named =
      others === null
        ? andOf(columns)
        : `${columns.join(', ')} and ${others} more ${others === '1' ? 'column' : 'columns'}`;
    return `A difference of 1 counts most in ${named}, in each of them ${same}`;
  },
  metricNone: () => 'No column counts: all people are the same to the metric',
  metricExplanation: (held: string | null, left: string | null) =>
    `How far apart a difference of 1 in one column alone makes two people, in the unit that the model reads the column in.${held === null ? '' : ` ${held} left out: people who differ there alone are the same to the metric, and the smoothed model reads one value for all.`}${left === null ? '' : ` ${left} more columns are in the table.`}`,
  columnsThat: (count: string) =>
    count === '1' ? '1 column that counts for nothing is' : `${count} columns that count for nothing are`,
  metricAlt: (columns: string, title: string) =>
    `Bars of the weight of ${columns} ${columns === '1' ? 'column' : 'columns'}. ${title}.`,
  column: () => 'column',
  equals: () => 'difference that makes a distance of 0.1',
  noDifference: () => 'none does',
  noise: () => 'what draws of noise are divided by',
  noNoise: () => 'no noise',
  heldAt: () => 'read as',
  notHeld: () => 'the value of each row',

  input: () => 'distance of the people',
  output: () => 'distance of their answers',
  model: () => 'the model as it is',
  smoothed: () => 'the smoothed model',
  pairsTitle: (model: string, above: string, all: string, excess: string | null) => {
    const farther =
      excess === null
        ? 'farther apart than the two people are'
        : `more than ${excess} farther apart than the two people are`;
    if (all === '1') {
      return above === '1'
        ? `The one pair kept gets answers from ${model} that are ${farther}`
        : `The one pair kept gets answers from ${model} that are not ${farther}`;
    }
    if (above === '0') return `None of the ${all} worst pairs kept gets answers from ${model} that are ${farther}`;
    if (above === all) {
      return `${all === '2' ? 'Both' : `All ${all}`} worst pairs kept get answers from ${model} that are ${farther}`;
    }
    return `${above} of the ${all} worst pairs kept ${above === '1' ? 'gets' : 'get'} answers from ${model} that are ${farther}`;
  },
  pairsBlind: (model: string) => `Draws of ${model} are too few to show any of the pairs kept to be unfair`,
  pairsExplanation: (ofModel: boolean, excess: string | null, beyond: string | null) =>
    `Each mark is a pair that a search kept as one of its worst; other pairs were looked at and are not drawn. On the line answers are as far apart as people are (ratio 1).${ofModel ? ` Above it pairs${excess === null ? '' : ' of the model as it is'} are unfair under the metric.` : ''}${excess === null ? '' : ` Marks of the smoothed model are estimates from draws: only above the upper line, ${excess} higher, is a pair shown to be unfair.`}${beyond === null ? '' : ` Pairs farther apart than ${beyond} are in the table only.`}`,
  pairsAlt: (pairs: string, title: string) =>
    `The distance of answers against that of people for ${pairs} pairs, with the line where they are the same. ${title}.`,
  pairsColumns: () => ['answers of', 'search', 'first', 'second', 'distance', 'distance of answers', 'ratio'],
  pairs: (count: string) => (count === '1' ? '1 pair' : `${count} pairs`),
  copy: () => 'changed copy',
  line: (line: string) => `line ${line}`,
} as const;
