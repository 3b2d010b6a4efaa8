import { readFileSync } from 'node:fs';
import { gaussianSmoothing, metricFromScales, type OnnxOptions, openOnnxModel, smooth } from '@dpfair/individual';
import { openStream, parseSeed } from '@dpfair/stats';
import * as runtime from 'onnxruntime-web';
import { describe, expect, it } from 'vitest';
import { linearModel } from '../smooth/models.js';
import { modelFile } from './model-file.js';

const seed = parseSeed(5);
const open = (name: string, options?: OnnxOptions) => openOnnxModel(modelFile(name), options);
const score = (x: readonly number[]) => 0.5 * (x[0] ?? 0) - 0.25 * (x[1] ?? 0) + (x[2] ?? 0) - 0.5;
const rows = [
  [0, 0, 0],
  [1, 2, 3],
  [1, 4, 1],
  [-5, 8, -1],
];

/** What scikit-learn and PyTorch answered when the files were made. */
const published: { readonly rows: number[][] } & Readonly<Record<string, number[][]>> = JSON.parse(
  readFileSync(new URL('models/answers.json', import.meta.url), 'utf8'),
);

/** Largest difference between two lists of the same length. */
function farthest(a: ArrayLike<number>, b: readonly number[]): number {
  expect(a.length).toBe(b.length);
  return Math.max(...b.map((value, k) => Math.abs(value - (a[k] as number))));
}

