// Private training on 30,162 x 104 rows, batches of 256, one thread, beside NumPy and Opacus, and what it costs to follow it. Each variant once a round.
//   node benchmarks/learning/training.mjs [--rounds 7] [--json FILE]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { descend, describeModel, makeModel, pathRecorder, trackedRows } from '@dpfair/learning';
import { openStream, parseSeed } from '@dpfair/stats';
import { startPythonPeer } from '../python-peer.mjs';
import { madeRows } from './rows.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' } } });
const rounds = Number(values.rounds);
const examples = madeRows();
const seed = parseSeed(3);
const inputs = examples.featureNames.length;
const tasks = [
  {
    name: 'logistic',
    steps: 2360,
    most: 2000,
    model: makeModel(describeModel({ kind: 'logistic', inputs, classes: 2 })),
  },
  {
    name: 'network',
    steps: 590,
    most: 500,
    model: makeModel(describeModel({ kind: 'network', inputs, classes: 2, hidden: [128] })),
  },
];

/** Rows and steps are tracked as `dpfair train` does unless told otherwise. */
function train({ model, steps, most }, tracked) {
  const options = { seed, every: 50, batchProbes: 2, plainDescent: true };
  const trackers = tracked ? [pathRecorder(model, examples, trackedRows(examples, most, seed), options)] : [];
  const plan = {
    steps,
    stepsPerEpoch: 118,
    samplingRate: 256 / examples.rows,
    learningRate: 0.5,
    optimizer: 'sgd',
    regularization: 0,
    privacy: { clipping: { rule: 'flat', bound: 1 }, noiseMultiplier: 1 },
    seed,
    repetition: 0,
  };
  const start = performance.now();
  descend(model, examples, model.initial(openStream(seed, 'initial', 0)), plan, { trackers });
  return performance.now() - start;
}

const startPeer = (name) => startPythonPeer(new URL('peer.py', import.meta.url), { args: [name] });
const peers = { numpy: await startPeer('numpy'), opacus: await startPeer('opacus') };
const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const results = [];
for (const task of tasks) {
  const times = { dpfair: [], tracked: [], numpy: [], opacus: [] };
  for (let round = -1; round < rounds; round++) {
    const now = { dpfair: train(task, false), tracked: train(task, true) };
    for (const [name, peer] of Object.entries(peers))
      if (peer !== null) now[name] = (await peer.ask({ model: task.name, steps: task.steps }))?.ms ?? null;
    if (round >= 0) for (const [name, ms] of Object.entries(now)) times[name].push(ms);
  }
  results.push({ ...task, model: undefined, times });
}
for (const peer of Object.values(peers)) peer?.stop();

const versions = Object.entries(peers).map(([name, peer]) =>
  peer === null ? `${name}: not on this machine` : Object.entries(peer.versions).join(', ').replaceAll(',', ' '),
);
console.log(`${cpus()[0]?.model}, Node ${process.version}, one thread, ${rounds} rounds; ${versions.join('; ')}`);
for (const { name, steps, times } of results) {
  const ratio = (of) =>
    times[of].length === 0 ? 'missing' : `x ${median(times[of].map((ms, k) => ms / times.dpfair[k])).toFixed(2)}`;
  console.log(`${name}, ${steps} steps`);
  console.log(`  dpfair            ${((1000 * median(times.dpfair)) / steps).toFixed(0)} us a step`);
  for (const of of ['tracked', 'numpy', 'opacus']) console.log(`  ${of.padEnd(17)} ${ratio(of)} of its time`);
}
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ versions, results }));
