import type { Fault } from '@dpfair/result';
import type { NumberRange } from './roles/number-range.js';
import type { NumberFault } from './roles/parse-number.js';
import { listed, shown, suggestion } from './shown-text.js';

/** Longest message of another library that is repeated. */
const LONGEST_REASON = 200;

interface Cell {
  readonly file: string;
  readonly line: number;
  readonly column: string;
}

const rangeText: Record<NumberRange, string> = {
  any: 'a finite number',
  'non-negative': 'a finite number >= 0',
  positive: 'a finite number > 0',
};

/** What can be wrong with a number, of its text or of its value. */
type BadNumber = NumberFault | 'out-of-range' | 'too-many';

const numberFaultText: Record<BadNumber, string> = {
  blank: 'is blank',
  'ambiguous-comma': 'has a comma that may be a decimal point',
  'ambiguous-dot': 'has a dot that may group thousands',
  'too-large': 'is beyond the range of numbers',
  'not-a-number': 'is not a number',
  'out-of-range': 'is out of range',
  'too-many': 'is beyond 2^53, where numbers are no longer told apart',
};

/** Behind what is allowed: how to say what is meant. */
const remedyText: Partial<Record<BadNumber, string>> = {
  'ambiguous-comma': '; --decimal comma reads a decimal comma, --decimal dot reads thousands',
  'ambiguous-dot': '; --decimal comma reads thousands, --decimal dot reads decimals',
  'too-many': ' and <= 2^53',
};

