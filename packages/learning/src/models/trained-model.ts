import type { Examples } from '@dpfair/result';
import { checkExamples } from './check-examples.js';
import { describeModel } from './describe-model.js';
import { makeModel } from './make-model.js';
import { notATrainedModel } from './messages.js';
import type { ModelDescription } from './model-description.js';

/** A trained model as plain data: what JSON can hold. */
export interface TrainedModel {
  readonly description: ModelDescription;
  /** In the layout of `Model`. */
  readonly parameters: readonly number[];
  /** How columns become features, as the package that encodes them wrote it; nothing here reads it. */
  readonly encoding: Readonly<Record<string, unknown>>;
}

/** Rows of a forward pass at a time. */
const BATCH = 1024;

/**
 * What a trained model puts out for examples, rows x outputs: probabilities of the classes, of class 1 for logistic loss, or the score
 * itself for squared loss and the smooth hinge. Targets are checked but do not matter.
 *
 * @throws DpfairError input or domain, where examples are not what the model takes.
 */
export function predict(trained: TrainedModel, examples: Examples): Float64Array {
  const { description } = trained;
  checkExamples(description, examples);
  const pass = makeModel(description).open(Math.min(BATCH, examples.rows));
  const parameters = Float64Array.from(trained.parameters);
  const rows = Int32Array.from({ length: examples.rows }, (_, row) => row);
  const width = description.outputs;
  const outputs = new Float64Array(examples.rows * width);
  for (let from = 0; from < examples.rows; from += BATCH) {
    const count = Math.min(BATCH, examples.rows - from);
    pass.run(parameters, examples, rows, from, count, 'forward');
    outputs.set(pass.outputs.subarray(0, count * width), from * width);
  }
  return outputs;
}

/**
 * Takes a trained model from JSON that someone else may have written.
 *
 * @throws DpfairError usage or input, naming the part that is not as it must be.
 */
export function readTrainedModel(json: unknown): TrainedModel {
  const { description: found, parameters, encoding } = asRecord(json, 'the whole');
  const given = asRecord(found, 'description') as unknown as ModelDescription;
  const described = describeModel({
    kind: given.kind,
    inputs: given.inputs,
    classes: given.loss === 'squared' ? 0 : Math.max(2, given.outputs),
    hidden: Array.isArray(given.hidden) ? given.hidden : [],
    ...(given.activation == null ? {} : { activation: given.activation }),
    ...(given.hingeWidth == null ? {} : { hingeWidth: given.hingeWidth }),
  });
  for (const key of ['loss', 'outputs'] as const) {
    if (described[key] !== given[key]) throw notATrainedModel(key, String(given[key]), String(described[key]));
  }
  const expected = makeModel(described).parameterCount;
  if (!Array.isArray(parameters)) throw notATrainedModel('parameters', typeof parameters, 'a list of numbers');
  if (parameters.length !== expected) throw notATrainedModel('parameters', parameters.length, `${expected} numbers`);
  parameters.forEach((value: unknown, k) => {
    if (!Number.isFinite(value)) throw notATrainedModel(`parameter ${k + 1}`, String(value), 'a finite number');
  });
  return { description: described, parameters: parameters as number[], encoding: asRecord(encoding, 'encoding') };
}

function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw notATrainedModel(what, value === null ? 'null' : Array.isArray(value) ? 'a list' : typeof value, 'an object');
  }
  return value as Record<string, unknown>;
}
