// Smoothed probabilities of a 5-128-128-2 ReLU network on one thread: our own network, the same as an ONNX file, and NumPy in single precision. Each variant once a round.
//   node benchmarks/smoothing/smoothing.mjs [--draws 10000] [--points 20] [--rounds 7] [--json FILE]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { excessFor, gaussianSmoothing, metricFromScales, openOnnxModel, smooth, smoothUntil } from '@dpfair/individual';
import { descend, describeModel, makeModel } from '@dpfair/learning';
import { openStream, parseSeed } from '@dpfair/stats';
import { startPythonPeer } from '../python-peer.mjs';
import { onnxBytes } from './onnx-bytes.mjs';

const { values } = parseArgs({
  options: {
    draws: { type: 'string', default: '10000' },
    points: { type: 'string', default: '20' },
    rounds: { type: 'string', default: '7' },
    json: { type: 'string' },
  },
});
const [samples, count, rounds] = [values.draws, values.points, values.rounds].map(Number);
const seed = parseSeed(3);
const sizes = [5, 128, 128, 2];
const BATCH = 1024;
// Of Gaussian smoothing with scales of 1.
const spread = 1 / Math.sqrt(2 * Math.PI);
// The delta of Theorem 8 for the published 100,000 draws and epsilon .01, and the epsilon that this number of draws has with it.
const delta = 1.8159971904994343e-4;
const excess = excessFor(samples, delta);

const model = makeModel(describeModel({ kind: 'network', inputs: sizes[0], classes: 2, hidden: sizes.slice(1, -1) }));
const stream = openStream(seed, 'generator', 0);
const people = madePeople(5000);
const parameters = trainedParameters();
const layers = layersOf(parameters);
const points = people.features.slice(0, count * sizes[0]);
const smoothing = gaussianSmoothing(metricFromScales(2, new Float64Array(sizes[0]).fill(1)));

const onnx = await openOnnxModel(onnxBytes(layers), { inputs: sizes[0] });
const own = ownLabeller();
const peer = await startPythonPeer(new URL('peer.py', import.meta.url), {
  setting: { layers: layers.map(listed), points: [...points], spread },
});

const variants = {
  network: () => smooth(own, points, { smoothing, seed, samples }),
  'network, common noise': () => smooth(own, points, { smoothing, seed, samples, noise: 'common' }),
  'ONNX file': () => smooth(onnx.label, points, { smoothing, seed, samples }),
  'ONNX file, until it is sure': () => smoothUntil(onnx.label, points, { smoothing, seed, excess, delta }),
  'noise alone': () => smooth((_batch, rows) => new Uint8Array(rows), points, { smoothing, seed, samples }),
};
const times = { ...Object.fromEntries(Object.keys(variants).map((name) => [name, []])), NumPy: [] };
const found = {};
for (let round = -1; round < rounds; round++) {
  for (const [name, run] of Object.entries(variants)) {
    const start = performance.now();
    found[name] = await run();
    if (round >= 0) times[name].push(performance.now() - start);
  }
  const answer = await peer?.ask({ samples });
  if (answer && round >= 0) {
    times.NumPy.push(answer.ms);
    found.NumPy = answer;
  }
}
peer?.stop();

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const versions = peer === null ? 'NumPy: not on this machine' : `NumPy ${peer.versions.numpy}`;
console.log(`${cpus()[0]?.model}, Node ${process.version}, one thread, ${rounds} rounds; ${versions}`);
console.log(`${count} points, ${samples} draws each, epsilon ${excess.toFixed(4)} at delta ${delta.toExponential(1)}`);
for (const [name, list] of Object.entries(times)) {
  if (list.length === 0) continue;
  const perRow = (1e6 * median(list)) / (count * samples);
  const ratio =
    times.NumPy.length === 0 ? '' : `x ${median(list.map((ms, k) => ms / times.NumPy[k])).toFixed(2)} of NumPy`;
  console.log(`  ${name.padEnd(28)} ${perRow.toFixed(0).padStart(6)} ns a draw   ${ratio}`);
}
const until = found['ONNX file, until it is sure'];
const sure = found.network.probabilities.reduce((sum, p, k) => sum + (k % 2 === 0 ? Math.max(p, 1 - p) : 0), 0) / count;
console.log(`mean probability of the likelier class ${sure.toFixed(2)}`);
console.log(
  `until it is sure: ${Math.round(until.samples.reduce((a, b) => a + b, 0) / count)} draws a point on average`,
);
const off = (name) =>
  Math.max(...found.NumPy.probabilities.map((p, k) => Math.abs(p - found[name].probabilities[2 * k + 1])));
