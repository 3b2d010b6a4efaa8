import type { Encoding, Examples, LearningData, SkippedRow, Warning } from '@dpfair/result';
import type { RawTable } from '../raw-table.js';
import { readSeed } from '../read-seed.js';
import type { DecimalSign } from '../roles/decimal-sign.js';
import { findColumn } from '../tables/find-column.js';
import { checkOptions } from './check-options.js';
import { type ChosenColumns, chooseColumns } from './columns/choose-columns.js';
import { namedTable } from './columns/named-table.js';
import { readRows } from './columns/read-rows.js';
import { wantedColumns } from './columns/wanted-columns.js';
import {
  type EncodedTable,
  encodeTable,
  missingOf,
  missingWarnings,
  requireRows,
  unseenWarnings,
} from './encoding/encode.js';
import { encodeRows, groupsOf, type TableRead, targetsOf } from './encoding/encode-rows.js';
import { cutToUnitBall, largestNorm } from './encoding/unit-ball.js';
import { fitFeatures } from './fit/fit-features.js';
import { ALL_ROWS, fitGroup, lostGroups } from './fit/fit-group.js';
import { fitClasses, fitNumberLabel, predictsNumber } from './fit/fit-label.js';
import { exampleMessages } from './messages.js';
import { preparationWarnings } from './preparation-warnings.js';
import type { PrepareOptions } from './prepare-options.js';
import { chooseRows } from './rows/choose-rows.js';

/** Examples to train and to test on, and how they were made. */
export interface PreparedExamples {
  readonly training: Examples;
  /** Null where nothing is kept for testing. */
  readonly test: Examples | null;
  /** How other rows are encoded in the same way: see `encode`. Plain data. */
  readonly encoding: Encoding;
  /** What a result says of the data; `encoding` is among it. */
  readonly data: LearningData;
  /** Line of the file on which each example was read. */
  readonly lines: { readonly training: readonly number[]; readonly test: readonly number[] };
  /** Rows that could not be read, each with its line and reason: of the training table, then of the test table. */
  readonly skipped: readonly SkippedRow[];
  readonly warnings: readonly Warning[];
}

const MOST_LEVELS = 200;
const TEST_SHARE = 0.2;

/**
 * A table as examples: label to classes (or a number), a column to groups, all others to features, split into rows for training and for
 * testing. Everything that is learned from the rows (levels, means, standard deviations) is learned from those for training.
 *
 * Columns of numbers are standardised, columns of text become one feature a level, 1 or 0, not centred, so that zeros stay zeros. Means and
 * standard deviations are computed without noise: a warning says so, and public ones can be given.
 *
 * @throws DpfairError `usage` for options that do not fit the table; `input` for values that are not allowed, with file, line and value, for a
 * label of one class, for too many levels, and where no row or no feature is left
 * @example
 * const table = readTable(bytes, { file: 'adult.data' });
 * const { training } = prepareExamples(table, { group: 'sex' });
 * training.classNames; // ['<=50K', '>50K']
 */
