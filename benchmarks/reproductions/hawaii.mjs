// The plain estimator of alpha on Hawaii's counties: how far its own noise carries it.
// usage: node benchmarks/reproductions/hawaii.mjs [--replications 24] [--trials 1000000] [--svg FILE]
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readTable, toCountTable } from '@dpfair/data';
import { auditTable, simulateHere } from '@dpfair/fairness';
import { gaussianMechanism, laplaceMechanism } from '@dpfair/mechanisms';
import { parseSeed } from '@dpfair/stats';
import { histogramSvg } from './histogram-svg.mjs';

const { values } = parseArgs({
  options: {
    replications: { type: 'string', default: '24' },
    trials: { type: 'string', default: '1000000' },
    svg: { type: 'string' },
  },
});
const trials = Number(values.trials);
const file = new URL('../../fixtures/hawaii.csv', import.meta.url);
const { table } = toCountTable(readTable(readFileSync(file), { file: 'hawaii.csv' }), {
  roles: {},
  counts: ['count'],
  fixed: [],
});

const panels = [];
for (const { mechanism, published } of [
  { mechanism: laplaceMechanism({ scale: 10 }), published: 0.0245 },
  { mechanism: gaussianMechanism({ sigma: 25 }), published: 0.091 },
]) {
  const request = { table, decision: 'identity', mechanisms: [mechanism], posts: ['simplex'], seed: parseSeed(1) };
  const series = (await auditTable(request)).cells[0].alpha.estimate;
  const controlled = (await auditTable({ ...request, method: 'montecarlo', trials })).cells[0].alpha;
  const noise = { kind: mechanism.kind, spread: mechanism.scale ?? mechanism.sigma };
  const raw = Array.from({ length: Number(values.replications) }, (_, k) => {
    const { parts } = simulateHere({
      input: { counts: table.counts, fixed: {} },
      cells: [{ decision: 'identity', post: 'simplex', noise }],
      controlVariates: false,
      seed: parseSeed(1000 + k),
      firstTrial: 0,
      trials,
      shards: 1,
    });
    return Math.max(...parts[0][0]) - Math.min(...parts[0][0]);
  }).sort((a, b) => a - b);
  const mean = raw.reduce((a, b) => a + b) / raw.length;
  const deviation = Math.sqrt(raw.reduce((sum, v) => sum + (v - mean) ** 2, 0) / (raw.length - 1));
  console.log(`\n${mechanism.kind}, ${noise.kind === 'laplace' ? 'scale' : 'sigma'} ${noise.spread}, ${trials} trials`);
  console.table({
    'alpha, separate crossings': series.toPrecision(4),
    'alpha, control variates': `${controlled.estimate.toPrecision(3)} (${controlled.lower.toPrecision(3)} to ${controlled.upper.toPrecision(3)})`,
    'plain estimator, mean': mean.toPrecision(3),
    'plain estimator, standard deviation': deviation.toPrecision(3),
    'plain estimator, range': `${raw[0].toPrecision(3)} to ${raw.at(-1).toPrecision(3)}`,
    'published value': published,
    'published, in standard deviations from the plain mean': ((published - mean) / deviation).toFixed(1),
  });
  panels.push({
    title: noise.kind === 'laplace' ? 'Laplace noise, scale 10' : 'Gaussian noise, standard deviation 25',
    raw,
    truth: series,
    published,
  });
}
if (values.svg) writeFileSync(values.svg, await histogramSvg(panels));
