import { spawnSync } from 'node:child_process';
import type { AuditResult } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { drawSvg } from '../../../src/figures/drawing/draw-svg.js';
import { amountMeasure } from '../../../src/figures/map/amount-measure.js';
import { answerMeasure } from '../../../src/figures/map/answer-measure.js';
import { choropleth } from '../../../src/figures/map/choropleth.js';
import { answers } from '../../fixtures/answers.js';
import { buildCell, laplace } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';
import { counties } from '../../fixtures/counties.js';

const states = ['NY', 'NJ', 'CT', 'PA', 'VT', 'MA'];

/** The map of the page, drawn alone. */
async function mapOf(result: AuditResult) {
  const draft = await choropleth(result.unit === 'probability' ? answerMeasure : amountMeasure)(result);
  return draft === null ? undefined : { ...draft, svg: await drawSvg(draft.draw('wide'), draft.altText) };
}

/** Two districts in each of six states, 100 children each, and one in Puerto Rico. */
function districtsOfStates() {
  const group = [...states.flatMap((state) => [state, state]), 'PR'];
  const bias = [-6, -6, -2, 0, 0, 0, 1, 1, 3, 3, 2.5, 2.5, 1].map((part) => part / 1000);
  return buildResult(
    [
      buildCell({
        mechanism: laplace(0.1),
        post: 'baseline',
        decision: 'allotment',
        method: 'exact',
        id: group.map((_, k) => `d${k}`),
        name: group.map((_, k) => `District ${k}`),
        count: group.map(() => 100),
        truth: group.map(() => 1 / 13),
        bias,
        group,
        budgetDollars: 1e6,
      }),
    ],
    { budgetDollars: 1e6, input: { ...buildResult([]).input, columns: { count: 'pupils', group: 'state' } } },
  );
}

describe('the map', () => {
  it('of states has dollars per person of the groups that are in them', async () => {
    const map = await mapOf(districtsOfStates());
    // New York: -12 / 1000 of a million dollars over 200 pupils. Vermont: 6 / 1000.
    expect(map?.title).toBe(
      'At epsilon 0.1 New York loses most on the map ($60.00 per child) and Vermont gains most ($30.00 per child)',
    );
    expect(map?.table.columns.at(-1)).toBe('dollars per child counted');
    expect(map?.table.rows[0]).toEqual(['New York', '36', 'on the map', '\u2212$60.00']);
    expect(map?.explanation).toContain('Not on the map: 1 (PR).');
    expect(map?.table.rows.at(-1)).toEqual(['PR', '\u2013', 'not on the map', '\u2013']);
    expect(map?.svg).toContain('Dollars per child counted');
    expect(map?.svg).not.toMatch(/NaN|Infinity/);
  });

  it('colours a place by its class, the loss of one side as strong as the same gain on the other', async () => {
    const map = await mapOf(districtsOfStates());
    const fills = [...(map?.svg ?? '').matchAll(/fill="(#[0-9a-f]{6})"[^>]*stroke="#ffffff"/g)].map(([, fill]) => fill);
    // -60: loss 3; -10, 0, 10: ends at 3, 10, 30, of which 10 is the second; 30 and 25: gain 3 and gain 2.
    expect(new Set(fills)).toEqual(new Set(['#a04000', '#dd7f33', '#f4f1ea', '#4a98cf', '#005083']));
    expect(map?.svg).toContain('\u2212$60 to \u2212$30');
    expect(map?.svg).toContain('\u2212$3 to $3');
  });

  it('of counties shows their state alone, and draws as zero what cannot be told from it', async () => {
    const map = await mapOf(counties());
    expect(map?.title).toBe(
      'Under Gaussian noise of standard deviation 25 Kalawao gains most on the map (0.010\u202f% of its true count)',
    );
    expect(map?.altText).toMatch(/^Map of 5 counties in colours\. /);
    expect(map?.svg.length).toBeLessThan(8_000);
    const unsure = await mapOf(counties(1e-4, 5e-4));
    expect(unsure?.title).toContain('no place on the map has a gain or loss that can be told from zero');
    expect(unsure?.explanation).toContain('5 whose interval contains zero are drawn as zero.');
  });

  it('of a rule shows how wrong the probability of yes is; of groups how many of the entitled are told no', async () => {
    const ids = ['01001', '01003', '01005', '01007', '01009'];
    const parts = {
      mechanism: laplace(0.1),
      post: 'none',
      decision: 'threshold',
      method: 'exact',
      id: ids,
      name: ids.map((id) => `County ${id}`),
      count: [9, 8, 7, 6, 5],
      truth: [1, 1, 0, 0, 0],
      bias: [-0.25, -0.5, 0.125, 0, 0],
      budgetDollars: null,
    } as const;
    const map = await mapOf(buildResult([buildCell(parts)]));
    expect(map?.title).toContain('County 01003 loses most on the map (50.0 percentage points)');
    expect(map?.table.columns.at(-1)).toBe('probability of yes off by (percentage points)');
    const id = ['a', 'b', 'c', 'd', 'e'];
    const grouped = buildCell({ ...parts, id, group: ['AL', 'AK', 'AZ', 'AR', 'CA'] });
    const byState = await mapOf(buildResult([grouped]));
    expect(byState?.title).toBe(
      'At epsilon 0.1 Alaska loses most on the map (50.0\u202f% of its entitled entities are wrongly told no)',
    );
    expect(byState?.explanation).toContain('of 2 states with no post-processing, at the noise of the verdict.');
    expect(byState?.table.rows[0]).toEqual(['Alaska', '02', 'on the map', '50\u202f%']);
    expect(byState?.svg).toContain('>30\u202f% to 50\u202f%<');
    expect(byState?.svg).toContain('>0 to 3\u202f%<');
  });

  it('is not there where ids and groups are no places', async () => {
    expect(await mapOf(answers())).toBeUndefined();
  });

  it('loads its outlines on this Node without a word on standard error', () => {
    const script = `import('@dpfair/report').then(async ({ renderFigures }) => {
      const figures = await renderFigures(${JSON.stringify(districtsOfStates())});
      process.stdout.write(figures.map(({ id }) => id).join());
    })`;
    const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
    expect([stdout, stderr]).toEqual(['bias-against-truth,groups,map', '']);
  });
});
