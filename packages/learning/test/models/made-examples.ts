import type { Examples } from '@dpfair/result';
import { openStream, parseSeed } from '@dpfair/stats';
import type { ModelDescription } from '../../src/index.js';
import { describeModel } from '../../src/index.js';

/** Rows with numbers, one-hot zeros and one row of zeros only; targets that fit the description; two groups. */
export function madeExamples(description: ModelDescription, rows: number, seed = 1): Examples {
  const stream = openStream(parseSeed(seed), 'test', 0);
  const { inputs, outputs, loss } = description;
  const features = Float64Array.from({ length: rows * inputs }, (_, k) =>
    k < inputs || stream.nextUniform() < 0.4 ? 0 : stream.nextGaussian(),
  );
  const classes = loss === 'squared' ? 0 : Math.max(2, outputs);
  const target = Float64Array.from({ length: rows }, () =>
    classes === 0 ? stream.nextGaussian() : stream.nextInteger(classes),
  );
  return {
    rows,
    features,
    featureNames: Array.from({ length: inputs }, (_, k) => `x${k}`),
    target,
    classNames: Array.from({ length: classes }, (_, k) => `class ${k}`),
    group: Int32Array.from({ length: rows }, (_, k) => k % 2),
    groupNames: ['even', 'odd'],
  };
}

/** Standard normal draws, times `scale`. */
export function madeVector(length: number, seed: number, scale = 1): Float64Array {
  const stream = openStream(parseSeed(seed), 'test', 1);
  return Float64Array.from({ length }, () => scale * stream.nextGaussian());
}

/** 0, 1, ... */
export const allRows = (examples: Examples): Int32Array => Int32Array.from({ length: examples.rows }, (_, k) => k);

const network = (classes: number, hidden: readonly number[], activation: 'relu' | 'tanh') =>
  [
    `${activation} network ${hidden.join('-')}, ${classes} classes`,
    describeModel({ kind: 'network', inputs: 5, classes, hidden, activation }),
  ] as const;

/** One of every kind, 0 to 2 hidden layers, both activations, 1, 2, 3 and 5 outputs; widths that are no multiple of four. */
export const everyModel: readonly (readonly [string, ModelDescription])[] = [
  ['logistic', describeModel({ kind: 'logistic', inputs: 5, classes: 2 })],
  ['linear', describeModel({ kind: 'linear', inputs: 5, classes: 0 })],
  ['svm', describeModel({ kind: 'svm', inputs: 5, classes: 2, hingeWidth: 0.7 })],
  ['softmax of 2', describeModel({ kind: 'softmax', inputs: 5, classes: 2 })],
  ['softmax of 3', describeModel({ kind: 'softmax', inputs: 5, classes: 3 })],
  ['softmax of 5', describeModel({ kind: 'softmax', inputs: 6, classes: 5 })],
  network(0, [6], 'tanh'),
  network(2, [7], 'relu'),
  network(2, [7], 'tanh'),
  network(3, [6], 'relu'),
  network(5, [9], 'tanh'),
  network(2, [6, 5], 'relu'),
  network(3, [7, 6], 'tanh'),
  network(0, [4, 3], 'relu'),
  // Wide enough for the kernel: outputs, a hidden layer with its remainders, two of them, only the second.
  ['softmax of 9', describeModel({ kind: 'softmax', inputs: 4, classes: 9 })],
  network(2, [23], 'relu'),
  network(3, [17, 9], 'tanh'),
  network(2, [5, 8], 'relu'),
];