export function prepareExamples(raw: RawTable, options: PrepareOptions = {}): PreparedExamples {
  checkOptions(options);
  const seed = readSeed(options.seed ?? 0);
  const { missing = 'drop', scale = 'standard', scales = {}, mostLevels = MOST_LEVELS, bands = [], decimal } = options;
  const { skipBadRows = false, groupAsFeature = false, testShare = TEST_SHARE, groupSize = {} } = options;
  const table = namedTable(raw);
  const { missingTexts: more = [] } = options;
  const missingTexts = [...new Set(['', '?', ...(table.learning?.missing ?? []), ...more])];
  const chosen = chooseColumns(table, options, missingTexts);
  const isNumber = predictsNumber(table, chosen.label, options.task, missingTexts);
  const from = readChosen(table, chosen, { isNumber, bands, missing, missingTexts, decimal, skipBadRows });
  const { read } = from;

  const group = fitGroup(from, chosen.group, { bands, missingTexts });
  const labelAt = chosen.label.index;
  const classes = isNumber ? null : fitClasses(table, labelAt, read.rows, positiveClass(table, labelAt, options));
  const split = chooseRows(
    {
      rows: read.rows,
      group: groupsOf(from, read.rows, { group, missingTexts }),
      groupNames: group.names,
      target: classes === null ? new Float64Array(read.rows.length) : targetsOf(from, read.rows, { label: classes }),
    },
    { testShare: options.test === undefined ? testShare : 0, groupSize, seed },
  );

  const standardise = scale !== 'none';
  const fitted = fitFeatures(from, chosen, split.training, { missingTexts, standardise, scales, mostLevels });
  const label = classes ?? fitNumberLabel(from, labelAt, split.training, { standardise, scales });
  const loose: Encoding = { label, group, ...fitted, missing, missingTexts, decimal: decimal ?? null, radius: null };
  const { examples: training } = encodeRows(from, split.training, loose);
  const width = training.featureNames.length;
  const radius = scale === 'unit-ball' ? (options.radius ?? (largestNorm(training.features, width) || 1)) : null;
  if (radius !== null) cutToUnitBall(training.features, width, radius);
  const encoding: Encoding = { ...loose, radius };

  const test =
    options.test === undefined
      ? encodeSplit(from, split.test, encoding)
      : encodeTable(options.test, encoding, { skipBadRows });
  const lost = lostGroups(table, group, missingTexts);
  const radiusFromRows = radius !== null && options.radius === undefined;
  return {
    training,
    test: test?.examples ?? null,
    encoding,
    data: {
      label: label.column,
      classes: [...label.classes],
      group: group.column ?? ALL_ROWS,
      groupIsFeature: group.column !== null && groupAsFeature,
      rows: {
        training: training.rows,
        test: test?.examples.rows ?? 0,
        missing: read.missingRows + (test?.missingOfFile.rows ?? 0),
      },
      features: [...training.featureNames],
      encoding,
    },
    lines: { training: split.training.map((row) => table.lineOf(row)), test: test?.lines ?? [] },
    skipped: [...table.skipped, ...read.skipped, ...(test?.skipped ?? [])],
    warnings: [
      ...missingWarnings([missingOf(table, read), ...(test === null ? [] : [test.missingOfFile])]),
      ...(lost.length === 0 ? [] : [exampleMessages.lostGroups(lost)]),
      ...preparationWarnings({ chosen, encoding, training, test: test?.examples ?? null, radiusFromRows }),
      ...(test?.warnings ?? []),
    ],
  };
}

/** The positive class: as was asked; else that of a known table, when its label is predicted. */
function positiveClass(table: RawTable, label: number, { positive }: PrepareOptions): string | undefined {
  const { learning } = table;
  return (
    positive ?? (learning !== undefined && table.columns[label] === learning.label ? learning.positive : undefined)
  );
}

interface Reading {
  readonly isNumber: boolean;
  readonly bands: readonly number[];
  readonly missing: 'drop' | 'level';
  readonly missingTexts: readonly string[];
  readonly decimal: DecimalSign | undefined;
  readonly skipBadRows: boolean;
}

function readChosen(table: RawTable, chosen: ChosenColumns, { isNumber, bands, missing, ...how }: Reading): TableRead {
  const features = chosen.features.map((feature) => ({ ...feature, marks: feature.marks.map(({ text }) => text) }));
  const label = { index: chosen.label.index, isNumber };
  const group = chosen.group === null ? null : { index: chosen.group.index, inBands: bands.length > 0 };
  const read = readRows(table, wantedColumns({ features, label, group, missing }), how);
  requireRows(table, read);
  return { table, read, indexOf: (column) => findColumn(table, column) };
}

function encodeSplit(from: TableRead, rows: readonly number[], encoding: Encoding): EncodedTable | null {
  if (rows.length === 0) return null;
  const { examples, unseen } = encodeRows(from, rows, encoding);
  const lines = rows.map((row) => from.table.lineOf(row));
  return {
    examples,
    lines,
    missingOfFile: { file: from.table.file, rows: 0, all: 0, columns: [] },
    skipped: [],
    warnings: unseenWarnings(unseen),
  };
}