if (found.NumPy)
  console.log(`farthest from NumPy: network ${off('network').toFixed(4)}, ONNX file ${off('ONNX file').toFixed(4)}`);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ versions, samples, count, excess, times }));

/** Five numbers, and a label that mostly says whether a curve in two of them is above a line in the others. */
function madePeople(rows) {
  const features = Float64Array.from({ length: rows * sizes[0] }, () => stream.nextGaussian());
  const target = Float64Array.from({ length: rows }, (_, row) => {
    const [a, b, c, d] = features.subarray(sizes[0] * row, sizes[0] * (row + 1));
    return Number(a * a + b - c - 1 + 0.3 * d + 0.5 * stream.nextGaussian() > 0);
  });
  const names = { featureNames: ['a', 'b', 'c', 'd', 'e'], classNames: ['no', 'yes'], groupNames: ['all'] };
  return { rows, features, target, group: new Int32Array(rows), ...names };
}

/** Trained with the noise of the smoothing added to its rows, as the paper does. */
function trainedParameters() {
  const noisy = people.features.map((value) => value + spread * stream.nextGaussian());
  const plan = {
    steps: 400,
    stepsPerEpoch: 20,
    samplingRate: 0.05,
    learningRate: 0.1,
    optimizer: 'sgd',
    regularization: 0,
    privacy: null,
    seed,
    repetition: 0,
  };
  return descend(model, { ...people, features: noisy }, model.initial(openStream(seed, 'initial', 0)), plan).parameters;
}

/** Weights inputs x outputs of each layer; of one logistic output, the two logits 0 and it. */
function layersOf(flat) {
  let at = 0;
  const widths = [...sizes.slice(0, -1), model.description.outputs];
  const found = [];
  for (let k = 1; k < widths.length; k++) {
    const [inputs, outputs] = [widths[k - 1], widths[k]];
    const weights = flat.slice(at, at + inputs * outputs);
    at += inputs * outputs;
    found.push({ weights, biases: flat.slice(at, at + outputs), inputs, outputs });
    at += outputs;
  }
  const last = found.at(-1);
  if (last.outputs === 1) {
    const weights = Float64Array.from({ length: 2 * last.inputs }, (_, k) => (k % 2 === 1 ? last.weights[k >> 1] : 0));
    found[found.length - 1] = { weights, biases: Float64Array.of(0, last.biases[0]), inputs: last.inputs, outputs: 2 };
  }
  return found;
}

function listed({ weights, biases, inputs }) {
  return { weights: [...weights], biases: [...biases], inputs };
}

/** Our own network as a classifier, as `dpfair smooth` asks it. */
function ownLabeller() {
  const pass = model.open(BATCH);
  const rows = Int32Array.from({ length: BATCH }, (_, row) => row);
  const target = new Float64Array(BATCH);
  const labels = new Uint8Array(BATCH);
  const names = { featureNames: new Array(sizes[0]).fill(''), classNames: ['0', '1'], groupNames: [] };
  return (batch, asked) => {
    const examples = { rows: asked, features: batch, target, group: new Int32Array(0), ...names };
    pass.run(parameters, examples, rows, 0, asked, 'forward');
    for (let row = 0; row < asked; row++) labels[row] = pass.outputs[row] >= 0.5 ? 1 : 0;
    return labels.subarray(0, asked);
  };
}
