import type { LearningNotes, RawTable } from '../raw-table.js';

/** In every edition of the file. */
const common = ['age', 'job', 'marital', 'duration', 'campaign', 'pdays', 'poutcome', 'y'];

const learning = (never: string): LearningNotes => ({
  label: 'y',
  positive: 'yes',
  missing: ['unknown'],
  marks: { pdays: { text: never, name: 'never' } },
  leaks: { duration: 'the length of the call is known only once it has ended, as is the answer' },
});

/**
 * Recognises the UCI Bank Marketing data by their header, and says what is known of them: `unknown` is missing, a client
 * who was never called has 999 for `pdays` (-1 in the older edition, which has a `balance`), and `duration` gives the label away.
 * Returns null for any other table. Nothing in the table is changed.
 *
 * Source: Moro, Rita, Cortez, "Bank Marketing" (UCI Machine Learning Repository, 2014), bank-additional-names.txt.
 */
export function asBank(table: RawTable): RawTable | null {
  if (!common.every((name) => table.columns.includes(name))) return null;
  return { ...table, format: 'bank', learning: learning(table.columns.includes('balance') ? '-1' : '999') };
}
