import { choice, names, text } from '../reading/values.js';
import { badRowOptions, layoutOptions } from '../table-options.js';
import { examplesOptions } from '../train/examples-options.js';

const { group, 'group-bands': groupBands, 'missing-text': missingText } = examplesOptions;

export const onnxForms = ['probabilities', 'logits', 'probability', 'logit', 'labels'] as const;
export type OnnxFormName = (typeof onnxForms)[number];

/** The model, and what its data mean. */
export const modelInputOptions = {
  model: {
    describe: 'the model: JSON of dpfair train --model-out, or an ONNX file',
    default: 'none; needed',
    read: text,
  },
  label: {
    describe: 'column with the right classes',
    default: 'that of the training; of ONNX none: no accuracy',
    read: text,
  },
  columns: {
    describe:
      'ONNX: columns of numbers in the order in which the model takes them, separated by commas; a name with a comma in it in double quotes',
    default: 'all but label and group, in the order of the file',
    read: names,
  },
  classes: {
    describe:
      'ONNX: texts of the label in the order of the outputs of the model, separated by commas; one with a comma in it in double quotes',
    default: 'those of DATA, sorted; without a label numbers from 0',
    read: names,
  },
  'model-output': {
    describe: 'ONNX: name of the output that is read',
    default: 'the only one of numbers, or else of labels',
    read: text,
  },
  'model-form': {
    describe: `ONNX: what its numbers are: ${onnxForms.join(', ')}`,
    default: 'found by asking the model',
    read: choice(onnxForms),
  },
  group: { ...group, default: 'that of the training; for ONNX none: all rows are one group' },
  'group-bands': groupBands,
  'missing-text': {
    ...missingText,
    describe: 'ONNX: text that stands for a missing value, besides a blank and ?; repeatable',
  },
  format: examplesOptions.format,
  ...layoutOptions,
  ...badRowOptions,
} as const;
