/** Titles, explanations and axes of the figures of stable and fair classification. Every argument is text that is already formatted. */
export const stabilityFigureWords = {
  lambda: () => 'lambda (right: more shrinkage)',
  stab: () => 'test rows that differ',
  by: (column: string) => `by ${column}`,
  testRows: (rows: string) => `of ${rows} test rows`,
  few: {
    all: () => '',
    large: () => 'without groups of few rows',
    none: () => 'rests on few rows',
  },
  measures: {
    stab: () => 'The number of rows that differ',
    'statistical-rate': () => 'The statistical rate',
    accuracy: () => 'Accuracy',
  },
  axes: {
    stab: () => 'test rows that differ',
    'statistical-rate': () => 'statistical rate',
    accuracy: () => 'accuracy',
  },
  falls: (list: string) => `falls with lambda for ${list}`,
  rises: (list: string) => `rises with lambda for ${list}`,
  inColumn: (list: string, column: string) => `${list} (${column})`,
  andFor: () => ' and for ',
  fewEnds: (measure: string) => `${measure}, where it is defined`,
  open: (measure: string) => `${measure} does not clearly change with lambda`,
  finding: (measure: string, parts: string) => `${measure} ${parts}`,
  plain: () =>
    'The line of plain has no fairness term: what it does as lambda grows is shrinkage alone. How far a line with a fairness term lies from it at the same lambda is what that term adds.',
  plainDot: () =>
    'Plain has no fairness term: it is what shrinkage alone gives at this lambda. How far an algorithm with a fairness term lies from it is what that term adds.',
  measureExplanation: (plain: string | null, published: boolean, left: string | null, panels: string | null) =>
    `A line an algorithm with intervals over repetitions, a panel a column of groups; those of one lambda stand a little apart, so that all intervals are seen.${plain === null ? '' : ` ${plain}`}${published ? ' Hollow marks are published figures, of other splits of the rows.' : ''}${left === null ? '' : ` Not drawn, but in the table: ${left}.`}${panels === null ? '' : ` ${panels} more ${panels === '1' ? 'column' : 'columns'} of groups ${panels === '1' ? 'is' : 'are'} in the table.`}`,
  measureAlt: (measure: string, panels: string, title: string) =>
    `${measure} against lambda in ${panels} ${panels === '1' ? 'panel' : 'panels'}, a line an algorithm. ${title}.`,
  measureColumns: (measure: string) => ['groups by', 'algorithm', 'lambda', measure],
  notPublished: () => 'none',

  dotsTitle: (algorithm: string, column: string, stab: string) =>
    `Fewest rows differ with ${algorithm} (${column}): ${stab}`,
  dotsOpen: () => 'Which algorithm is most stable cannot be told',
  dotsOne: (algorithm: string, lambda: string) => `How stable, fair and accurate ${algorithm} is at ${lambda}`,
  dotsExplanation: (plain: string | null, published: boolean, left: string | null) =>
    `Each row is an algorithm and the column of groups that it is compared by; lines are intervals over repetitions${published ? ', hollow marks published figures' : ''}.${plain === null ? '' : ` ${plain}`}${left === null ? '' : ` ${left} more ${left === '1' ? 'row is' : 'rows are'} in the table.`}`,
  dotsAlt: (rows: string, title: string) =>
    `Marks of ${rows} algorithms: rows that differ, statistical rate and accuracy. ${title}.`,
  ours: () => 'ours',
  published: () => 'published',
  row: (algorithm: string, column: string) => `${algorithm}, ${column}`,
  algorithm: () => 'algorithm',

  rate: () => 'rate of the favourable class',
  ratesTitle: (algorithm: string, column: string, lambda: string, high: string, low: string) =>
    `Rates are farthest apart with ${algorithm} at ${lambda} (${column}): ${high}, ${low}`,
  groupRate: (group: string, rate: string) => `${group} ${rate}`,
  ratesPlain: () => 'How often each group gets the favourable class',
  ratesExplanation: (left: string | null, groups: string | null) =>
    `The part of each group that is classified as favourable, with intervals over repetitions, those of one lambda a little apart. Equal lines are equal rates.${left === null ? '' : ` ${left} more ${left === '1' ? 'panel is' : 'panels are'} in the table.`}${groups === null ? '' : ` ${groups} more ${groups === '1' ? 'group has' : 'groups have'} no line, and ${groups === '1' ? 'is' : 'are'} in the table: drawn are those whose rates are farthest from one another.`}`,
  ratesAlt: (panels: string, title: string) =>
    `Rates of groups against lambda in ${panels} ${panels === '1' ? 'panel' : 'panels'}. ${title}.`,
  ratesColumns: () => ['algorithm', 'group', 'lambda', 'rate'],

  bound: () => 'change of the loss of a row',
  uniform: () => 'bound by admissibility',
  uniformLinear: () => 'bound by gradients',
  largest: () => 'largest measured',
  boundsTitle: (times: string) =>
    `The bound on what one training row can change is at least ${times} times the largest change measured`,
  boundsBroken: () =>
    'A change larger than the bound was measured: a fit has not converged, or the bound does not apply',
  boundsPlain: () => 'What one training row can change, by theory',
  boundsExplanation: (measured: boolean) =>
    `Largest change of the loss of any row when one training row is replaced: what theory allows${measured ? ', and the largest of the replacements that were tried' : ''}, on a logarithmic axis.`,
  boundsAlt: (measured: boolean, panels: string, title: string) =>
    `Bounds${measured ? ' and measured changes' : ''} against lambda in ${panels} ${panels === '1' ? 'panel' : 'panels'}. ${title}.`,
  boundsColumns: () => ['groups by', 'algorithm', 'lambda'],
} as const;
