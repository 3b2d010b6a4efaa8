import { plainEncoding, type RawTable, type RowEncoding } from '@dpfair/data';
import { openOnnxModel } from '@dpfair/individual';
import type { ModelOnDataSpec } from '../spec/smooth/smooth-spec.js';
import type { OnnxFile } from './models/load-model.js';

/**
 * How an ONNX model reads a table without labels. Classes are those of `--classes`, or the numbers from 0 for as many as the model has.
 *
 * @throws DpfairError `usage` or `input`: as `plainEncoding` and `openOnnxModel`
 */
export async function unlabelledEncoding(
  { columns, classes, missingText, decimal, group, modelOutput, modelForm }: ModelOnDataSpec,
  { bytes, file }: OnnxFile,
  table: RawTable,
): Promise<RowEncoding> {
  const encoding = plainEncoding(table, {
    label: null,
    columns: columns.length === 0 ? undefined : columns,
    others: group === null ? [] : [group],
    missingTexts: missingText,
    decimal: decimal ?? undefined,
  });
  const about = {
    ...{ file, inputs: encoding.columns.length, formOption: '--model-form' },
    ...(modelOutput === null ? {} : { output: modelOutput }),
    ...(modelForm === null ? {} : { form: modelForm }),
  };
  const names = classes.length > 0 ? classes : await classNumbers(bytes, about);
  return { ...encoding, label: { ...encoding.label, classes: [...names] } };
}

async function classNumbers(bytes: Uint8Array, about: Parameters<typeof openOnnxModel>[1]): Promise<readonly string[]> {
  const model = await openOnnxModel(bytes, about);
  await model.close();
  return Array.from({ length: model.classes }, (_, place) => String(place));
}