/** Every message of this package that a user can see. */
export const messages = {
  emptyFile: (file: string): Fault => ({ file, what: 'the file is empty', allowed: 'a header and at least one row' }),
  fileTooLarge: (file: string, bytes: number, most: number): Fault => ({
    file,
    what: 'the file is too large to be read in one piece',
    value: `${bytes} bytes`,
    allowed: `up to ${most} bytes`,
  }),
  binaryFile: (file: string, line: number): Fault => ({
    file,
    line,
    what: 'the file is not text: it holds a NUL byte',
    allowed: 'delimited text in UTF-8, Latin-1, or UTF-16 with a byte order mark',
  }),
  notInEncoding: (file: string, encoding: string): Fault => ({
    file,
    what: 'the bytes are not text in this encoding',
    value: encoding,
    allowed: 'the encoding the file was written in',
  }),
  tooManyColumns: (file: string, line: number, columns: number, most: number): Fault => ({
    file,
    line,
    what: 'too many columns',
    value: columns,
    allowed: `up to ${most}`,
  }),
  unterminatedQuote: (file: string, line: number, column: number): Fault => ({
    file,
    line,
    column,
    what: 'a quote is opened and never closed',
    value: '"',
    allowed: 'a closing quote before the end of the file',
  }),
  textAfterQuote: (file: string, line: number, column: number, value: string): Fault => ({
    file,
    line,
    column,
    what: 'text after a closing quote',
    value,
    allowed: 'a delimiter or the end of the line; a quote inside quotes is written ""',
  }),
  noHeader: (file: string): Fault => ({
    file,
    what: 'no header found',
    allowed: 'a row with a name for more than half of the columns; say which line it is with the header row option',
  }),
  noHeaderOnLine: (file: string, line: number, last: number): Fault => ({
    file,
    what: 'no row starts on the header line',
    value: line,
    allowed: `the line of a row, 1 to ${last}`,
  }),
  noRows: (file: string, line: number | null): Fault => ({
    file,
    ...(line === null ? {} : { line }),
    what: line === null ? 'no rows' : 'no rows below the header',
    allowed: 'at least one row',
  }),
  raggedRow: (file: string, line: number, actual: number, expected: number, headerLine: number | null): Fault => ({
    file,
    line,
    what: 'number of fields',
    value: actual,
    allowed:
      headerLine === null
        ? `${expected}, as in all of the layout`
        : `${expected}, as in the header on line ${headerLine}`,
  }),
  shiftedSaipeLine: (file: string, line: number, tag: string): Fault => ({
    file,
    line,
    column: 110,
    what: 'file tag at columns 110 to 119',
    value: shown(tag),
    allowed: 'ussdYY.txt; something has shifted the line',
  }),
  unknownState: (file: string, line: number, fips: string): Fault => ({
    file,
    line,
    column: 'State FIPS Code',
    what: 'state code',
    value: shown(fips),
    allowed: 'the two-digit FIPS code of a state, 11 or 72',
  }),
  notSaipe: (file: string, line: number | null): Fault => ({
    file,
    ...(line === null ? {} : { line }),
    what: 'not a SAIPE school district file',
    allowed: 'text with the file tag ussdYY.txt at column 110, or a csv export with the header of SAIPE',
  }),
  notSection203: (file: string, line: number | null): Fault => ({
    file,
    ...(line === null ? {} : { line }),
    what: 'not a file of the Section 203 determinations',
    allowed:
      'a csv with the columns LEVEL, NAMELSAD, LANGUAGE, VACIT, VACLEP, ILLIT and GEOID (2016) or S203_GEOID (2021)',
  }),
  notAdult: (file: string): Fault => ({
    file,
    what: 'not a file of the UCI Adult data',
    allowed: 'adult.data or adult.test: no header, 15 fields between commas, the last <=50K or >50K',
  }),
  notBank: (file: string, line: number | null): Fault => ({
    file,
    ...(line === null ? {} : { line }),
    what: 'not a file of the UCI Bank Marketing data',
    allowed: 'a csv with the columns age, job, marital, duration, campaign, pdays, poutcome and y',
  }),
  notParquet: (file: string): Fault => ({
    file,
    what: 'not a Parquet file',
    allowed: 'a file that begins and ends with PAR1',
  }),
  notOfParquet: (file: string, what: string, value: string): Fault => ({
    file,
    what: `a Parquet file has no ${what}`,
    value: shown(value),
    allowed: 'none of delimiter, encoding and header row',
  }),
  unreadableParquet: (file: string, why: string): Fault => ({
    file,
    what: 'the Parquet file cannot be read',
    value: shown(why, LONGEST_REASON),
    allowed: 'a whole file, uncompressed or compressed by Snappy',
  }),
  strangeColumn: (file: string, column: string, columns: readonly string[]): Fault => ({
    file,
    what: 'the Parquet file holds values of a column that it does not declare',
    value: shown(column),
    allowed: listed(columns),
  }),
  nestedColumn: (file: string, column: string): Fault => ({
    file,
    column,
    what: 'the column is nested',
    value: shown(column),
    allowed: 'columns of numbers, texts, truth values or dates',
  }),
  binaryValue: (file: string, line: number, column: string): Fault => ({
    file,
    line,
    column,
    what: 'the value is not a number, text, truth value or date',
    allowed: 'columns of numbers, texts, truth values or dates',
  }),
  otherColumns: (file: string, columns: readonly string[], first: string, expected: readonly string[]): Fault => ({
    file,
    what: `columns that are not those of ${first}`,
    value: listed(columns),
    allowed: listed(expected),
  }),
  adultJunk: (lines: number): string => `${lines} line above the rows left out`,
  adultStops: (rows: number): string => `a full stop behind the label taken off in ${rows} row${rows === 1 ? '' : 's'}`,
  noCitizensRow: (cell: Cell, pair: string, native: boolean): Fault => ({
    ...cell,
    what: 'no row of this area holds the citizens that the pair is a share of',
    value: shown(pair),
    allowed: native
      ? 'a row American Indian alone or in combination (LANCOUNT 3) of the same area'
      : 'a row Total Population (LANCOUNT 1) of the same area',
  }),
  neededRows: (rows: number): string =>
    `${rows} ${rows === 1 ? 'row' : 'rows'} that conditions leave out ${rows === 1 ? 'stays' : 'stay'}: what is said of others rests on them`,
  unpublishedPair: 'no counts are published for this pair',
  section203Rows: (denominators: number, links: number): string =>
    `${denominators} rows hold the citizens of an area, ${links} say which native area lies in which jurisdiction; ` +
    'they are no pairs of their own',
  unnamedAreas: (links: number): string =>
    `${links} rows link a native area to a jurisdiction but no column names the area: coverage through it is not seen`,
  usedBy: (fault: Fault, rows: number): Fault =>
    rows === 1 ? fault : { ...fault, what: `${fault.what} (a cell of a joined file that ${rows} rows use)` },
  moreFaults: (rest: number): Fault => ({ what: `and ${rest} more` }),

  unknownColumn: (file: string, name: string, columns: readonly string[], known: readonly string[]): Fault => ({
    file,
    what: 'no such column',
    value: shown(name),
    allowed: `${listed(columns)}${suggestion(name, known)}`,
  }),
  duplicateColumn: (file: string, line: number | null, name: string, numbers: readonly number[]): Fault => ({
    file,
    ...(line === null ? {} : { line }),
    column: name,
    what: `columns ${numbers.join(' and ')} have the same name`,
    value: name,
    allowed: 'a name of its own for a column that is used',
  }),
  badCondition: (condition: string): Fault => ({
    what: 'condition',
    value: shown(condition),
    allowed: 'column=value or column!=value',
  }),
  noRowsLeft: (file: string, conditions: readonly string[], examples: readonly string[]): Fault => ({
    file,
    what: 'no row meets the conditions',
    value: conditions.join(' and '),
    allowed: examples.join('; '),
  }),
  joinWithoutKey: (): Fault => ({ what: 'a join needs a key', allowed: 'LEFT=RIGHT, a column of each table' }),
  blankKey: (file: string, line: number, column: string): Fault => ({
    file,
    line,
    column,
    what: 'blank key',
    allowed: 'a value in every key column',
  }),
  duplicateKey: (
    file: string,
    line: number,
    column: string,
    fields: readonly string[],
    keys: readonly number[],
    firstLine: number,
  ): Fault => ({
    file,
    line,
    column,
    what: `key is already on line ${firstLine}`,
    value: shown(keys.map((key) => fields[key]).join('+')),
    allowed: 'one row a key',
  }),
  unmatchedRow: (
    file: string,
    line: number,
    column: string,
    rightFile: string,
    key: string,
    name: string | undefined,
  ): Fault => ({
    file,
    line,
    column,
    what: `no row of ${rightFile} matches${name === undefined || name === '' ? '' : ` ${shown(name)}`}`,
    value: shown(key),
    allowed: `a key of ${rightFile}; --unmatched drop leaves such rows out`,
  }),
  nothingMatches: (file: string, rightFile: string, column: string): Fault => ({
    file,
    column,
    what: `no row matches ${rightFile}`,
    allowed: 'at least one common key',
  }),

  unknownRole: (role: string, wanted: readonly string[]): Fault => ({
    what: 'no such role',
    value: shown(role),
    allowed: `${listed(wanted)}${suggestion(role, wanted)}`,
  }),
  /** `free`: the columns without a role, of which one may be meant. */
  missingRole: (
    file: string,
    role: string,
    columns: readonly string[],
    aliases: readonly string[],
    free = columns,
  ): Fault => ({
    file,
    what: 'no column for the role',
    value: role,
    allowed: `a column named ${role}, or a mapping ${role}=COLUMN to one of ${listed([...columns, ...aliases])}${suggestion(role, free)}`,
  }),
  numbersPutTogether: (role: string, label: string): Fault => ({
    what: `the role ${role} holds numbers and cannot be put together from texts`,
    value: label,
    allowed: 'one column',
  }),
  noId: (file: string, columns: readonly string[]): Fault => ({
    file,
    what: 'no column says which entity a row is',
    allowed: `a column named id or name, or a mapping id=COLUMN or id=A+B of ${listed(columns)}`,
  }),
  namesRepeat: (cell: Cell, name: string, firstLine: number, columns: readonly string[]): Fault => ({
    ...cell,
    what: `there is no id column and the name is already on line ${firstLine}`,
    value: shown(name),
    allowed: `a mapping id=COLUMN or id=A+B of ${listed(columns)}`,
  }),
  duplicateId: (cell: Cell, id: string, firstLine: number): Fault => ({
    ...cell,
    what: `id is already on line ${firstLine}`,
    value: shown(id),
    allowed: 'one row an entity',
  }),
  blankLabel: (cell: Cell, role: string): Fault => ({
    ...cell,
    what: `${role} is blank`,
    allowed: 'a text; --skip-bad-rows leaves such rows out',
  }),
  textColumn: (cell: Cell, role: string, rows: number, texts: readonly string[], range: NumberRange): Fault => ({
    ...cell,
    what: `${role} is not a number in any of ${rows} rows: the column holds texts`,
    value: `${texts.map((text) => shown(text)).join(', ')}${texts.length < rows ? ', ...' : ''}`,
    allowed: rangeText[range],
  }),
  badNumber: (cell: Cell, role: string, text: string, fault: BadNumber, range: NumberRange): Fault => ({
    ...cell,
    what: `${role} ${numberFaultText[fault]}`,
    ...(text === '' ? {} : { value: shown(text) }),
    allowed: `${rangeText[range]}${remedyText[fault] ?? ''}`,
  }),
  sharesForCounts: (cell: Cell, role: string, text: string): Fault => ({
    ...cell,
    what: `${role} holds shares where counts are meant: no value is above 1, and this one is broken`,
    value: shown(text),
    allowed: 'numbers of persons or things',
  }),
  allRowsSkipped: (file: string, skipped: number): Fault => ({
    file,
    what: 'no row is left',
    value: `${skipped} skipped`,
    allowed: 'at least one row that can be read',
  }),
  reason: (fault: Fault): string =>
    `${fault.column === undefined ? '' : `${fault.column}: `}${fault.what}${fault.value === undefined ? '' : `: ${fault.value}`}`,

  badRowCount: (rows: number, most: number): Fault => ({
    what: 'rows',
    value: String(rows),
    allowed: `a whole number from 1 to ${most}`,
  }),

  blankRow: 'every field is blank',
  labelRow: 'a second header row of labels, as data.census.gov writes',
  unmatchedReason: (rightFile: string, key: string): string => `no row of ${rightFile} matches: ${shown(key)}`,
  decodedAsLatin1: 'not valid UTF-8: decoded as windows-1252 (Latin-1)',
  titleRows: (rows: number): string => `${rows} title row${rows === 1 ? '' : 's'} above the header left out`,
  paddedCodes: (rows: number): string => `leading zeros restored in the codes of ${rows} row${rows === 1 ? '' : 's'}`,
  unusedRows: (file: string, rows: number): string => `${rows} row${rows === 1 ? '' : 's'} of ${file} matched nothing`,
} as const;
