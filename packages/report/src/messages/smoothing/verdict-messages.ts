/** Sentences of the verdict on smoothing. Every argument is text that is already formatted. */
export const smoothingVerdictWords = {
  nothing: () => 'Nothing was concluded: the result holds neither a smoothed model nor a search for unfair pairs.',
  guarantee: (excess: string, delta: string, scope: string) =>
    `two people whom the metric puts a distance D apart get answers whose probabilities differ by at most D + ${excess}, but for a probability of ${delta}, ${scope}`,
  scopes: {
    'each-pair': () => 'for any one pair that is named in advance',
    'all-pairs': () => 'for all pairs of these rows at once',
  },
  noGuarantee: () =>
    'nothing is guaranteed: with so few draws the answers of any two people may differ by anything at all',
  short: (rows: string) =>
    rows === '1'
      ? '1 row was given up before it had draws enough: pairs with it may differ by more'
      : `${rows} rows were given up before they had draws enough: pairs with them may differ by more`,
  scale: (scale: string, count: string) => `at scale ${scale} of the metric, the first of ${count}: `,
  accuracy: (before: string, after: string) => `accuracy is ${after}, ${before} before smoothing`,
  confidence: (before: string, after: string) =>
    `drawn with these probabilities an answer is right for ${after} of the rows, ${before} before; only answers that are drawn keep the guarantee`,
  noLabels: () => 'without labels nothing is known of who is classified rightly',
  worst: (group: string, clear: boolean, before: string, after: string, accuracy: string) =>
    `${clear ? '' : 'by the estimates '}worst off is ${group}: drawn answers are right for ${after}, ${before} before, and ${accuracy}`,
  worstAccuracy: (before: string, after: string) => `accuracy is ${after}, ${before} before`,
  fewRows: (group: string, rows: string) => `${group} (only ${rows} ${rows === '1' ? 'row' : 'rows'})`,
  losesMost: (group: string, before: string, after: string) =>
    `by the estimates ${group} loses most: from ${before} to ${after}`,
  abstained: (part: string, most: string | null) =>
    `no class is named for ${part} of the rows${most === null ? '' : `, most often for ${most}`}`,
  mostOften: (group: string, part: string) => `${group}: ${part}`,
  models: { model: () => 'the model as it is', smoothed: () => 'the smoothed model' },
  violations: (model: string, count: string, pairs: string, beyond: string) => {
    if (pairs === '1') return `the one pair that was looked at gets answers from ${model} that are ${beyond}`;
    if (count === pairs) return `all ${pairs} pairs that were looked at get answers from ${model} that are ${beyond}`;
    return `of ${pairs} pairs that were looked at, ${count} ${count === '1' ? 'gets' : 'get'} answers from ${model} that are ${beyond}`;
  },
  beyond: (excess: string | null) =>
    `${excess === null ? '' : `more than ${excess} `}farther apart than they are themselves`,
  estimated: (worst: string) => `by the estimates ${worst}`,
  worstPair: (pair: string, ratio: string, columns: string) =>
    `at worst ${ratio} times as far as they are themselves: ${pair}${columns}`,
  unseenPair: (pair: string, output: string, columns: string) =>
    `at worst ${output} apart for two whom the metric takes for the same: ${pair}${columns}`,
  pair: (first: string, second: string | null) =>
    second === null ? `line ${first} and a changed copy of it` : `lines ${first} and ${second}`,
  differing: (columns: string) => `, who differ in ${columns}`,
  none: (model: string, pairs: string, beyond: string) => {
    if (pairs === '0') return `no pair of ${model} was looked at, so nothing is known of its pairs`;
    const found =
      pairs === '1'
        ? `the one pair that was looked at gets answers from ${model} that are not ${beyond}`
        : `of ${pairs} pairs that were looked at, none gets answers from ${model} that are ${beyond}`;
    return `${found}; that is no proof that there is none`;
  },
  blind: (model: string, pairs: string) =>
    `of ${model} nothing can be told from the ${pairs === '1' ? 'one pair that was' : `${pairs} pairs that were`} looked at: of so few draws sampling may add anything`,
  stopped: (rows: string, all: string) =>
    `only ${rows} of ${all} rows were smoothed before the run was stopped, and all numbers are of those`,
  bestScale: (isHere: boolean, scale: string, accuracy: string) =>
    isHere
      ? `by the estimates none of the other scales has a better accuracy`
      : `by the estimates accuracy is best at scale ${scale}: ${accuracy}`,
  strictestScale: (isHere: boolean, scale: string, accuracy: string | null) =>
    isHere
      ? `this scale has the strictest guarantee`
      : `the strictest guarantee is that of scale ${scale}${accuracy === null ? '' : `, where accuracy is ${accuracy}`}`,
  interrupted: () => 'the run was stopped early; this is what was done until then',
  method: (draws: string, confidence: string) => `${draws} draws a row; ${confidence} intervals`,
  methodSearch: (answers: string | null) =>
    `by search${answers === null ? '' : `, in the ${answers} of the model as it is`}; what was not looked at is not covered`,
  fromTo: (least: string, most: string) => (least === most ? least : `${least} to ${most}`),
} as const;
