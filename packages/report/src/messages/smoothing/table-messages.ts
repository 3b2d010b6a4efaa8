/** Heads and notes of the tables of smoothing. Every argument is text that is already formatted. */
export const smoothingTableWords = {
  title: (file: string) => `Are people who are alike treated alike: ${file}`,
  heading: () => 'The numbers, group by group',
  all: () => 'all rows',
  group: () => 'group',
  rows: () => 'rows',
  scale: () => 'scale of the metric',
  accuracyBefore: () => 'accuracy before',
  accuracyAfter: () => 'accuracy after',
  confidenceBefore: () => 'probability of the right class before',
  confidenceAfter: () => 'probability of the right class after',
  positiveBefore: (label: string) => `probability of ${label} before`,
  positiveAfter: (label: string) => `probability of ${label} after`,
  accuracyBoth: () => 'accuracy before -> after',
  confidenceBoth: () => 'right class before -> after',
  positiveBoth: (label: string) => `class ${label} before -> after`,
  fromTo: (before: string, after: string) => `${before} -> ${after}`,
  abstained: () => 'no class named',
  caption: (scale: string, draws: string, confidence: string) =>
    `Scale ${scale}: each group before and after smoothing (${draws} draws a row; ${confidence} intervals)`,
  note: () =>
    'Probabilities are means over the rows of the group. An interval in small print belongs to the number above it; none is shown where it is narrower than the last digit.',
  smallNote: () => 'A dagger (\u2020) marks groups of few rows, of which little can be concluded.',
  others: () => 'The same for the other scales of the metric',
  csv: () => 'Download groups, rows, pairs and the metric (CSV)',
  tooLarge: (rows: string) =>
    `The full result holds ${rows} rows and is not repeated inside this page. It is the file that the option --json writes; --csv writes groups, rows, pairs and the metric.`,
} as const;