describe('a model from an ONNX file', () => {
  it.each([
    ['logistic', 'probability'],
    ['logit', 'logit'],
    ['batch-of-four', 'logit'],
  ])('of one column, %s, is read as a %s', async (name, form) => {
    const model = await open(name);
    expect([model.form, model.classes, model.inputs]).toEqual([form, 2, 3]);
    const p = rows.map((x) => 1 / (1 + Math.exp(-score(x))));
    const asked = Float64Array.from([...rows, ...rows.slice(1, 3)].flat());
    expect(
      farthest(
        await model.answer(asked, 6),
        [...p, ...p.slice(1, 3)].flatMap((each) => [1 - each, each]),
      ),
    ).toBeLessThan(1e-7);
    // The third row has a score of 0: of equally probable classes it is the first.
    expect(Array.from(await model.label(asked, 6))).toEqual([0, 1, 0, 0, 1, 0]);
    await model.close();
  });

  it.each([
    ['scikit-pipeline', 'probabilities', 2],
    ['scikit-forest', 'probabilities', 2],
    ['scikit-named', 'probabilities', 2],
    ['torch', 'logits', 3],
    ['torch-one-row', 'logits', 3],
  ])('of what exported it, %s, has the same probabilities, from %s', async (name, form, classes) => {
    const model = await open(name, name === 'scikit-named' ? { labels: ['no', 'yes'] } : { inputs: 3 });
    expect([model.form, model.classes, model.inputs]).toEqual([form, classes, 3]);
    const wanted = published[name.replace('-one-row', '')] as number[][];
    const batch = Float64Array.from(published.rows.flat());
    const answers = await model.answer(batch, published.rows.length);
    expect(farthest(answers, wanted.flat())).toBeLessThan(1e-6);
    for (let row = 0; row < wanted.length; row++) {
      let sum = 0;
      for (let y = 0; y < classes; y++) sum += answers[row * classes + y] as number;
      expect(Math.abs(sum - 1)).toBeLessThan(1e-12);
    }
    expect(Array.from(await model.label(batch, published.rows.length))).toEqual(
      wanted.map((p) => p.indexOf(Math.max(...p))),
    );
  });

  it('takes the number of a regression for a logit where told so, and behind a sigmoid for a probability', async () => {
    const batch = Float64Array.from(published.rows.flat());
    const p = (published['scikit-line']?.[0] ?? []).map((score) => 1 / (1 + Math.exp(-score)));
    for (const [name, options, form] of [
      ['scikit-line', { form: 'logit' }, 'logit'],
      ['line-sigmoid', {}, 'probability'],
    ] as const) {
      const model = await open(name, options);
      expect(model.form).toBe(form);
      expect(
        farthest(
          await model.answer(batch, p.length),
          p.flatMap((each) => [1 - each, each]),
        ),
      ).toBeLessThan(1e-6);
      await model.close();
    }
  });

  it('answers with its labels where its probabilities are maps, which are no tensors', async () => {
    const batch = Float64Array.from(published.rows.flat());
    for (const [name, options] of [
      ['scikit-maps', {}],
      ['scikit-plus-minus', { labels: [-1, 1] }],
    ] as const) {
      const model = await open(name, options);
      const wanted = (published[name] as number[][]).map(([first = 0, second = 0]) => Number(second > first));
      expect(model.form).toBe('labels');
      expect(Array.from(await model.label(batch, wanted.length))).toEqual(wanted);
      expect(Array.from(await model.answer(batch, wanted.length))).toEqual(wanted.flatMap((y) => [1 - y, y]));
    }
    const unnamed = await open('scikit-plus-minus');
    await expect(unnamed.label(batch, 5)).rejects.toThrow(
      /label of the ONNX model for row \d of a batch: -1 \(allowed: 0, 1\)/,
    );
  });

  it('of two hidden layers and softmax agrees with arithmetic in double precision', async () => {
    const stream = openStream(seed, 'test', 0);
    const x = Float64Array.from({ length: 50 * 7 }, () => Math.fround(3 * stream.nextGaussian()));
    const wanted = Array.from({ length: 50 }, (_, row) => byHand(x.subarray(7 * row, 7 * row + 7))).flat();
    const model = await open('network');
    expect([model.form, model.classes]).toEqual(['probabilities', 3]);
    expect(farthest(await model.answer(x, 50), wanted)).toBeLessThan(2e-6);
  });

  it.each(['network', 'scikit-forest', 'scikit-pipeline', 'torch'])(
    'gives a row of %s the same bits whatever its batch, and when many ask at once',
    async (name) => {
      const model = await open(name);
      const stream = openStream(seed, 'test', 1);
      const count = 130;
      const x = Float64Array.from({ length: count * model.inputs }, () => 2 * stream.nextGaussian());
      const all = await model.answer(x, count);
      const parts = [1, 2, 3, 4, 5, 7, 8, 16, 65].flatMap((size) =>
        Array.from({ length: Math.floor(count / size) }, (_, k) => [k * size, size] as const),
      );
      const answers = await Promise.all(
        parts.map(([from, size]) => model.answer(x.slice(from * model.inputs, (from + size) * model.inputs), size)),
      );
      for (const [k, [from, size]] of parts.entries()) {
        const wanted = (all as Float64Array).subarray(from * model.classes, (from + size) * model.classes);
        expect(answers[k]).toEqual(wanted);
      }
    },
  );

  it('is smoothed like the same model as a function: equal counts where no draw is within rounding of the boundary', async () => {
    const smoothing = gaussianSmoothing(metricFromScales(2, [0.5, 0.25, 1]));
    const points = Float64Array.from(rows.flat());
    const options = { smoothing, seed, samples: 3000 };
    const model = await open('logistic');
    const own = await smooth(linearModel([0.5, -0.25, 1], -0.5), points, options);
    expect((await smooth(model.label, points, options)).counts).toEqual(own.counts);
  });

  it('takes a width that the file leaves open, a form and an output that it is told, and a runtime of the caller', async () => {
    expect((await open('any-width', { inputs: 3 })).inputs).toBe(3);
    const sigmoids = await open('three-sigmoids', { form: 'logits', runtime });
    const [a = 0, b = 0] = Array.from(await sigmoids.answer(Float64Array.of(0, Math.log(3), 0), 1));
    // Sigmoids of 0 and log 3 are 1/2 and 3/4, 1/4 apart.
    expect(Math.log(b / a)).toBeCloseTo(0.25, 6);
    const chosen = await open('two-outputs', { output: 'z' });
    expect(Array.from(await chosen.label(Float64Array.of(3, 1, 2), 1))).toEqual([1]);
    const labels = await open('scikit-pipeline', { output: 'label' });
    expect(labels.form).toBe('labels');
  });
});

/** The network of make_models.py. */
function byHand(x: Float64Array): number[] {
  const sizes = [7, 33, 19, 3];
  let above = Array.from(x);
  for (let k = 1; k < sizes.length; k++) {
    const inputs = above;
    above = Array.from({ length: sizes[k] as number }, (_, j) => {
      const sum = inputs.reduce((total, value, i) => total + (value * (((7 * i + 3 * j) % 11) - 5)) / 16, 0);
      const plain = sum + (((5 * j) % 7) - 3) / 8;
      return k < 3 ? Math.max(0, plain) : plain;
    });
  }
  const weights = above.map((logit) => Math.exp(logit - Math.max(...above)));
  return weights.map((weight) => weight / weights.reduce((a, b) => a + b, 0));
}
