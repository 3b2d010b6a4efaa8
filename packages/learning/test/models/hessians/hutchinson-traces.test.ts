import { openStream, parseSeed, type RandomStream } from '@dpfair/stats';
import { meanCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { describe, expect, it } from 'vitest';
import { denseHessian, describeModel, type HutchinsonTraces, hutchinsonTraces, makeModel } from '../../../src/index.js';
import { allRows, madeExamples, madeVector } from '../made-examples.js';

const description = describeModel({ kind: 'network', inputs: 2, classes: 2, hidden: [2], activation: 'tanh' });
const model = makeModel(description);
const size = model.parameterCount;
const examples = madeExamples(description, 5);
const rows = allRows(examples);
const parameters = madeVector(size, 2);

const run = (stream: RandomStream): HutchinsonTraces => hutchinsonTraces(model, parameters, examples, rows, 2, stream);

/** `v' H v` for every one of the sign vectors, by the dense Hessian of the mean over the rows with weights that are not 0. */
function everyValue(weights: Float64Array): Float64Array {
  const hessian = denseHessian(model, parameters, examples, rows, weights);
  return Float64Array.from({ length: 2 ** size }, (_, signs) => {
    const sign = (k: number) => ((signs >> k) & 1 ? 1 : -1);
    let value = 0;
    hessian.forEach((entry, place) => {
      value += entry * sign(Math.floor(place / size)) * sign(place % size);
    });
    return value;
  });
}

/** Mean, variance and skewness of equally likely values. */
function momentsOf(values: Float64Array) {
  const average = (power: number, around: number) =>
    values.reduce((sum, value) => sum + (value - around) ** power, 0) / values.length;
  const mean = average(1, 0);
  const variance = average(2, mean);
  return { mean, variance, skewness: average(3, mean) / variance ** 1.5 };
}

const ofAll = everyValue(new Float64Array(5).fill(0.2));
const ofOdd = everyValue(Float64Array.of(0, 0.5, 0, 0.5, 0));

/** The squared error of two probes is a quarter of their squared difference. */
const ofSquaredError = Float64Array.from([...ofAll].flatMap((x) => Array.from(ofAll, (y) => (x - y) ** 2 / 4)));
const [all, odd, squaredError] = [ofAll, ofOdd, ofSquaredError].map(momentsOf) as [
  ReturnType<typeof momentsOf>,
  ReturnType<typeof momentsOf>,
  ReturnType<typeof momentsOf>,
];

statisticalTest({
  id: 'learning/hutchinson-traces',
  subject: run,
  mutants: {
    'signs that are positive 7 times in 10': (stream) =>
      run({ ...stream, nextUint32: () => (stream.nextUniform() < 0.7 ? 1 : 0) }),
    'a trace 40 % too large': (stream) => {
      const right = run(stream);
      return { ...right, all: { ...right.all, mean: (right.all.mean as number) * 1.4 } };
    },
    'an error without its correction for two probes': (stream) => {
      const right = run(stream);
      return { ...right, all: { ...right.all, standardError: (right.all.standardError as number) * Math.SQRT1_2 } };
    },
    'the mean of all in place of that of a group': (stream) => {
      const right = run(stream);
      return { ...right, groups: [right.all, right.all] };
    },
  },
  check: (estimate, seed, falseAlarm) => {
    const made = Array.from({ length: 6_000 }, (_, block) => estimate(openStream(parseSeed(seed), 'test', block)));
    const ofMean = ({ mean, variance, skewness }: typeof all) => ({
      mean,
      variance: variance / 2,
      skewness: skewness * Math.SQRT1_2,
      falseAlarm: falseAlarm / 3,
    });
    return [
      meanCheck(
        made.map((estimates) => estimates.all.mean as number),
        ofMean(all),
      ),
      meanCheck(
        made.map(({ groups }) => groups[1]?.mean as number),
        ofMean(odd),
      ),
      meanCheck(
        made.map((estimates) => (estimates.all.standardError as number) ** 2),
        { ...squaredError, falseAlarm: falseAlarm / 3 },
      ),
    ];
  },
});

describe('traces by random signs', () => {
  const found = hutchinsonTraces(model, parameters, examples, rows, 40, openStream(parseSeed(1), 'test', 0));

  it('of groups and of all are the means of those of their examples', () => {
    const mean = (which: readonly number[]) =>
      which.reduce((sum, row) => sum + (found.traces[row] as number), 0) / which.length;
    expect(found.groups.map((group) => group.examples)).toEqual([3, 2]);
    expect(found.groups[0]?.mean).toBeCloseTo(mean([0, 2, 4]), 13);
    expect(found.groups[1]?.mean).toBeCloseTo(mean([1, 3]), 13);
    expect(found.all.mean).toBeCloseTo(mean([0, 1, 2, 3, 4]), 13);
  });

  it('are exact, with no error, where the Hessian is diagonal', () => {
    const linear = makeModel(describeModel({ kind: 'linear', inputs: 3, classes: 0 }));
    const zeros = { ...madeExamples(linear.description, 2), features: new Float64Array(6) };
    const stream = openStream(parseSeed(1), 'test', 0);
    const { traces, standardErrors } = hutchinsonTraces(linear, madeVector(4, 1), zeros, allRows(zeros), 5, stream);
    expect([...traces]).toEqual([1, 1]);
    expect([...standardErrors]).toEqual([0, 0]);
  });

  it('are null for a group without examples', () => {
    const stream = openStream(parseSeed(1), 'test', 0);
    const { groups } = hutchinsonTraces(model, parameters, examples, Int32Array.of(1, 3), 2, stream);
    expect(groups[0]).toEqual({ examples: 0, mean: null, standardError: null });
    expect(groups[1]?.mean).not.toBeNull();
  });

  it('need two probes for an error', () => {
    const stream = openStream(parseSeed(1), 'test', 0);
    expect(() => hutchinsonTraces(model, parameters, examples, rows, 1, stream)).toThrow(
      'probes: 1 (allowed: an integer >= 2)',
    );
  });
});
