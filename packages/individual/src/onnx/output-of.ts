import { noOutput, noTensor, severalOutputs, unknownOutput, wrongOutput } from './messages.js';
import type { OnnxOptions } from './onnx-model.js';
import type { OnnxValue } from './onnx-runtime.js';

const LABELS = new Set(['int64', 'int32', 'string']);

export interface OnnxOutput {
  readonly name: string;
  /** Whether it names classes; otherwise it scores them. */
  readonly holdsLabels: boolean;
  /** Whether labels are texts. */
  readonly holdsTexts: boolean;
}

/**
 * The output to read: the one that is asked for; or the only one of float32; or, where there is none (scikit-learn's maps of probabilities are no
 * tensors), the only one of labels.
 *
 * @throws DpfairError input when there is no such output, or none that can be told from others.
 */
export function outputOf(values: readonly OnnxValue[], { output, file }: OnnxOptions): OnnxOutput {
  const scores = values.filter(({ type }) => type === 'float32');
  const labels = values.filter(({ type }) => LABELS.has(type ?? ''));
  if (output !== undefined) {
    const value = values.find(({ name }) => name === output);
    if (value === undefined)
      throw unknownOutput(
        file,
        output,
        values.map(({ name }) => name),
      );
    if (!scores.includes(value) && !labels.includes(value)) throw wrongOutput(file, output, kindOf(value));
    return described(value);
  }
  const found = scores.length > 0 ? scores : labels;
  const [value] = found;
  if (value === undefined)
    throw noOutput(file, values.map((each) => `${each.name} (${kindOf(each)})`).join(', ') || 'none');
  if (found.length > 1)
    throw severalOutputs(
      file,
      values.map(({ name }) => name),
    );
  return described(value);
}

const kindOf = ({ type }: OnnxValue) => type ?? noTensor;

const described = ({ name, type }: OnnxValue): OnnxOutput => ({
  name,
  holdsLabels: type !== 'float32',
  holdsTexts: type === 'string',
});
