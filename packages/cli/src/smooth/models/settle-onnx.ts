import type { RowEncoding } from '@dpfair/data';
import { openOnnxModel } from '@dpfair/individual';
import { DpfairError } from '@dpfair/result';
import { smoothFaults } from '../../messages/smooth.js';
import type { ModelOnDataSpec } from '../../spec/smooth/smooth-spec.js';
import type { OnnxFile } from './load-model.js';
import type { OnnxData } from './model-data.js';

/**
 * Opens an ONNX file once, to find out what it answers and whether that goes with the classes of the data. Labels that it answers with are the classes
 * themselves where it answers in texts or the classes are numbers, else their places from 0 on.
 *
 * @throws DpfairError `usage` without onnxruntime-web; `input` for a file of another shape or with other classes
 */
export async function settleOnnx(
  { bytes, file }: OnnxFile,
  { modelOutput, modelForm }: ModelOnDataSpec,
  { columns, label: { classes } }: RowEncoding,
): Promise<OnnxData> {
  const about = {
    file,
    inputs: columns.length,
    formOption: '--model-form',
    ...(modelOutput === null ? {} : { output: modelOutput }),
    ...(modelForm === null ? {} : { form: modelForm }),
  };
  const places = classes.map((_, place) => String(place));
  const areNumbers = classes.every((name) => Number.isFinite(Number(name)));
  let inTexts = false;
  // A file that answers in texts cannot be opened without names for them.
  const opened = await openOnnxModel(bytes, about).catch(() => {
    inTexts = true;
    return openOnnxModel(bytes, { ...about, labels: classes });
  });
  const { form, output, classes: found } = opened;
  await opened.close();
  if (form !== 'labels' && found !== classes.length) {
    throw new DpfairError('input', smoothFaults.classesOfModel(file, found, classes));
  }
  const named = form !== 'labels' || areNumbers || inTexts;
  return { kind: 'onnx', bytes, file, inputs: columns.length, output, form, labels: named ? classes : places };
}
