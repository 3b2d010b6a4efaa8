import { expect, it } from 'vitest';
import { operatorOf } from '../../../src/onnx/answers/operator-of.js';
import { modelFile } from '../model-file.js';

it.each([
  ['logistic', 'p', 'Sigmoid'],
  ['logit', 'score', 'Gemm'],
  ['network', 'y', 'Softmax'],
  ['scikit-line', 'variable', 'LinearRegressor'],
  ['line-handed-on', 'y', 'LinearRegressor'],
  ['line-sigmoid', 'y', 'Sigmoid'],
  ['scikit-trees', 'variable', 'TreeEnsembleRegressor'],
  ['torch', 'logits', 'Gemm'],
  ['torch', 'nowhere', null],
])('the output of %s called %s is made by %s', (name, output, operator) => {
  expect(operatorOf(modelFile(name), output)).toBe(operator);
});

it('reads what is cut short or no ONNX file without an error', () => {
  const whole = modelFile('network');
  for (let length = 0; length < whole.length; length += 97) {
    expect([null, 'Softmax']).toContain(operatorOf(whole.slice(0, length), 'y'));
  }
  expect(operatorOf(new TextEncoder().encode('a,b\n1,2\n'), 'y')).toBeNull();
});
