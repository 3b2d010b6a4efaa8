import type { DecodedText } from '../bytes/decode-text.js';
import { faultList } from '../fault-list.js';
import { messages } from '../messages.js';
import type { RawTable } from '../raw-table.js';
import { saipeColumns, saipeRoles } from './layout.js';
import { postalOfFips } from './state-codes.js';

/** First and last column (from 1, both included) of each field, as documented with `ussdYY.txt`. */
const fields = {
  fips: [1, 2],
  district: [4, 8],
  name: [10, 81],
  population: [83, 90],
  children: [92, 99],
  poor: [101, 108],
  tag: [110, 119],
} as const;

const TAG = /^ussd\d\d\.txt$/i;

/** True when the first line that is not blank carries the file tag of SAIPE school district text at column 110. */
export function looksLikeSaipeText(text: string): boolean {
  const first = /[^\s][^\r\n]*/.exec(text);
  return first !== null && TAG.test(cut(first[0], fields.tag));
}

/**
 * Reads the fixed-width SAIPE school district text (`ussdYY.txt`: no header, one district a line) into the columns of the
 * csv export. The text has no postal code: it follows from the FIPS code. Positions are characters, counted after decoding.
 *
 * @param decoded the text, with any line ends
 * @throws DpfairError `input` for lines whose tag does not start at column 110 (something shifted them) and for unknown
 * state codes; the first twenty are listed
 */
export function readSaipeText(decoded: DecodedText, file: string, skipBadRows = false): RawTable {
  const rows: string[][] = [];
  const lines: number[] = [];
  const skipped: { line: number; reason: string }[] = [];
  const faults = faultList();
  for (const [index, text] of decoded.text.split(/\r\n?|\n/).entries()) {
    if (text.trim() === '') continue;
    const line = index + 1;
    const fips = cut(text, fields.fips);
    const postal = postalOfFips(fips);
    const tag = cut(text, fields.tag);
    if (!TAG.test(tag) || postal === undefined) {
      const fault = TAG.test(tag)
        ? messages.unknownState(file, line, fips)
        : messages.shiftedSaipeLine(file, line, tag);
      if (skipBadRows) skipped.push({ line, reason: `${fault.what}: ${fault.value}` });
      else faults.add(fault);
      continue;
    }
    const rest = [fields.district, fields.name, fields.population, fields.children, fields.poor];
    rows.push([postal, fips, ...rest.map((span) => cut(text, span))]);
    lines.push(line);
  }
  faults.throwIfAny();
  const lineOf = (row: number): number => lines[row] as number;
  return {
    file,
    format: 'saipe-text',
    encoding: decoded.encoding,
    delimiter: null,
    headerLine: null,
    columns: saipeColumns,
    rows,
    lineOf,
    placeOf: (row) => ({ file, line: lineOf(row) }),
    ...saipeRoles,
    skipped,
    notes: decoded.encoding === 'windows-1252' ? [messages.decodedAsLatin1] : [],
  };
}

function cut(line: string, [first, last]: readonly [number, number]): string {
  return line.slice(first - 1, last).trim();
}
