import { type EncodedExamples, encode, plainEncoding, type RawTable, type RowEncoding, withGroup } from '@dpfair/data';
import { DpfairError, type Encoding, type Input, type Warning } from '@dpfair/result';
import { readDataTable, readingWarnings } from '../input/read-data-table.js';
import { smoothFaults } from '../messages/smooth.js';
import { sha256 } from '../spec/run-id.js';
import { parseMetric } from '../spec/smooth/metric-words.js';
import type { ModelOnDataSpec } from '../spec/smooth/smooth-spec.js';
import type { LoadedModel } from './models/load-model.js';
import { requireSameClasses, requireWholeNames } from './require-names.js';
import { unlabelledEncoding } from './unlabelled-encoding.js';

/** People as the model reads them, with where they came from. */
export interface LoadedPeople {
  /** Without a label where the right classes are not known. */
  readonly encoding: RowEncoding;
  readonly encoded: EncodedExamples;
  readonly input: Input;
  readonly warnings: readonly Warning[];
}

/**
 * Reads the data and encodes them as the model asks.
 *
 * @throws DpfairError `input` or `usage` naming file, line and value
 */
export async function loadPeople(
  spec: ModelOnDataSpec,
  model: LoadedModel,
  read: (path: string) => Uint8Array,
): Promise<LoadedPeople> {
  const bytes = read(spec.data);
  const table = await readDataTable(spec, bytes, spec.data);
  const encoding = await encodingFor(spec, model, table);
  const encoded = encode(table, encoding, { skipBadRows: spec.skipBadRows });
  const { column: label } = encoding.label;
  const { group } = encoding;
  return {
    encoding,
    encoded,
    input: {
      path: table.file,
      sha256: sha256(bytes),
      format: table.format,
      encoding: table.encoding,
      rows: encoded.examples.rows,
      skipped: [...encoded.skipped],
      columns: { ...(label === null ? {} : { label }), ...(group.column === null ? {} : { group: group.column }) },
      where: [],
      joined: [],
      total: null,
      notes: [...table.notes],
    },
    warnings: [...readingWarnings(table), ...encoded.warnings],
  };
}

async function encodingFor(spec: ModelOnDataSpec, { content }: LoadedModel, table: RawTable): Promise<RowEncoding> {
  if (content.kind === 'trained') return encodingOfTraining(spec, content.encoding, table);
  const { label, columns, classes, missingText, group, groupBands, decimal } = spec;
  requireWholeNames('columns', columns, table);
  if (label === null && table.learning === undefined) {
    if (parseMetric(spec.metric).kind === 'logistic') throw new DpfairError('usage', smoothFaults.onnxLabel);
    return withGroup(table, await unlabelledEncoding(spec, content, table), group, groupBands);
  }
  const plain = plainEncoding(table, {
    label: label ?? (table.learning?.label as string),
    columns: columns.length === 0 ? undefined : columns,
    others: group === null ? [] : [group],
    classes: classes.length === 0 ? undefined : classes,
    missingTexts: missingText,
    decimal: decimal ?? undefined,
  });
  if (classes.length > 0 && !spec.skipBadRows) requireSameClasses(classes, table, plain);
  return withGroup(table, plain, group, groupBands);
}

function encodingOfTraining(spec: ModelOnDataSpec, encoding: Encoding, table: RawTable): RowEncoding {
  const { label, columns, classes, missingText, groupBands, modelOutput, modelForm } = spec;
  const idle = { columns, classes, 'missing-text': missingText, 'model-output': modelOutput, 'model-form': modelForm };
  const faults = Object.entries(idle).flatMap(([option, said]) =>
    said === null || said.length === 0 ? [] : [smoothFaults.trainedOnly(option)],
  );
  if (label !== null && label.toLowerCase() !== encoding.label.column.toLowerCase()) {
    faults.push(smoothFaults.otherLabel(label, encoding.label.column));
  }
  if (faults.length > 0) throw new DpfairError('usage', faults);
  const own = encoding.group;
  const decimal = spec.decimal ?? encoding.decimal;
  const same = spec.group === null || spec.group === own.column;
  if (same && groupBands.length === 0) return { ...encoding, decimal };
  return withGroup(table, { ...encoding, decimal }, spec.group ?? own.column, groupBands);
}
