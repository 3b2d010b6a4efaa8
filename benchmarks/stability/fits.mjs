// Fits of stable and fair programs on a training sample of Adult, on one thread, beside scikit-learn's logistic regression. Each variant once a round.
//   node benchmarks/stability/fits.mjs FOLDER [--rounds 7] [--json FILE]
// FOLDER holds adult.data and adult.test as they are downloaded.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appendRows, prepareExamples, readAnyTable } from '@dpfair/data';
import { drawTraining, fitStableFair, pickRows, presets, scaleColumns, splitRows } from '@dpfair/stability';
import { parseSeed } from '@dpfair/stats';
import { startPythonPeer } from '../python-peer.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' } },
});
const [folder] = positionals;
if (folder === undefined) {
  console.error('usage: node benchmarks/stability/fits.mjs FOLDER (with adult.data and adult.test)');
  process.exit(2);
}
const rounds = Number(values.rounds);
const training = await trainingSample();
const width = training.columns.length;
const { programs } = presets.paper;
const plain = { ...programs.zvrg, fairness: { kind: 'none' } };
const variants = Object.fromEntries(
  [0, 0.01].flatMap((stabilityWeight) =>
    Object.entries({ plain, ...programs }).map(([name, program]) => [
      `${name}, lambda ${stabilityWeight}`,
      () => fitStableFair(training, { ...program, stabilityWeight }),
    ]),
  ),
);

const place = mkdtempSync(join(tmpdir(), 'dpfair-fits-'));
const file = join(place, 'rows.f64');
const rows = new Float64Array(training.rows * (width + 1)).fill(1);
for (let row = 0; row < training.rows; row++)
  rows.set(training.features.subarray(row * width, (row + 1) * width), row * (width + 1));
writeFileSync(file, new Uint8Array(rows.buffer));
const peer = await startPythonPeer(new URL('peer.py', import.meta.url), {
  setting: { file, labels: [...training.labels] },
});
rmSync(place, { recursive: true });

const times = {};
const found = {};
const keep = (name, ms, result) => {
  times[name] = [...(times[name] ?? []), ms];
  found[name] = result;
};
for (let round = -1; round < rounds; round++) {
  for (const [name, run] of Object.entries(variants)) {
    const start = performance.now();
    const { objective, gradientNorm, iterations } = run();
    const ms = performance.now() - start;
    if (round >= 0) keep(name, ms, { objective, gradient: gradientNorm, steps: iterations });
  }
  for (const weight of peer === null ? [] : [0, 0.01]) {
    const answer = await peer.ask({ weight, tolerance: 1e-7 });
    if (answer !== null && round >= 0) keep(`scikit-learn, lambda ${weight}`, answer.ms, answer);
  }
}
peer?.stop();

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
const versions = peer === null ? 'scikit-learn: not on this machine' : `scikit-learn ${peer.versions.sklearn}`;
console.log(`${cpus()[0]?.model}, Node ${process.version}, one thread, ${rounds} rounds; ${versions}`);
console.log(`${training.rows} rows, ${width} columns, all standardised`);
for (const [name, list] of Object.entries(times)) {
  const theirs = times[`scikit-learn, ${name.split(', ')[1]}`];
  const ratio =
    theirs === undefined ? '' : `x ${median(list.map((ms, k) => ms / theirs[k])).toFixed(2)} of scikit-learn`;
  const { objective, gradient, steps } = found[name];
  console.log(
    `  ${name.padEnd(26)} ${median(list).toFixed(0).padStart(6)} ms, ${steps} steps, objective ${objective.toFixed(10)}, gradient ${gradient.toExponential(1)}   ${ratio}`,
  );
}
if (values.json) writeFileSync(values.json, `${JSON.stringify(times, null, 2)}\n`);

/** A training sample of the paper's setting: three quarters of four fifths of the complete rows, columns standardised. */
async function trainingSample() {
  const tables = ['adult.data', 'adult.test'].map((name) =>
    readAnyTable(readFileSync(join(folder, name)), { file: name, format: 'adult' }),
  );
  const { training: all } = prepareExamples(appendRows(await Promise.all(tables)), {
    ...{ label: 'income', task: 'classes', positive: '>50K', group: 'sex', drop: ['fnlwgt'] },
    ...{ missing: 'drop', scale: 'none', testShare: 0 },
  });
  const set = {
    rows: all.rows,
    columns: all.featureNames,
    features: all.features,
    labels: Int8Array.from(all.target, (target) => (target === 1 ? 1 : -1)),
    groups: [{ name: 'sex', values: all.groupNames, of: all.group }],
  };
  const seed = parseSeed(1);
  const { pool } = splitRows(set.rows, 0.2, seed);
  const scaled = scaleColumns(
    set,
    pool,
    set.columns.map(() => true),
  );
  return pickRows(scaled, drawTraining(pool, 0.75, seed, 0));
}
