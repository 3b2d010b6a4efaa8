import type { DecodedText } from '../bytes/decode-text.js';
import { readCsv } from '../csv/read-csv.js';
import { messages } from '../messages.js';
import type { LearningNotes, RawTable } from '../raw-table.js';

const columns = [
  'age',
  'workclass',
  'fnlwgt',
  'education',
  'education-num',
  'marital-status',
  'occupation',
  'relationship',
  'race',
  'sex',
  'capital-gain',
  'capital-loss',
  'hours-per-week',
  'native-country',
  'income',
] as const;
const LABEL = columns.length - 1;

const learning: LearningNotes = { label: 'income', positive: '>50K', missing: ['?'], marks: {}, leaks: {} };

/** `adult.test` begins with a line that is no row: `|1x3 Cross validator`. */
const JUNK = /^\|[^\n\r]*(?=\r?\n|\r|$)/;
const INCOME = /^[<>]=?50K\.?$/;
const SAMPLE = 4096;

/** True for text like `adult.data` or `adult.test`: a first row of 15 fields, the last of them an income. */
export function looksLikeAdult(text: string): boolean {
  const [first = ''] = text
    .slice(0, SAMPLE)
    .replace(JUNK, '')
    .trimStart()
    .split(/[\r\n]/, 1);
  const fields = first.split(',');
  return fields.length === columns.length && INCOME.test((fields[LABEL] as string).trim());
}

/**
 * The UCI Adult data as they are downloaded: no header, `?` for what is missing, and in `adult.test` a first line that is no row
 * and a full stop behind each label, which is taken off. The label is `income`.
 *
 * Source: Becker, Kohavi, "Adult" (UCI Machine Learning Repository, 1996), adult.names.
 *
 * @throws DpfairError `input` for rows without 15 fields, each with its line
 */
export function readAdult(decoded: DecodedText, file: string, skipBadRows: boolean): RawTable {
  const text = decoded.text.replace(JUNK, '');
  const table = readCsv({ ...decoded, text }, file, { columns, delimiter: ',', skipBadRows });
  let stops = 0;
  const rows = table.rows.map((row) => {
    const label = row[LABEL] as string;
    if (!label.endsWith('.')) return row;
    stops++;
    return row.with(LABEL, label.slice(0, -1));
  });
  const notes = [...table.notes];
  if (text !== decoded.text) notes.push(messages.adultJunk(1));
  if (stops > 0) notes.push(messages.adultStops(stops));
  return { ...table, format: 'adult', rows, notes, learning };
}
