import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { TrainSpecInput } from '../../src/spec/train/train-spec.js';
import { trainFile } from '../../src/train/train-file.js';

const files = (content: string) => ({ readFile: () => new TextEncoder().encode(content) });
const rowsOf = (count: number, row: (k: number) => string) =>
  Array.from({ length: count }, (_, k) => row(k)).join('\n');

describe('a training refuses', () => {
  const table = `y,x,g\n${rowsOf(40, (k) => `${['no', 'yes', 'maybe'][k % 3]},${k * k},${k % 2 ? 'a' : 'b'}`)}\n`;
  const given: TrainSpecInput = { data: 'table.csv', label: 'y', group: 'g', epsilon: [1], seed: '1' };
  it.each<[string, Partial<TrainSpecInput>, string, RegExp]>([
    ['a label that is not there', { label: 'z' }, table, /table\.csv.*z .*y, x, g/],
    ['a group that is not there', { group: 'sex' }, table, /table\.csv.*sex/],
    [
      'three classes of a model of two',
      {},
      table,
      /classes of y for model logistic: 3 \(maybe, no, yes\) \(allowed: 2; --model softmax or network takes more; or --label with another column\)/,
    ],
    [
      'a label of numbers of which there are too many for two classes',
      { label: 'x', model: 'svm' },
      table.replaceAll(/,(\d+),/g, (_, x) => `,${Number(x) % 7},`),
      /classes of x for model svm: .*, --model linear predicts a number; or --label/,
    ],
    ['no label', { label: null }, table, /no column is named as the label \(allowed: --label with one of y, x, g\)/],
    ['a positive class that is none', { positive: 'perhaps' }, table, /positive class/],
    [
      'a batch of more rows than there are',
      { model: 'softmax', batch: 99 },
      table,
      /--batch: 99 .*at most the 32 training rows/,
    ],
    [
      'a check of a group that is not there',
      { model: 'softmax', failOn: ['risk:c>1'] },
      table,
      /risk:c>1 \(allowed: a, b\)/,
    ],
    ['a value that is no number', { model: 'softmax' }, table.replace(',49,', ',NaN,'), /table\.csv:9:x.*NaN/],
    ['one class alone', {}, table.replaceAll(/no|maybe/g, 'yes'), /table\.csv.*all 40 rows have one class/],
    ['texts where a number is predicted', { model: 'linear' }, table, /label.*texts.*--model logistic/],
  ])('%s', async (_name, more, content, message) => {
    await expect(trainFile({ ...given, ...more }, files(content))).rejects.toThrow(message);
  });
});

describe('an epsilon that no noise meets is refused in the name of what asks for too much', () => {
  const data = fileURLToPath(new URL('../../../../fixtures/loans.csv', import.meta.url));
  const given: TrainSpecInput = {
    ...{ data, label: 'approved', group: 'region', drop: ['community'], epsilon: [3], seed: '7' },
    ...{ epochs: 2, batch: 60, repetitions: 2, noTrack: true },
  };
  it.each<[string, Partial<TrainSpecInput>, RegExp]>([
    [
      'of remedies that cannot keep the epsilon: all, each with its option',
      { remedies: ['by-group', 'global', 'early-stopping'], epsilon: [0.05] },
      /^remedy by-group: .*: 0\.05 \(allowed: at least [\d.]+, .*; or --remedy-setting by-group\.count-noise=NUMBER above 10, or --remedies without by-group\)\nremedy early-stopping: .*early-stopping\.loss-noise=NUMBER above 30[^\n]*$/,
    ],
    [
      'of counts of a rule that take more than the epsilon',
      { epsilon: [0.05], clipping: 'by-group' },
      /^--clipping by-group: .*: 0\.05 \(allowed: at least [\d.]+, .*; or --count-noise above 10\)$/,
    ],
    [
      'of an epsilon to sweep that counts take more than',
      { clipping: 'by-group', sweep: ['epsilon=0.01,8'] },
      /^--sweep epsilon=0\.01,8: .*: 0\.01 \(allowed: at least [\d.]+/,
    ],
  ])('%s', async (_name, more, message) => {
    await expect(trainFile({ ...given, ...more })).rejects.toThrow(message);
  });
});
