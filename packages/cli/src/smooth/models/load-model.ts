import { readTrainedModel, type TrainedModel } from '@dpfair/learning';
import { DpfairError, type Encoding, encodingSchema } from '@dpfair/result';
import { inputName } from '../../input/input-name.js';
import { smoothFaults } from '../../messages/smooth.js';
import { sha256 } from '../../spec/run-id.js';
import type { ModelData } from './model-data.js';

/** A trained model, and how columns become its features. */
export interface TrainedFile {
  readonly kind: 'trained';
  readonly model: TrainedModel;
  readonly encoding: Encoding;
}

/** An ONNX file: what it takes and answers shows only beside the data. */
export interface OnnxFile {
  readonly kind: 'onnx';
  readonly bytes: Uint8Array;
  /** Its name. */
  readonly file: string;
}

/** The file of a model that was read, before its data are. */
export interface LoadedModel {
  readonly path: string;
  readonly sha256: string;
  readonly content: TrainedFile | OnnxFile;
}

/**
 * Reads the file of a model: ONNX where it is called so, else the JSON of a trained model.
 *
 * @throws DpfairError `input` for what is no trained model, or one that predicts a number
 */
export function loadModel(path: string, read: (path: string) => Uint8Array): LoadedModel {
  const bytes = read(path);
  const file = inputName(path);
  const about = { path: file, sha256: sha256(bytes) };
  if (/\.onnx$/i.test(path)) return { ...about, content: { kind: 'onnx', bytes, file } };
  const model = trainedIn(bytes, file);
  return { ...about, content: { kind: 'trained', model, encoding: encodingOf(model, file) } };
}

function trainedIn(bytes: Uint8Array, file: string): TrainedModel {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new DpfairError('input', smoothFaults.notJson(file, why.slice(0, 120)), { cause });
  }
  const kind = kindOfResult(json);
  if (kind !== null) throw new DpfairError('input', smoothFaults.resultFile(file, kind));
  try {
    return readTrainedModel(json);
  } catch (cause) {
    if (!(cause instanceof DpfairError)) throw cause;
    throw new DpfairError(
      'input',
      cause.faults.map((fault) => ({ file, ...fault })),
      { cause },
    );
  }
}

/** The kind of a result of dpfair, whatever its version; null for other JSON. */
function kindOfResult(json: unknown): string | null {
  if (typeof json !== 'object' || json === null || !('schema' in json && 'kind' in json)) return null;
  const { schema, kind } = json;
  return typeof schema === 'string' && schema.startsWith('dpfair-result/') ? String(kind) : null;
}

function encodingOf({ encoding: json, description }: TrainedModel, file: string): Encoding {
  const read = encodingSchema.safeParse(json);
  if (!read.success) {
    const faults = read.error.issues
      .slice(0, 20)
      .map(({ path, message }) => smoothFaults.encoding(file, path.join('.') || 'the whole', message));
    throw new DpfairError('input', faults);
  }
  const encoding = read.data;
  if (encoding.label.scaling !== null || description.loss === 'squared') {
    throw new DpfairError('input', smoothFaults.noClasses(file));
  }
  const features = encoding.columns.reduce(
    (sum, column) => sum + (column.kind === 'number' ? 1 + column.marks.length : column.levels.length),
    0,
  );
  if (features !== description.inputs) {
    throw new DpfairError('input', smoothFaults.inputsOfEncoding(file, description.inputs, features));
  }
  const classes = Math.max(2, description.outputs);
  if (classes !== encoding.label.classes.length) {
    throw new DpfairError('input', smoothFaults.classesOfModel(file, classes, encoding.label.classes));
  }
  return encoding;
}

/** What a model is, in a few words. */
export function summaryOf(model: ModelData): string {
  if (model.kind === 'onnx') return `ONNX, ${model.inputs} columns, ${model.form} read from the output ${model.output}`;
  const { kind, inputs, hidden, activation } = model.model.description;
  const layers = hidden.length === 0 ? '' : ` of ${hidden.join(' and ')} ${activation} units`;
  return `${kind}${layers}, ${inputs} features`;
}
