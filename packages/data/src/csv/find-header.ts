import { DpfairError } from '@dpfair/result';
import { messages } from '../messages.js';
import type { Records } from './split-records.js';

/** Where the header is, and whether every line ends in a delimiter that stands for nothing. */
export interface Header {
  /** Number of the header among the records, from 0. */
  readonly index: number;
  /** True when the last field of every full record is blank, the header's included. */
  readonly trailingDelimiter: boolean;
}

const SAMPLE_RECORDS = 200;

/**
 * Finds the header below any title rows. The width of the table is the commonest number of fields; a title row fills at
 * most half of it ("2021 estimates,,,,,,"), so the header is the first record that fills more than half. A record that
 * does, but of another width ("Source: Census, Washington, DC"), is still a title when a record of the right width
 * without a number follows; otherwise it is the header and the rows below are ragged, which is a fault rather than a guess.
 *
 * @param headerLine line of the file (from 1) to take as the header instead
 * @throws DpfairError `input` when nothing looks like a header, `usage` when no record starts on `headerLine`
 */
export function findHeader({ records, lines }: Records, file: string, headerLine?: number): Header {
  const fullWidth = commonWidth(records);
  const full = records.filter((record) => record.length === fullWidth);
  const trailingDelimiter = fullWidth > 1 && full.every((record) => record[fullWidth - 1] === '');
  if (headerLine !== undefined) {
    const index = lines.indexOf(headerLine);
    if (index < 0) throw new DpfairError('usage', messages.noHeaderOnLine(file, headerLine, lines.at(-1) ?? 0));
    return { index, trailingDelimiter };
  }
  const width = trailingDelimiter ? fullWidth - 1 : fullWidth;
  const fills = (record: readonly string[] | undefined): record is readonly string[] =>
    record !== undefined && record.filter((field) => field !== '').length * 2 > width;
  let index = records.findIndex(fills);
  if (index < 0) throw new DpfairError('input', messages.noHeader(file));
  for (;;) {
    const record = records[index] as readonly string[];
    const next = records[index + 1];
    const hasWidth = record.length === width || record.length === fullWidth;
    if (hasWidth || next?.length !== fullWidth || !fills(next) || next.some(looksNumeric)) break;
    index++;
  }
  return { index, trailingDelimiter };
}

function commonWidth(records: readonly (readonly string[])[]): number {
  const sample = records.slice(0, SAMPLE_RECORDS);
  const several = sample.filter((record) => record.length > 1);
  const tally = new Map<number, number>();
  for (const { length } of several.length > 0 ? several : sample) tally.set(length, (tally.get(length) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [length, count] of tally) {
    if (count > most || (count === most && length > width)) {
      width = length;
      most = count;
    }
  }
  return width;
}

function looksNumeric(field: string): boolean {
  return /^[+-]?[\d,]*\.?\d+$/.test(field);
}
