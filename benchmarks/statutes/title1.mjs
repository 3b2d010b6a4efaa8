// Title I on 13,163 generated districts: milliseconds of one core a trial, every variant once per round; beside it a plain allotment.
// usage: node benchmarks/statutes/title1.mjs [--rounds 7] [--trials 64] [--json FILE]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { generateDistricts, toCountTable } from '@dpfair/data';
import { simulateHere } from '@dpfair/fairness';
import { parseSeed } from '@dpfair/stats';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    trials: { type: 'string', default: '64' },
    json: { type: 'string' },
  },
});
const rounds = Number(values.rounds);
const trials = Number(values.trials);
const { table } = toCountTable(generateDistricts({ rows: 13_163, seed: 2021 }), {
  roles: { count: 'poor', expenditure: 'weight' },
  counts: ['count'],
  fixed: ['children', 'expenditure'],
  labels: ['state'],
});
const input = { counts: table.counts, fixed: table.fixed, labels: table.labels };
const noise = { kind: 'laplace', spread: 10 };

const simulate = (cell, controlVariates) => {
  // One object for all rounds: what is prepared for a simulation is kept with it.
  const simulation = {
    input,
    cells: [{ ...cell, noise }],
    controlVariates,
    seed: parseSeed(1),
    firstTrial: 0,
    trials,
    shards: 1,
  };
  return () => simulateHere(simulation);
};
const title1 = (clauses = {}, grants) => ({
  decision: 'title1',
  parameters: { clauses, ...(grants === undefined ? {} : { grants }) },
  post: 'clip',
});
const variants = {
  'allotment, baseline': simulate({ decision: 'allotment', post: 'baseline' }, false),
  'four grants': simulate(title1(), false),
  'four grants, control variate': simulate(title1(), true),
  'without hold-harmless': simulate(title1({ 'hold-harmless': false }), false),
  'without cents': simulate(title1({ cents: false }), false),
  'basic grants alone': simulate(title1({}, ['basic']), false),
};

const cpuMilliseconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const times = Object.fromEntries(Object.keys(variants).map((name) => [name, []]));
for (const run of Object.values(variants)) for (let warm = 0; warm < 2; warm++) run();
for (let round = 0; round < rounds; round++) {
  for (const [name, run] of Object.entries(variants)) {
    const started = cpuMilliseconds();
    run();
    times[name].push((cpuMilliseconds() - started) / trials);
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const reference = times['allotment, baseline'];
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`);
console.log(`${table.id.length} districts, ${trials} trials a round, ${rounds} rounds, one thread, noise included\n`);
console.log('variant                          ms a trial  seconds for 10,000   times the allotment');
for (const [name, list] of Object.entries(times)) {
  const ratio = median(list.map((time, round) => time / reference[round]));
  const cells = [
    median(list).toFixed(2).padStart(10),
    (10 * median(list)).toFixed(0).padStart(18),
    ratio.toFixed(1).padStart(20),
  ];
  console.log(`${name.padEnd(32)}${cells.join('  ')}`);
}
if (values.json !== undefined) writeFileSync(values.json, `${JSON.stringify({ rounds, trials, times }, null, 2)}\n`);
