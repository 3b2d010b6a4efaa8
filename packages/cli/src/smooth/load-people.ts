import { type EncodedExamples, encode, plainEncoding, type RawTable, readAnyTable, withGroup } from '@dpfair/data';
import { DpfairError, type Encoding, type Input, type Warning } from '@dpfair/result';
import { nameOf } from '../audit/load/load-table.js';
import { rowMessages } from '../messages/rows.js';
import { smoothFaults } from '../messages/smooth.js';
import { sha256 } from '../spec/run-id.js';
import type { ModelOnDataSpec } from '../spec/smooth/smooth-spec.js';
import type { LoadedModel } from './models/load-model.js';

/** People as the model reads them, with where they came from. */
export interface LoadedPeople {
  readonly encoding: Encoding;
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
  const table = await readAnyTable(bytes, {
    file: nameOf(spec.data),
    format: spec.format,
    skipBadRows: spec.skipBadRows,
    delimiter: spec.delimiter ?? undefined,
    encoding: spec.encoding ?? undefined,
    headerRow: spec.headerRow ?? undefined,
  });
  const encoding = encodingFor(spec, model, table);
  const encoded = encode(table, encoding, { skipBadRows: spec.skipBadRows });
  const { group, label } = encoding;
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
      columns: { label: label.column, ...(group.column === null ? {} : { group: group.column }) },
      where: [],
      joined: [],
      total: null,
      notes: [...table.notes],
    },
    warnings: [
      ...(table.encoding === 'windows-1252'
        ? [{ code: 'decoded-as-latin-1', message: rowMessages.decodedAsLatin1(table.file) } as const]
        : []),
      ...encoded.warnings,
    ],
  };
}

function encodingFor(spec: ModelOnDataSpec, { content }: LoadedModel, table: RawTable): Encoding {
  if (content.kind === 'trained') return encodingOfTraining(spec, content.encoding, table);
  const { label, columns, classes, missingText, group, groupBands, decimal } = spec;
  if (label === null && table.learning === undefined) throw new DpfairError('usage', smoothFaults.onnxLabel);
  const plain = plainEncoding(table, {
    label: label ?? (table.learning?.label as string),
    columns: columns.length === 0 ? undefined : columns,
    others: group === null ? [] : [group],
    classes: classes.length === 0 ? undefined : classes,
    missingTexts: missingText,
    decimal: decimal ?? undefined,
  });
  return withGroup(table, plain, group, groupBands);
}

function encodingOfTraining(spec: ModelOnDataSpec, encoding: Encoding, table: RawTable): Encoding {
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
