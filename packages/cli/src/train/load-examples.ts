import { type PreparedExamples, prepareExamples } from '@dpfair/data';
import type { Examples, Input, Warning } from '@dpfair/result';
import { readDataTable, readingWarnings } from '../input/read-data-table.js';
import { readInput } from '../input/read-input.js';
import { sha256 } from '../spec/run-id.js';
import { publicScalesOf } from '../spec/train/public-scales.js';
import type { TrainSpec } from '../spec/train/train-spec.js';

/** Examples to train and to test on, with where they came from. */
export interface LoadedExamples {
  readonly prepared: PreparedExamples;
  readonly training: Examples;
  /** Without rows where nothing is kept for testing. */
  readonly test: Examples;
  readonly input: Input;
  readonly testFile: { readonly path: string; readonly sha256: string; readonly rows: number } | null;
  readonly warnings: readonly Warning[];
}

/**
 * Reads the data of a training and makes examples of them.
 *
 * @param read gives the bytes of a file; of the data, also under the name `-`
 * @throws DpfairError `input` or `usage` naming file, line and value
 */
export async function loadExamples(spec: TrainSpec, read = readInput): Promise<LoadedExamples> {
  const bytes = read(spec.data);
  const table = await readDataTable(spec, bytes, spec.data);
  const testBytes = spec.test === null ? undefined : read(spec.test);
  const testTable = testBytes && (await readDataTable(spec, testBytes, spec.test as string));
  const prepared = prepareExamples(table, {
    label: spec.label ?? undefined,
    task: spec.task ?? undefined,
    positive: spec.positive ?? undefined,
    group: spec.group ?? undefined,
    ...(spec.groupBands.length === 0 ? {} : { bands: spec.groupBands }),
    groupAsFeature: spec.groupIsFeature,
    drop: spec.drop,
    keep: spec.keep,
    text: spec.textColumns,
    ...(spec.missingText.length === 0 ? {} : { missingTexts: spec.missingText }),
    missing: spec.missing,
    scale: spec.scaling,
    scales: publicScalesOf(spec.publicScale),
    radius: spec.radius ?? undefined,
    ...(spec.testShare === null ? {} : { testShare: spec.testShare }),
    test: testTable,
    seed: spec.seed,
    decimal: spec.decimal ?? undefined,
    skipBadRows: spec.skipBadRows,
  });
  const { training, data } = prepared;
  const test = prepared.test ?? withoutRows(training);
  return {
    prepared,
    training,
    test,
    input: {
      path: table.file,
      sha256: sha256(bytes),
      format: table.format,
      encoding: table.encoding,
      rows: training.rows + (testTable === undefined ? test.rows : 0),
      skipped: [...prepared.skipped],
      columns: { label: data.label, ...(spec.group === null ? {} : { group: data.group }) },
      where: [],
      joined: [],
      total: null,
      notes: [...table.notes],
    },
    testFile: testTable && testBytes ? { path: testTable.file, sha256: sha256(testBytes), rows: test.rows } : null,
    warnings: [
      ...[table, testTable].flatMap((one) => (one === undefined ? [] : readingWarnings(one))),
      ...prepared.warnings,
    ],
  };
}

function withoutRows(examples: Examples): Examples {
  const none = { features: new Float64Array(0), target: new Float64Array(0), group: new Int32Array(0) };
  return { ...examples, ...none, rows: 0 };
}
