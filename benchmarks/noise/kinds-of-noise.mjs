// What each kind of noise costs: a draw of a simulation, the exact baseline, and the exact probability of a rule. Every kind once a round.
//   node benchmarks/noise/kinds-of-noise.mjs [--rounds 7] [--json FILE]
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { auditTable, exactBaselineBias } from '@dpfair/fairness';
import { noiseKinds } from '@dpfair/mechanisms';
import { parseSeed } from '@dpfair/stats';
import { headlineDistricts } from '../headline/districts.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' } } });
const kinds = Object.values(noiseKinds);
const seed = parseSeed(7);
const districts = headlineDistricts();
const draws = 1 << 17;
const [unit, counts, noisy] = [new Float64Array(draws), new Float64Array(draws).fill(100), new Float64Array(draws)];

const pairs = 10_000;
const column = (of) => Float64Array.from({ length: pairs }, (_, i) => Math.round(of(i)));
const citizens = column((i) => 200 + ((i * 7919) % 40_000));
const LEP = column((i) => citizens[i] * (0.03 + 0.0004 * ((i * 31) % 100)));
const ids = Array.from(citizens, (_, i) => String(i));
const jurisdictions = {
  id: ids,
  name: ids,
  group: null,
  counts: { citizens, LEP, illiterate: LEP.map((x) => Math.round(0.02 * x)) },
  fixed: {},
};
const rule = '(LEP > 0.05 * citizens or LEP > 10000) and illiterate > 0.0131 * LEP';

/** Name, unit, what one time is divided by, and the work for a kind of noise. */
const tasks = [
  [
    'draw of a simulation, spread 10',
    'ns',
    1e6 / draws,
    ({ fillUnit, addNoise }) => {
      fillUnit(unit, seed, 'noise', 1);
      addNoise(10)(counts, unit, noisy);
    },
  ],
  ...[10, 1000].map((spread) => [
    `exact baseline, 16,441 districts, spread ${spread}`,
    'ms',
    1,
    ({ distribution }) =>
      exactBaselineBias({
        counts: districts.counts.count,
        weights: districts.fixed.weight,
        noise: distribution(spread),
      }),
  ]),
  ...[1, 10].map((spread) => [
    `exact rule, 10,000 jurisdictions, spread ${spread}`,
    'ms',
    1,
    ({ ofSpread }) =>
      auditTable({
        table: jurisdictions,
        decision: 'threshold',
        parameters: { rule },
        mechanisms: [ofSpread(spread, undefined, {})],
        posts: ['clip'],
        method: 'exact',
        seed,
      }),
  ]),
];

const times = tasks.map(() => kinds.map(() => []));
for (let round = -1; round < Number(values.rounds); round++) {
  for (const [k, [, , factor, work]] of tasks.entries()) {
    for (const [j, kind] of kinds.entries()) {
      const start = performance.now();
      await work(kind);
      if (round >= 0) times[k][j].push((performance.now() - start) * factor);
    }
  }
}

const median = (list) => [...list].sort((a, b) => a - b)[list.length >> 1];
console.log(`${cpus()[0]?.model}, Node ${process.version}, one thread, median of ${values.rounds} rounds`);
console.log(['', ...kinds.map(({ kind }) => kind.padStart(18))].join('').padStart(120));
for (const [k, [name, unitName]] of tasks.entries()) {
  const cells = kinds.map((_, j) =>
    `${median(times[k][j]).toFixed(unitName === 'ns' ? 1 : 0)} ${unitName}`.padStart(18),
  );
  console.log(`${name.padEnd(48)}${cells.join('')}`);
}
if (values.json !== undefined) {
  writeFileSync(
    values.json,
    JSON.stringify({ kinds: kinds.map(({ kind }) => kind), tasks: tasks.map(([name]) => name), times }),
  );
}
