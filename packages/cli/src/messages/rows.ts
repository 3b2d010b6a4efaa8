import type { Fault, InputMismatch, SkippedRow } from '@dpfair/result';

/** How many rows a warning names. */
const NAMED = 5;

/** What a user must know of the rows that are not in the table, and of how it was read. */
export const rowMessages = {
  badRows: (file: string, bad: readonly SkippedRow[], all: number, remaining: number) =>
    `${bad.length} of ${rows(all)} of ${file} could not be read and ${wereLeftOut(bad.length)}, ` +
    `${remaining} ${remaining === 1 ? 'remains' : 'remain'} ` +
    `(${firstOf(bad.map(({ line, reason }) => `line ${line}: ${reason}`))})`,
  /** `share` is empty, or what `shareOfCount` says. */
  unmatchedRows: (file: string, unmatched: readonly UnmatchedRow[], share: string) =>
    `${rows(unmatched.length)} of ${file} had no partner in a joined file and ${wereLeftOut(unmatched.length)}` +
    `${share} (${firstOf(unmatched.map(unmatchedRow))})`,
  shareOfCount: (held: number, all: number) =>
    `, with ${grouped(held)} of the count of ${grouped(all)} (${percent(held / all)})`,
  sameColumn: (file: string, first: string, second: string, column: string): Fault => ({
    file,
    what: `one column for two roles, ${first} and ${second}`,
    value: column,
    allowed: 'one name for one column',
  }),
  joinUnused: (files: readonly string[]) =>
    `no column of ${files.join(', ')} is used: --map role=column takes one, such as weight=column`,
  mismatches: (pairs: number, flags: readonly MismatchedFlag[]) =>
    `${flags.length} published ${flags.length === 1 ? 'answer' : 'answers'} of ${pairs} ${pairs === 1 ? 'row' : 'rows'} ` +
    `${flags.length === 1 ? 'differs' : 'differ'} from the rule on the published counts, and ${flags.length === 1 ? 'was' : 'were'} not mended ` +
    `(${firstOf(flags.map((one) => `line ${one.line}, ${one.name}: ${one.flag} ${one.published}, rule ${one.computed}`))})`,
  impossibleCounts: (part: string, whole: string, impossible: readonly ImpossibleRow[]) =>
    `${part} is above ${whole} in ${rows(impossible.length)}, by more than rounding can do, which no count of people can be ` +
    `(${firstOf(impossible.map((one) => `line ${one.line}, ${one.name}: ${part} ${one.part}, ${whole} ${one.whole}`))})`,
  /** A warning of the table that classifiers were trained on. */
  ofTraining: (message: string) => `in the file of --train: ${message}`,
  furtherRows: 'further rows',
  decodedAsLatin1: (file: string) => `${file} is not UTF-8 and was read as windows-1252 (Latin-1)`,
} as const;

/** A published answer that differs from the computed one. */
export interface MismatchedFlag extends InputMismatch {
  readonly name: string;
}

/** A row with a part above its whole. */
export interface ImpossibleRow {
  readonly line: number;
  readonly name: string;
  readonly part: number;
  readonly whole: number;
}

/** A row without a partner; its name is empty when the file has none. */
export interface UnmatchedRow extends SkippedRow {
  readonly name: string;
}

function unmatchedRow({ line, name, reason }: UnmatchedRow): string {
  return `line ${line}${name === '' ? '' : `, ${name}`}: ${reason}`;
}

function rows(number: number): string {
  return `${number} row${number === 1 ? '' : 's'}`;
}

function wereLeftOut(number: number): string {
  return `${number === 1 ? 'was' : 'were'} left out`;
}

function firstOf(items: readonly string[]): string {
  const rest = items.length - NAMED;
  return `${items.slice(0, NAMED).join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

function grouped(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

function percent(share: number): string {
  return `${Number((100 * share).toPrecision(2))} %`;
}
