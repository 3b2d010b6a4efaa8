function changesOf(count: string, all: string, part: string): string {
  if (all === '1') return `${count === '1' ? 'changes' : 'does not change'} the class of the one row`;
  if (count === '0') return `changes the class of none of the ${all} rows`;
  return `changes the class of ${count === all ? `all ${all} rows` : `${count} of ${all} rows (${part})`}`;
}

/** Single rows of smoothing: whose class changes, and of whom the model is least sure. Every argument is text that is already formatted. */
export const smoothedRowWords = {
  heading: () => 'Whose class changes, and of whom the model is least sure',
  changed: (count: string, all: string, part: string, mayBeOpen: boolean) =>
    `Smoothing ${changesOf(count, all, part)}${mayBeOpen ? '; for a row that is left open no class is named' : ''}.`,
  changedCaption: (count: string, all: string) =>
    count === all
      ? count === '1'
        ? 'The row whose class changes'
        : 'Rows whose class changes, least sure first'
      : `${count} of the ${all} rows whose class changes, least sure first`,
  unsureCaption: (count: string) =>
    count === '1'
      ? 'The row of whom the smoothed model is least sure of those whose class stays'
      : `The ${count} rows of whom the smoothed model is least sure, and whose class stays`,
  byGroup: () => 'Rows whose class changes, by group',
  line: () => 'line',
  group: () => 'group',
  right: () => 'right class',
  classes: () => 'class before and after',
  fromTo: (before: string, after: string) => (before === after ? before : `${before} \u2192 ${after}`),
  open: () => 'none named',
  probability: () => 'largest probability',
  interval: () => 'interval',
  off: () => 'at most off by',
  draws: () => 'draws',
  rows: () => 'rows',
  changes: () => 'class changes',
  part: () => 'part',
  leftOpen: () => 'left open',
  note: (confidence: string | null, isMissing: boolean) =>
    `The interval is that of the class that was selected${confidence === null ? '' : ` (${confidence})`}${isMissing ? '; a dash stands for what was not asked for' : ''}. All rows are in the result file and its CSV.`,
} as const;
