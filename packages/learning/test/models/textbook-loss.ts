import type { Examples } from '@dpfair/result';
import type { ModelDescription } from '../../src/index.js';

/** Loss of one example, as a textbook has it: no kernels, no care for large scores. The layout of the parameters is that of `Model`. */
export function textbookLoss(description: ModelDescription, parameters: Float64Array, examples: Examples, row: number) {
  const { inputs, hidden, outputs, activation, loss, hingeWidth } = description;
  const widths = [inputs, ...hidden, outputs];
  let place = 0;
  let values = [...examples.features.subarray(row * inputs, (row + 1) * inputs)];
  for (let l = 1; l < widths.length; l++) {
    const width = widths[l] as number;
    const weights = place;
    const biases = weights + values.length * width;
    const sums = Array.from({ length: width }, (_, j) =>
      values.reduce(
        (sum, value, i) => sum + value * (parameters[weights + i * width + j] as number),
        parameters[biases + j] as number,
      ),
    );
    place = biases + width;
    values = l === widths.length - 1 ? sums : sums.map((z) => (activation === 'relu' ? Math.max(z, 0) : Math.tanh(z)));
  }
  const target = examples.target[row] as number;
  const score = values[0] as number;
  if (loss === 'squared') return (score - target) ** 2 / 2;
  if (loss === 'logistic') return Math.log(1 + Math.exp(score)) - target * score;
  if (loss === 'softmax') {
    return Math.log(values.reduce((sum, f) => sum + Math.exp(f), 0)) - (values[target] as number);
  }
  const width = hingeWidth as number;
  const margin = (2 * target - 1) * score;
  if (margin > 1 + width) return 0;
  return Math.abs(1 - margin) <= width ? (1 + width - margin) ** 2 / (4 * width) : 1 - margin;
}
