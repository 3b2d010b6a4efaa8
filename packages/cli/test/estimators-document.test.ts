import { readFileSync } from 'node:fs';
import { decisionKind, decisionNames } from '@dpfair/decisions';
import { auditTable } from '@dpfair/fairness';
import { laplaceMechanism } from '@dpfair/mechanisms';
import { parseSeed } from '@dpfair/stats';
import { expect, it } from 'vitest';
import { genericProblems } from '../src/estimators/generic-problems.js';

const page = readFileSync(new URL('../../../docs/methods/estimators.md', import.meta.url), 'utf8');
const rows = page.split('\n').filter((line) => /^\| (\w|-)/.test(line));

// That the page is what the models say is checked by generate-docs --check, a stage of its own: it asks every model once.
it('every decision and each of its post-processings has a row', () => {
  for (const decision of decisionNames) {
    for (const post of decisionKind(decision).posts) {
      expect(rows.some((row) => row.startsWith(`| ${decision} |`) && row.includes(`\`${post}\``))).toBe(true);
    }
  }
});

it('an audit of a problem uses the estimator that the page names', async () => {
  const { parameters, input } = genericProblems.apportionment[0] as (typeof genericProblems.apportionment)[number];
  const n = input.counts.count?.length ?? 0;
  const { cells } = await auditTable({
    table: {
      id: Array.from({ length: n }, (_, i) => String(i)),
      name: Array.from({ length: n }, (_, i) => String(i)),
      counts: input.counts,
      fixed: {},
      group: null,
    },
    decision: 'apportionment',
    parameters,
    mechanisms: [laplaceMechanism({ scale: 10 })],
    posts: ['none', 'sum'],
    trials: 64,
    seed: parseSeed(1n),
  });
  expect(cells.map(({ estimator }) => estimator)).toEqual(['seat-quadrature', 'montecarlo']);
  const row = (post: string) =>
    rows.find((line) => line.startsWith('| apportionment | huntington-hill') && line.includes(`\`${post}\``));
  expect(row('none')).toContain('exact: `seat-quadrature`');
  expect(row('sum')).not.toContain('exact');
});
