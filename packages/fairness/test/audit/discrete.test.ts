import { discreteLaplaceMechanism, laplaceMechanism } from '@dpfair/mechanisms';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { auditTable } from '../../src/index.js';

const auditOf = (counts: readonly number[], scale: number, discrete = true) =>
  auditTable({
    table: {
      id: counts.map((_, i) => `e${i}`),
      name: counts.map((_, i) => `e${i}`),
      group: null,
      counts: { count: Float64Array.from(counts) },
      fixed: {},
    },
    decision: 'allotment',
    mechanisms: [discrete ? discreteLaplaceMechanism({ scale }) : laplaceMechanism({ scale })],
    posts: ['none'],
    trials: 640,
    seed: parseSeed(1),
  });

describe('raw shares under discrete noise', () => {
  it('are undefined where the total can vanish, with an upper bound of the probability of that', async () => {
    const { cells } = await auditOf([3, 2], 2);
    expect(cells[0]?.alpha).toMatchObject({ estimate: null });
    expect(cells[0]?.alpha.reason).toMatch(/zero or negative with probability at most .* near that decide the mean/);
    const { cells: continuous } = await auditOf([3, 2], 2, false);
    expect(continuous[0]?.alpha.reason).toMatch(/with probability \d.* no finite mean/);
  });

  it('have a bias where it cannot', async () => {
    const { cells, warnings } = await auditOf([300, 200], 2);
    expect(cells[0]).toMatchObject({ method: 'series', estimator: 'curvature' });
    expect(warnings).toEqual([]);
  });
});

describe('a column with fractions under discrete noise', () => {
  it('is computed with and warned of, once, and not where noise is continuous', async () => {
    const { warnings } = await auditOf([300.5, 200.25], 2);
    expect(warnings.map(({ code, message }) => [code, message.includes('300.5')])).toEqual([
      ['fractional-counts', true],
    ]);
    expect((await auditOf([300.5, 200.25], 2, false)).warnings).toEqual([]);
  });
});
