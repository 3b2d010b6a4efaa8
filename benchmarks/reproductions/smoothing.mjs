// What "Individual Fairness Revisited" (2020) finds in its Figure 1, on Adult: networks smoothed under six metrics beside a logistic model.
// usage: node benchmarks/reproductions/smoothing.mjs FOLDER [--out FOLDER] [--constants .5,1,2,5] [--norms 1,2,infinity] [--rows 4000] [--draws 500]
//   [--repetitions 2] [--epochs 10] [--seed 1] [--threads 2]
// FOLDER holds adult.data and adult.test as they are downloaded; --out is where smoothing.json and smoothing.svg go.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { prepareExamples, readTable } from '@dpfair/data';
import { runTask } from '@dpfair/engine';
import { excessFor, logisticWeights, samplingDelta } from '@dpfair/individual';
import { describeModel, makeModel, minimize, pickExamples } from '@dpfair/learning';
import { smoothingSvg } from './smoothing/figure.mjs';
import { measured, overRuns, varianceBetweenTrainings } from './smoothing/statistics.mjs';
import { experimentTask } from './smoothing/task.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string' },
    constants: { type: 'string', default: '0.5,1,2,5' },
    norms: { type: 'string', default: '1,2,infinity' },
    rows: { type: 'string', default: '4000' },
    draws: { type: 'string', default: '500' },
    repetitions: { type: 'string', default: '2' },
    epochs: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    threads: { type: 'string', default: '2' },
  },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('usage: node benchmarks/reproductions/smoothing.mjs FOLDER (with adult.data and adult.test)');
  process.exit(2);
}
const draws = Number(values.draws);
const repetitions = Number(values.repetitions);
const norms = values.norms.split(',').map((word) => (word === 'infinity' ? Number.POSITIVE_INFINITY : Number(word)));
const noises = ['gaussian', 'laplace'];
const notUsed = 'workclass,fnlwgt,education,marital-status,occupation,relationship,race,sex,native-country'.split(',');

const read = (file) => readTable(readFileSync(join(folder, file)), { file });
const { training, test } = prepareExamples(read('adult.data'), { drop: notUsed, test: read('adult.test') });
const count = Math.min(test.rows, Number(values.rows));
const people = pickExamples(
  test,
  Int32Array.from({ length: count }, (_, k) => Math.floor((k * test.rows) / count)),
);

// The logistic model by Newton's method, without regularization.
const logistic = makeModel(describeModel({ kind: 'logistic', inputs: training.featureNames.length, classes: 2 }));
const { parameters } = minimize(logistic, training, { regularization: 0 });
const sizes = Array.from(parameters.subarray(0, training.featureNames.length), Math.abs);
const meanSize = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
const pass = logistic.open(count);
pass.run(
  parameters,
  people,
  Int32Array.from({ length: count }, (_, row) => row),
  0,
  count,
  'forward',
);
const ofLogistic = { right: new Float64Array(count), hits: new Float64Array(count) };
for (let row = 0; row < count; row++) {
  const p = pass.outputs[row];
  ofLogistic.right[row] = people.target[row] === 1 ? p : 1 - p;
  ofLogistic.hits[row] = Number(p >= 0.5 === (people.target[row] === 1));
}

const setting = (kind, norm, mean, trainedWithNoise = true) => ({
  under: { kind, metric: logisticWeights(norm, parameters, training.featureNames, { mean }), held: new Map() },
  trainedWithNoise,
  kind,
  norm,
  constant: mean,
});
const constants = values.constants.split(',').map(Number);
const settings = [
  { under: null, trainedWithNoise: false },
  ...norms.flatMap((norm) => noises.flatMap((kind) => constants.map((mean) => setting(kind, norm, mean)))),
  // The smallest L1 metric under which the probabilities of the logistic model are fair themselves: its coefficients over 4.
  ...noises.map((kind) => ({ ...setting(kind, 1, meanSize / 4), ofLogistic: true })),
  ...norms.flatMap((norm) => noises.map((kind) => setting(kind, norm, 1, false))),
];
const begun = performance.now();
const { output } = await runTask(
  experimentTask,
  {
    seed: values.seed,
    settings: settings.map(({ under, trainedWithNoise }) => ({ under, trainedWithNoise })),
    repetitions,
    training,
    people,
    draws,
    epochs: Number(values.epochs),
    batch: 256,
    learningRate: 1e-3,
  },
  {
    worker: new URL('./smoothing/worker.mjs', import.meta.url),
    taskName: 'experiment',
    threads: Number(values.threads),
    onProgress: (done, total) => {
      process.stderr.write(`\r${done} of ${total} networks `);
    },
  },
);
const minutes = (performance.now() - begun) / 60_000;

