// The published comparison of baseline and PoS (Zhu, Fioretto, Van Hentenryck 2022, Table 2) on a SAIPE district file.
// usage: node benchmarks/reproductions/districts.mjs SAIPE_FILE [COLUMN]
import { readFileSync } from 'node:fs';
import { readTable, toCountTable } from '@dpfair/data';
import { auditTable } from '@dpfair/fairness';
import { laplaceMechanism } from '@dpfair/mechanisms';
import { parseSeed } from '@dpfair/stats';

const [path, column = 'Estimated Population 5-17'] = process.argv.slice(2);
if (path === undefined) throw new Error('usage: node benchmarks/reproductions/districts.mjs SAIPE_FILE [COLUMN]');
const { table } = toCountTable(readTable(readFileSync(path), { file: path }), {
  roles: { count: column },
  counts: ['count'],
  fixed: [],
});
const published = {
  0.1: { baseline: [3.0e-7, 1.62e-5], pos: [1.5e-7, 1.41e-5] },
  0.01: { baseline: [1.7e-5, 1.33e-3], pos: [1.75e-6, 1.04e-3] },
  0.001: { baseline: [8.06e-4, 5.9e-2], pos: [2.23e-5, 3.49e-2] },
};
const { cells } = await auditTable({
  table,
  decision: 'allotment',
  mechanisms: Object.keys(published).map((epsilon) => laplaceMechanism({ epsilon: Number(epsilon) })),
  posts: ['baseline', 'pos'],
  seed: parseSeed(1),
});
console.log(`${table.id.length} districts, count = ${column}, equal weights, Laplace scale 1 / epsilon`);
console.table(
  cells.map(({ mechanism, post, method, alpha, costOfPrivacy }) => {
    const [publishedAlpha, publishedCost] = published[mechanism.epsilon][post];
    return {
      epsilon: mechanism.epsilon,
      post,
      method,
      alpha: alpha.estimate.toExponential(3),
      'published alpha': publishedAlpha.toExponential(2),
      'cost of privacy': costOfPrivacy.share.toExponential(3),
      'published cost': publishedCost.toExponential(2),
      'ours / published': `${(alpha.estimate / publishedAlpha).toFixed(2)}, ${(costOfPrivacy.share / publishedCost).toFixed(2)}`,
    };
  }),
);
