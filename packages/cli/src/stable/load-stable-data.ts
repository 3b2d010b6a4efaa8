import { appendRows, type PreparedExamples, prepareExamples, type RawTable } from '@dpfair/data';
import { DpfairError, type Input, type JoinedFile, type Warning } from '@dpfair/result';
import { type GroupColumn, pickRows, type TrainingSet } from '@dpfair/stability';
import { drawRows, openStream, parseSeed } from '@dpfair/stats';
import { readDataTable, readingWarnings } from '../input/read-data-table.js';
import { readInput } from '../input/read-input.js';
import { rowMessages } from '../messages/rows.js';
import { stableFaults } from '../messages/stable.js';
import { sha256 } from '../spec/run-id.js';
import type { StableSpec } from '../spec/stable/stable-spec.js';
import { binariseGroup } from './groups/binarise-group.js';

/** All rows of an experiment, for training and for testing, as they stand in the files, and where they are from. */
export interface LoadedSet {
  readonly set: TrainingSet;
  /** Of each column of the set, whether it is a number of the file; the others are levels of texts. */
  readonly isNumber: readonly boolean[];
  /** Of each column of the set, the column of the file. */
  readonly columnOf: readonly string[];
  readonly label: string;
  readonly favourable: string;
  readonly other: string;
  readonly missing: number;
  readonly input: Input;
  readonly warnings: readonly Warning[];
}

/** Streams of the rows that stand for all, far from those of splits and replacements. */
const SAMPLE = 2 ** 40;

/**
 * Reads the data of an experiment: one file or several with the same columns, label of two classes, groups of two values or more.
 *
 * @param read gives the bytes of a file; of the data, also under the name `-`
 * @throws DpfairError `input` or `usage` naming file, line, column and value
 */
export async function loadStableData(spec: StableSpec, read = readInput): Promise<LoadedSet> {
  const reading = spec.dataset === 'adult' && spec.format === 'auto' ? { ...spec, format: 'adult' as const } : spec;
  const files = await Promise.all(
    [spec.data, ...spec.more].map(async (path) => {
      const bytes = read(path);
      return { path, sha256: sha256(bytes), table: await readDataTable(reading, bytes, path) };
    }),
  );
  const [first, ...more] = files;
  if (first === undefined) throw new RangeError('files: none (allowed: one or more)');
  const table = appendRows([first.table, ...more.map((file) => file.table)]);
  const prepared = spec.group.map((group) => prepare(spec, table, group));
  const [one] = prepared;
  if (one === undefined) throw new DpfairError('usage', stableFaults.noGroup);
  const { training, data } = one;
  const [other, favourable, ...beyond] = training.classNames;
  if (other === undefined || favourable === undefined || beyond.length > 0)
    throw new DpfairError('input', stableFaults.classes(table.file, data.label, training.classNames));
  const groups = prepared.map(({ training: { group, groupNames } }, place) =>
    groupOf(spec, table.file, { name: spec.group[place] as string, values: groupNames, of: group }),
  );
  const all: TrainingSet = {
    rows: training.rows,
    columns: training.featureNames,
    features: training.features,
    labels: Int8Array.from(training.target, (target) => (target === 1 ? 1 : -1)),
    groups,
  };
  const set = sampled(all, spec);
  return {
    set,
    isNumber: one.encoding.columns.flatMap((column) =>
      column.kind === 'number' ? [true, ...column.marks.map(() => false)] : column.levels.map(() => false),
    ),
    columnOf: one.encoding.columns.flatMap((column) =>
      new Array<string>(column.kind === 'number' ? 1 + column.marks.length : column.levels.length).fill(column.column),
    ),
    label: data.label,
    favourable,
    other,
    missing: data.rows.missing,
    input: inputOf(spec, table, first.sha256, more, set.rows, data.label),
    warnings: [
      ...files.flatMap((file) => readingWarnings(file.table)),
      ...distinct(prepared.flatMap(({ warnings }) => warnings)),
    ],
  };
}

/** All rows, with one of the columns as the group. */
function prepare(spec: StableSpec, table: RawTable, group: string): PreparedExamples {
  const others = spec.hideGroups ? spec.group.filter((name) => name !== group) : [];
  return prepareExamples(table, {
    label: spec.label ?? undefined,
    task: 'classes',
    positive: spec.favourable ?? undefined,
    group,
    groupAsFeature: !spec.hideGroups,
    drop: [...new Set([...spec.drop, ...others])],
    keep: spec.keep,
    text: spec.textColumns,
    missing: spec.missing,
    ...(spec.missingText.length === 0 ? {} : { missingTexts: spec.missingText }),
    scale: 'none',
    testShare: 0,
    decimal: spec.decimal ?? undefined,
    skipBadRows: spec.skipBadRows,
  });
}

function groupOf(spec: StableSpec, file: string, column: GroupColumn): GroupColumn {
  const value = spec.binary[column.name];
  if (value !== undefined && !column.values.includes(value))
    throw new DpfairError('input', stableFaults.noValue('binary', file, column.name, value, column.values));
  const group = value === undefined ? column : binariseGroup(column, value);
  const [only = ''] = group.values;
  if (group.of.every((place) => place === group.of[0]))
    throw new DpfairError('input', stableFaults.oneGroup(file, column.name, group.values[group.of[0] ?? 0] ?? only));
  return group;
}

/** Some of the rows, ascending, or all of them. */
function sampled(set: TrainingSet, { sampleRows, seed }: StableSpec): TrainingSet {
  if (sampleRows === null) return set;
  if (sampleRows > set.rows) throw new DpfairError('usage', stableFaults.sampleRows(sampleRows, set.rows));
  const rows = Int32Array.from({ length: set.rows }, (_, row) => row);
  return pickRows(set, drawRows(rows, sampleRows, openStream(parseSeed(seed), 'split', SAMPLE)).chosen);
}

function inputOf(
  spec: StableSpec,
  table: RawTable,
  hash: string,
  more: readonly { readonly path: string; readonly sha256: string; readonly table: RawTable }[],
  rows: number,
  label: string,
): Input {
  return {
    path: table.file,
    sha256: hash,
    format: table.format,
    encoding: table.encoding,
    rows,
    skipped: [...table.skipped],
    columns: { label, group: spec.group.join(', ') },
    where: [],
    joined: more.map(
      (file): JoinedFile => ({
        path: file.table.file,
        sha256: file.sha256,
        rows: file.table.rows.length,
        on: rowMessages.furtherRows,
        unmatched: 'error',
      }),
    ),
    total: null,
    notes: [...table.notes],
  };
}

const distinct = (warnings: readonly Warning[]): readonly Warning[] => [
  ...new Map(warnings.map((warning) => [warning.message, warning])).values(),
];