const runsOf = (key) => settings.map((_, k) => output.filter(({ setting }) => setting === k).map((run) => run[key]));
const [hitRuns, rightRuns] = [runsOf('hits'), runsOf('right')];
const betweenTrainings = {
  accuracy: varianceBetweenTrainings(hitRuns),
  confidence: varianceBetweenTrainings(rightRuns),
};
const hits = hitRuns.map(overRuns);
const right = rightRuns.map(overRuns);
const differences = (a, b) => a.map((value, row) => value - b[row]);
const varianceOf = (key, trained) => (trained * betweenTrainings[key]) / repetitions;
const results = settings.map(({ under: _, ...about }, k) => ({
  ...about,
  norm: about.norm === Number.POSITIVE_INFINITY ? '∞' : about.norm,
  accuracy: measured(hits[k], varianceOf('accuracy', 1)),
  confidence: measured(right[k], varianceOf('confidence', 1)),
  overLogistic: {
    accuracy: measured(differences(hits[k], ofLogistic.hits), varianceOf('accuracy', 1)),
    confidence: measured(differences(right[k], ofLogistic.right), varianceOf('confidence', 1)),
  },
  overUnsmoothed: { accuracy: measured(differences(hits[k], hits[0]), varianceOf('accuracy', k === 0 ? 0 : 2)) },
}));
const pairs = settings.flatMap((one, k) => {
  const other = settings.findIndex(
    ({ kind, norm, constant, trainedWithNoise }) =>
      kind === 'laplace' && norm === one.norm && constant === one.constant && trainedWithNoise === one.trainedWithNoise,
  );
  if (one.kind !== 'gaussian') return [];
  const { norm, constant, trainedWithNoise } = results[k];
  return {
    norm,
    constant,
    trainedWithNoise,
    accuracy: measured(differences(hits[k], hits[other]), varianceOf('accuracy', 2)),
    confidence: measured(differences(right[k], right[other]), varianceOf('confidence', 2)),
  };
});
const epsilon = excessFor(draws, 1.8e-4);
const summary = {
  rows: { training: training.rows, test: count },
  draws,
  repetitions,
  epochs: Number(values.epochs),
  seed: values.seed,
  guarantee: { epsilon, delta: samplingDelta(draws, epsilon) },
  columns: training.featureNames,
  coefficients: [...parameters],
  meanCoefficient: meanSize,
  standardDeviationBetweenTrainings: {
    accuracy: Math.sqrt(betweenTrainings.accuracy),
    confidence: Math.sqrt(betweenTrainings.confidence),
  },
  logistic: { accuracy: measured(ofLogistic.hits, 0), confidence: measured(ofLogistic.right, 0) },
  settings: results,
  gaussianOverLaplace: pairs,
};

const shown = ({ estimate, lower, upper }) =>
  `${estimate.toFixed(3)} (${lower.toFixed(3)} to ${upper.toFixed(3)})`.replaceAll(/(-?)0\./g, '$1.');
const table = (title, head, rows) => {
  console.log(`\n${title}\n\n| ${head.join(' | ')} |\n|${head.map(() => '---').join('|')}|`);
  for (const row of rows) console.log(`| ${row.join(' | ')} |`);
};
console.log(
  `${training.rows} training rows, ${count} of ${test.rows} test rows, ${draws} draws for each, ${repetitions} trainings of ${values.epochs} epochs, ` +
    `${minutes.toFixed(1)} minutes\nTV <= D + ${epsilon.toFixed(4)} but with probability ${summary.guarantee.delta.toExponential(1)}` +
    `\ncoefficients ${[...parameters].map((value) => value.toFixed(3)).join(' ')}; weights of mean 1: coefficients times ${(1 / meanSize).toFixed(3)}` +
    (repetitions === 1
      ? '\none training each: what a training adds is not in the intervals'
      : `\nstandard deviation between trainings: accuracy ${summary.standardDeviationBetweenTrainings.accuracy.toFixed(4)}, ` +
        `mean confidence ${summary.standardDeviationBetweenTrainings.confidence.toFixed(4)}`),
);
const nameOf = ({ kind, norm, constant, trainedWithNoise }) =>
  kind === undefined
    ? ['network, not smoothed', '', '', '']
    : [kind, `L${norm}`, String(Number(constant.toFixed(3))), trainedWithNoise ? 'noise' : 'no noise'];
table(
  'Accuracy and mean confidence',
  [
    'model',
    'norm',
    'mean weight',
    'trained with',
    'accuracy',
    'mean confidence',
    'accuracy, less the logistic model',
    'confidence, less the logistic model',
  ],
  [
    ['logistic', '', '', '', shown(summary.logistic.accuracy), shown(summary.logistic.confidence), '', ''],
    ...results.map((one) => [
      ...nameOf(one),
      shown(one.accuracy),
      shown(one.confidence),
      shown(one.overLogistic.accuracy),
      shown(one.overLogistic.confidence),
    ]),
  ],
);
table(
  'Gaussian less Laplace noise',
  ['norm', 'mean weight', 'trained with', 'accuracy', 'mean confidence'],
  pairs.map((one) => [...nameOf({ ...one, kind: '' }).slice(1), shown(one.accuracy), shown(one.confidence)]),
);
if (values.out !== undefined) {
  writeFileSync(join(values.out, 'smoothing.json'), `${JSON.stringify(summary, null, 2)}\n`);
  const compared = pairs.filter((one) => one.trainedWithNoise && constants.includes(one.constant));
  const clear = compared.filter((one) => one.confidence.lower > 0).length;
  const svg = await smoothingSvg({
    title: `Gaussian noise leaves clearly more confidence than Laplace noise under ${clear} of ${compared.length} metrics`,
    smoothed: results.filter((one) => one.kind !== undefined && one.trainedWithNoise && one.ofLogistic === undefined),
    lines: [
      { name: 'logistic', ...estimates(summary.logistic) },
      { name: 'network', ...estimates(results[0]) },
    ],
  });
  writeFileSync(join(values.out, 'smoothing.svg'), svg);
}

function estimates({ accuracy, confidence }) {
  return { accuracy: accuracy.estimate, confidence: confidence.estimate };
}
