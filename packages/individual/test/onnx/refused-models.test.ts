import { type OnnxOptions, openOnnxModel } from '@dpfair/individual';
import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { loadOnnxRuntime } from '../../src/onnx/onnx-runtime.js';
import { modelFile } from './model-file.js';

const refused: readonly (readonly [string, OnnxOptions, string])[] = [
  ['two-inputs', {}, 'inputs of the ONNX model: x, z (allowed: one float32 tensor of rows x columns: '],
  ['doubles', {}, 'type of the input x: float64 (allowed: float32'],
  ['integers', {}, 'type of the input x: int64 (allowed: float32'],
  ['strings', {}, 'type of the input x: string (allowed: float32'],
  ['pictures', {}, 'shape of the input x: any x 3 x 8 x 8 (allowed: rows x columns)'],
  ['logistic', { inputs: 4 }, 'columns that the input x takes: 3 (allowed: 4, the columns of the rows)'],
  ['any-width', {}, 'columns that the input x takes: left open by the file (allowed: '],
  ['any-width', { inputs: 2 }, 'ONNX model, asked about a row of zeros: '],
  ['two-outputs', {}, 'outputs of the ONNX model: y, z (allowed: one of them chosen by its name)'],
  ['two-outputs', { output: 'w' }, 'output of the ONNX model: w (allowed: y, z)'],
  [
    'scikit-maps',
    { output: 'output_probability' },
    "output output_probability: no tensor (allowed: a tensor of float32, or of int64, int32 or string labels; maps of probabilities, which skl2onnx writes unless told otherwise, become one by options={'zipmap': False})",
  ],
  ['scikit-named', { output: 'label' }, 'labels of the output label: texts (allowed: their names'],
  [
    'scikit-pipeline',
    { output: 'label', form: 'logit' },
    'form of the output label, which has labels: logit (allowed: labels)',
  ],
  [
    'three-sigmoids',
    {},
    'numbers of the output y: neither probabilities with sum 1 nor surely logits (allowed: a form',
  ],
  [
    'torch',
    { form: 'probability' },
    'form of the output logits, of 3 columns: probability (allowed: probabilities or logits)',
  ],
  ['logit', { form: 'logits' }, 'form of the output score, of 1 column: logits (allowed: probability or logit)'],
  [
    'scikit-line',
    {},
    'output variable, whose numbers are not within 0 and 1: made by LinearRegressor, a regression (allowed: a model of classes; where the number is a logit of the second of two classes, a form given with it: logit)',
  ],
  [
    'scikit-lines',
    { formOption: 'the form in the menu' },
    'output variable, whose numbers are not within 0 and 1: made by LinearRegressor, a regression (allowed: a model of classes; where the numbers are logits, the form in the menu given with it: logits)',
  ],
  ['line-handed-on', {}, 'output y, whose numbers are not within 0 and 1: made by LinearRegressor'],
  ['scikit-lines', {}, 'output variable, whose numbers are not within 0 and 1: made by LinearRegressor'],
  ['scikit-trees', {}, 'output variable, whose numbers are not within 0 and 1: made by TreeEnsembleRegressor'],
  ['torch', { labels: ['a', 'b'] }, 'classes of the ONNX model: 3 (allowed: 2, as many as labels are given)'],
  ['across-rows', {}, 'what the output y answers for a row: depends on the other rows'],
  ['transposed', {}, 'what the output y answers for a row: depends on the other rows'],
  ['unknown-operator', {}, 'ONNX model: '],
];

describe('an ONNX file that is no model of rows', () => {
  it.each(refused)(
    '%s with %j is refused in one line that names the file and what is wrong',
    async (name, options, text) => {
      const fault = await openOnnxModel(modelFile(name), { ...options, file: 'm.onnx' }).catch((e: unknown) => e);
      expect(fault).toBeInstanceOf(DpfairError);
      expect((fault as DpfairError).code).toBe('input');
      expect((fault as DpfairError).message).toContain(`m.onnx: ${text}`);
      expect((fault as DpfairError).message).not.toContain('\n');
    },
  );

  it('that is something else, cut short or empty is refused', async () => {
    for (const bytes of [new Uint8Array(0), new TextEncoder().encode('a,b\n1,2\n'), modelFile('torch').slice(0, 300)]) {
      await expect(openOnnxModel(bytes, { file: 'm.onnx' })).rejects.toThrow(
        /^m\.onnx: ONNX model: .*onnxruntime-web can open/,
      );
    }
  });

  it('with answers that are not of the form it is given is refused when it is asked', async () => {
    const above = await openOnnxModel(modelFile('logit'), { form: 'probability' });
    await expect(above.answer(Float64Array.of(0, 0, 2), 1)).rejects.toThrow(
      'answer of the ONNX model for row 1 of a batch, read as probability: 1.5',
    );
    const unsummed = await openOnnxModel(modelFile('three-sigmoids'), { form: 'probabilities' });
    await expect(unsummed.answer(Float64Array.of(0, 0, 0), 1)).rejects.toThrow('read as probabilities: 1.5');
    const lost = await openOnnxModel(modelFile('logit'));
    // Infinity - Infinity: weights .5 and -.25 of values that single precision cannot hold.
    await expect(lost.label(Float64Array.of(1e39, 1e39, 0), 1)).rejects.toThrow('read as logit: NaN');
  });
});

describe('onnxruntime-web', () => {
  it('that is not installed is asked for by name', async () => {
    const missing = ['onnxruntime-web', 'that-is-not-there'].join('-');
    const fault = await loadOnnxRuntime(() => import(missing)).catch((e: unknown) => e);
    expect(fault).toBeInstanceOf(DpfairError);
    expect((fault as DpfairError).code).toBe('usage');
    expect((fault as DpfairError).message).toContain('npm install onnxruntime-web');
  });
});
