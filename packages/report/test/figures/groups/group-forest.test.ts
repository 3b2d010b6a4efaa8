import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../../src/figures/drawing/draw-svg.js';
import { groupForest } from '../../../src/figures/groups/group-forest.js';
import { buildCell, laplace } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';

/** North is large and loses 3 of a thousand shares, South small and loses 2 of fifty, West gains the rest. */
const regions = (budgetDollars: number | null) =>
  buildResult(
    [
      buildCell({
        mechanism: laplace(1),
        post: 'baseline',
        decision: 'allotment',
        method: 'exact',
        id: ['n', 's', 'w'],
        name: ['N', 'S', 'W'],
        count: [600, 50, 350],
        truth: [0.6, 0.05, 0.35],
        bias: [-0.003, -0.002, 0.005],
        group: ['North', 'South', 'West'],
        budgetDollars,
      }),
    ],
    { budgetDollars },
  );

describe('the forest of groups', () => {
  it('is in dollars where there is a budget, the largest loss in dollars first', async () => {
    const draft = groupForest(regions(1e9));
    expect(draft?.title).toBe(
      'At epsilon 1 with the baseline rule North loses most ($3.00 million, 0.50\u202f% of its total) and West gains most ($5.00 million, 1.4\u202f% of its total)',
    );
    expect(draft?.explanation).toContain('sorted by gain or loss in dollars');
    expect(draft?.table.rows.map(([, group]) => group)).toEqual(['North', 'South', 'West']);
    const svg = await drawSvg((draft as NonNullable<typeof draft>).draw('wide'), '');
    expect(svg).toContain('gain or loss (dollars)');
    expect(svg).toMatch(/\u2212\$2 million/);
    expect(svg.indexOf('>North<')).toBeLessThan(svg.indexOf('>South<'));
  });

  it('is in percent of their own total where there is none, the largest loss in percent first', async () => {
    const draft = groupForest(regions(null));
    expect(draft?.title).toBe(
      'At epsilon 1 with the baseline rule South loses most (4.0\u202f% of its total) and West gains most (1.4\u202f% of its total)',
    );
    expect(draft?.explanation).toContain('in percent of their own total');
    expect(draft?.table.rows.map(([, group]) => group)).toEqual(['South', 'North', 'West']);
    const svg = await drawSvg((draft as NonNullable<typeof draft>).draw('narrow'), '');
    expect(svg.indexOf('>South<')).toBeLessThan(svg.indexOf('>North<'));
  });
});
