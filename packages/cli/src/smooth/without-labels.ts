import { plainEncoding, type RawTable } from '@dpfair/data';
import { openOnnxModel } from '@dpfair/individual';
import type { Encoding } from '@dpfair/result';
import type { ModelOnDataSpec } from '../spec/smooth/smooth-spec.js';
import type { OnnxFile } from './models/load-model.js';

/** A table without labels, as examples can be made of it. */
export interface TableWithoutLabels {
  /** With a column that stands where examples have their label; nothing is to be told of it. */
  readonly table: RawTable;
  readonly encoding: Encoding;
}

/**
 * Makes a table without labels readable for an ONNX model. Classes are those of `--classes`, or the numbers from 0 for as many as the model has.
 *
 * @throws DpfairError `usage` or `input`: as `plainEncoding` and `openOnnxModel`
 */
export async function withoutLabels(
  { columns, classes, missingText, decimal, group, modelOutput, modelForm }: ModelOnDataSpec,
  { bytes, file }: OnnxFile,
  table: RawTable,
): Promise<TableWithoutLabels> {
  const [first = '0'] = classes;
  let column = 'no label';
  while (table.columns.includes(column)) column += ' ';
  const filled: RawTable = {
    ...table,
    columns: [...table.columns, column],
    rows: table.rows.map((row) => [...row, first]),
  };
  const encoding = plainEncoding(filled, {
    label: column,
    columns: columns.length === 0 ? undefined : columns,
    others: group === null ? [] : [group],
    classes: [first],
    missingTexts: missingText,
    decimal: decimal ?? undefined,
  });
  const inputs = encoding.columns.length;
  const about = {
    ...{ file, inputs },
    ...(modelOutput === null ? {} : { output: modelOutput }),
    ...(modelForm === null ? {} : { form: modelForm }),
  };
  const names = classes.length > 0 ? classes : await classNumbers(bytes, about);
  return { table: filled, encoding: { ...encoding, label: { ...encoding.label, classes: [...names] } } };
}

async function classNumbers(bytes: Uint8Array, about: Parameters<typeof openOnnxModel>[1]): Promise<readonly string[]> {
  const model = await openOnnxModel(bytes, about);
  await model.close();
  return Array.from({ length: model.classes }, (_, place) => String(place));
}
