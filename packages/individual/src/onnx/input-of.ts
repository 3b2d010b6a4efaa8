import { openInputWidth, wrongInputShape, wrongInputs, wrongInputType, wrongInputWidth } from './messages.js';
import type { OnnxOptions } from './onnx-model.js';
import { fixedSize, type OnnxValue } from './onnx-runtime.js';

/** The input of a model of rows. */
export interface OnnxInput {
  readonly name: string;
  /** Columns. */
  readonly width: number;
  /** Rows that have to be asked about at a time; undefined for any number. */
  readonly rows: number | undefined;
}

/** @throws DpfairError input unless there is one input, a matrix of float32, with as many columns as are wanted. */
export function inputOf(values: readonly OnnxValue[], { inputs, file }: OnnxOptions): OnnxInput {
  const [value] = values;
  if (value === undefined || values.length > 1)
    throw wrongInputs(
      file,
      values.map(({ name }) => name),
    );
  const { name, type = 'no tensor', shape = [] } = value;
  if (type !== 'float32') throw wrongInputType(file, name, type);
  if (shape.length !== 2)
    throw wrongInputShape(file, name, shape.map((size) => fixedSize(size) ?? 'any').join(' x ') || 'not said');
  const width = fixedSize(shape[1]) ?? inputs;
  if (width === undefined) throw openInputWidth(file, name);
  if (inputs !== undefined && width !== inputs) throw wrongInputWidth(file, name, width, inputs);
  return { name, width, rows: fixedSize(shape[0]) };
}
