// The headline work, every variant once per round; what counts is the median of same-round ratios to NumPy.
// usage: node benchmarks/headline/headline.mjs [--rounds 7] [--trials 64] [--json FILE]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { auditTable, exactBaselineBias, posBiasSeries, simulateHere } from '@dpfair/fairness';
import { laplaceMechanism } from '@dpfair/mechanisms';
import { laplace, parseSeed } from '@dpfair/stats';
import { startPythonPeer } from '../python-peer.mjs';
import { headlineDistricts } from './districts.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    trials: { type: 'string', default: '64' },
    json: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const trials = Number(values.trials);
const epsilons = [0.1, 0.01, 0.001];
const table = headlineDistricts();
const counts = table.counts.count;
const weights = table.fixed.weight;
const n = counts.length;

const cells = epsilons.flatMap((epsilon) =>
  ['baseline', 'pos'].map((post) => ({ decision: 'allotment', post, noise: { kind: 'laplace', spread: 1 / epsilon } })),
);
const simulate = (controlVariates) => (seed) =>
  simulateHere({
    input: { counts: { count: counts }, fixed: { weight: weights } },
    cells,
    controlVariates,
    seed: parseSeed(seed),
    firstTrial: 0,
    trials,
    shards: 1,
  });
const timed = (work) => async (seed) => {
  const started = performance.now();
  await work(seed);
  return performance.now() - started;
};

const peer = await startPythonPeer(new URL('peer.py', import.meta.url), {
  setting: { counts: [...counts], weights: [...weights], epsilons },
});
const variants = {
  ...(peer === null ? {} : { numpy: async (seed) => (await peer.ask({ trials, seed })).ms }),
  'plain Monte Carlo': timed(simulate(false)),
  'Monte Carlo with control variates': timed(simulate(true)),
  'exact baseline, three epsilons': timed(() => {
    for (const epsilon of epsilons) exactBaselineBias({ counts, weights, noise: laplace(1 / epsilon) });
  }),
  'PoS series, three epsilons': timed(() => {
    for (const epsilon of epsilons) posBiasSeries(counts, weights, laplace(1 / epsilon));
  }),
  'whole audit, exact and series': timed((seed) =>
    auditTable({
      table,
      decision: 'allotment',
      mechanisms: epsilons.map((epsilon) => laplaceMechanism({ epsilon })),
      posts: ['baseline', 'pos'],
      seed: parseSeed(seed),
    }),
  ),
};

/** Work per run in units of entity x trial x epsilon; the analytic variants replace 200,000 trials. */
const HEADLINE_TRIALS = 200_000;
const simulates = (name) => name === 'numpy' || name.includes('Monte Carlo');
const units = (name) => n * epsilons.length * (simulates(name) ? trials : HEADLINE_TRIALS);

const times = Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
for (const run of Object.values(variants)) for (let warm = 0; warm < 2; warm++) await run(warm);
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(variants)) times[name].push(await run(round + 100));
}
peer?.stop();

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const rows = Object.entries(times).map(([variant, list]) => ({
  variant,
  'ms (median)': Number(median(list).toFixed(1)),
  'ns per unit': Number(((median(list) * 1e6) / units(variant)).toPrecision(3)),
  'times NumPy, same work': peer
    ? Number(median(list.map((ms, k) => times.numpy[k] / units('numpy') / (ms / units(variant)))).toPrecision(3))
    : 'NumPy is missing',
}));
console.log(
  `${cpus()[0]?.model}, Node ${process.version}, ${peer ? `NumPy ${peer.versions.numpy}` : 'NumPy is missing'}`,
);
console.log(
  `${n} entities, ${epsilons.length} epsilons, baseline and PoS; ${trials} trials a run, ${rounds} rounds, one thread`,
);
console.table(rows);
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ n, trials, rounds, epsilons, times, rows }, null, 2)}\n`);
