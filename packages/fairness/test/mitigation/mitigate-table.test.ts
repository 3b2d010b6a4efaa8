import { laplaceMechanism } from '@dpfair/mechanisms';
import type { CountTable, Mitigation } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { beforeAll, describe, expect, it } from 'vitest';
import { type MitigationComparison, type MitigationRequest, mitigateTable } from '../../src/index.js';

const table: CountTable = {
  id: ['a', 'b', 'c', 'd'],
  name: ['A', 'B', 'C', 'D'],
  group: null,
  counts: { count: Float64Array.of(100, 400, 1500, 8000) },
  fixed: { weight: Float64Array.of(1, 1.5, 0.8, 1.2) },
};
const request: MitigationRequest = {
  table,
  decision: 'allotment',
  mechanisms: [laplaceMechanism({ epsilon: 0.05 })],
  posts: ['baseline', 'pos', 'simplex'],
  trials: 6_400,
  seed: parseSeed(5),
  settings: { normaliser: 11_500, normaliserAtLeast: 10_000 },
};

const shown = (comparison: MitigationComparison, id: string) => {
  const at = comparison.mitigations.findIndex((mitigation) => mitigation.id === id);
  const [mitigation, cell] = [comparison.mitigations[at], comparison.cells[at]];
  if (mitigation === undefined || cell === undefined) throw new Error(`no ${id}`);
  return { mitigation, cell };
};

describe('mitigations of an allotment', () => {
  let found: MitigationComparison;
  beforeAll(async () => {
    found = await mitigateTable(request);
  });

  it('are all there, the decision as it is first, each cell named like its mitigation', () => {
    expect(found.mitigations.map(({ id }) => id)).toEqual([
      'baseline',
      'pos',
      'simplex',
      'redundant-release',
      'redundant-release+pos',
      'linear-proxy',
      'linear-proxy+pos',
      'output-perturbation',
      'output-perturbation+pos',
      'no-penalty',
      'hold-harmless',
      'make-whole',
      'more-epsilon',
    ]);
    expect(found.cells.map(({ post }) => post)).toEqual(found.mitigations.map(({ id }) => id));
    expect(found.notApplicable).toEqual([]);
    expect(found.mitigations.every(({ against }) => against === 0)).toBe(true);
  });

  it('the gap of the decision as it is is that of theory 14.1', () => {
    // Table of exact values for these counts, weights and scale 20.
    expect(shown(found, 'baseline').cell.alpha.estimate).toBeCloseTo(2.545356384e-5, 13);
  });

  it('what adds up to the budget by construction costs exactly nothing more, however few trials', async () => {
    const coarse = await mitigateTable({
      ...request,
      posts: ['baseline', 'pos', 'clip', 'sum', 'simplex'],
      method: 'montecarlo',
      trials: 64,
      budgetDollars: 1e9,
    });
    const nothing = { of: 'budget', estimate: 0, lower: 0, upper: 0, dollars: 0 };
    const exactlyFree = coarse.mitigations.filter(({ price }) => JSON.stringify(price) === JSON.stringify(nothing));
    expect(exactlyFree.map(({ id }) => id)).toEqual([
      ...['baseline', 'pos', 'clip', 'sum', 'simplex'],
      ...['redundant-release+pos', 'linear-proxy+pos', 'output-perturbation+pos', 'more-epsilon'],
    ]);
  });

  it('a hold-harmless clause costs nothing or more, whatever the noise of the control variate', async () => {
    // No share falls by a twentieth: that of 1000 people would have to lose 50 of them to noise of scale 2.
    const skewed: CountTable = {
      ...{ id: ['1', '2', '3'], name: ['1', '2', '3'], group: null },
      counts: { count: Float64Array.of(0, 1000, 50_000) },
      fixed: { weight: Float64Array.of(1, 1000, 2) },
    };
    const seeds = Array.from({ length: 12 }, (_, k) => k + 1);
    for (const seed of seeds) {
      const { mitigations } = await mitigateTable({
        ...{ table: skewed, decision: 'allotment', posts: ['baseline'], only: ['hold-harmless'] },
        ...{ mechanisms: [laplaceMechanism({ epsilon: 0.5 })], trials: 2000, seed: parseSeed(seed) },
      });
      const price = mitigations.find(({ id }) => id === 'hold-harmless')?.price;
      expect(price?.estimate).toBeGreaterThanOrEqual(0);
      expect(price?.lower).toBe(0);
      expect(price?.upper).toBeGreaterThan(0);
    }
  });

  it('linear substitutes have no gap, and the budget that gives none is not within reach', () => {
    for (const id of ['linear-proxy', 'output-perturbation']) {
      const { cell, mitigation } = shown(found, id);
      expect(cell.method).toBe('exact');
      expect(cell.alpha.upper).toBeLessThan(1e-14);
      expect(mitigation.payable).toBe(false);
      expect(mitigation.sameGap?.factor).toBeNull();
    }
  });

  it('a constant that is 2 % too large takes 1 - 1 / 1.02 of every share', async () => {
    const off = await mitigateTable({
      ...request,
      posts: ['baseline'],
      only: ['linear-proxy'],
      settings: { normaliser: 11_730 },
    });
    const { cell, mitigation } = shown(off, 'linear-proxy');
    [100, 600, 1200, 9600].forEach((weighted, i) => {
      expect(cell.entities.bias[i]).toBeCloseTo((weighted / 11_500) * (1 / 1.02 - 1), 14);
    });
    expect(mitigation.price?.estimate).toBeCloseTo(1 / 1.02 - 1, 14);
  });

  it('a released total whose noise may reach zero has no gap, and says why', async () => {
    const released = await mitigateTable({
      ...request,
      posts: ['baseline'],
      only: ['redundant-release'],
      settings: { normaliserPart: 0.05 },
    });
    const { cell, mitigation } = shown(released, 'redundant-release');
    expect([cell.alpha.estimate, mitigation.efficient]).toEqual([null, false]);
    expect(cell.alpha.reason).toMatch(/no finite mean/);
  });

  it('making whole leaves no loser, and costs the cost of privacy', () => {
    const { cell, mitigation } = shown(found, 'make-whole');
    const baseline = shown(found, 'baseline').cell;
    expect(Math.min(...(cell.entities.bias as number[]))).toBe(0);
    expect(mitigation.price?.estimate).toBe(baseline.costOfPrivacy.share);
    expect(cell.alpha.estimate).toBeCloseTo(Math.max(...(baseline.entities.bias as number[])), 18);
  });

  it('no-penalty pays more than the budget, and nobody gets less on average', () => {
    const { cell, mitigation } = shown(found, 'no-penalty');
    expect(mitigation.price?.lower).toBeGreaterThan(0.02);
    expect(Math.min(...(cell.entities.bias as number[]))).toBeGreaterThan(0);
    const chance = mitigation.facts.find(({ name }) => name.includes('nobody loses'))?.value;
    expect(chance).toBeCloseTo(0.95, 10);
  });

  it('the budget of the same gap gives that gap', async () => {
    const { mitigation, cell } = shown(found, 'more-epsilon');
    // Twice the budget is found again as the budget of its own gap.
    expect(mitigation.sameGap?.factor).toBeCloseTo(2, 2);
    const again = await mitigateTable({
      ...request,
      posts: ['baseline'],
      only: [],
      mechanisms: [laplaceMechanism({ epsilon: mitigation.sameGap?.epsilon as number })],
    });
    expect((again.cells[0]?.alpha.estimate as number) / (cell.alpha.estimate as number)).toBeCloseTo(1, 2);
  });

  it('what is efficient is beaten by nothing else', () => {
    const price = ({ price }: Mitigation) => (price === null || price.lower <= 0 ? 0 : price.estimate);
    const gap = (k: number) => found.cells[k]?.alpha.estimate as number;
    found.mitigations.forEach((one, i) => {
      const beaten = found.mitigations.some(
        (other, j) =>
          gap(j) < gap(i) &&
          price(other) <= price(one) &&
          (other.epsilon as number) <= (one.epsilon as number) &&
          other.assumes.length <= one.assumes.length &&
          Number(other.payable) >= Number(one.payable),
      );
      if (beaten) expect([one.id, one.efficient]).toEqual([one.id, false]);
    });
    expect(shown(found, 'linear-proxy').mitigation.efficient).toBe(true);
  });

  it('scaling all weights changes no gap', async () => {
    const scaled = await mitigateTable({
      ...request,
      table: { ...table, fixed: { weight: Float64Array.of(10, 15, 8, 12) } },
      settings: { normaliser: 115_000, normaliserAtLeast: 100_000 },
    });
    for (const id of ['baseline', 'redundant-release', 'no-penalty', 'output-perturbation+pos']) {
      const [a, b] = [shown(found, id).cell.alpha.estimate, shown(scaled, id).cell.alpha.estimate];
      expect(Math.abs((a as number) / (b as number) - 1)).toBeLessThan(1e-6);
    }
  });

  it('what is not known is refused, and what is missing is said', async () => {
    await expect(mitigateTable({ ...request, only: ['margin'] })).rejects.toThrow(
      /mitigation: margin \(allowed: redundant-release/,
    );
    await expect(mitigateTable({ ...request, epsilonFactor: 1 })).rejects.toThrow(
      /epsilon factor: 1 \(allowed: above 1/,
    );
    const without = await mitigateTable({ ...request, posts: ['baseline'], settings: {}, only: ['linear-proxy'] });
    expect(without.mitigations.map(({ id }) => id)).toEqual(['baseline']);
    expect(without.notApplicable).toEqual([
      { id: 'linear-proxy', reason: 'it needs a public constant for the total: --normaliser VALUE' },
    ]);
  });
});

describe('mitigations of a yes-or-no rule', () => {
  const areas: CountTable = {
    ...table,
    counts: { lep: Float64Array.of(80, 99, 104, 160), citizens: Float64Array.of(2000, 1900, 2000, 2500) },
    fixed: {},
  };
  const asked = {
    table: areas,
    decision: 'threshold',
    parameters: { rule: 'lep > 0.05 * citizens' },
    mechanisms: [laplaceMechanism({ epsilon: 0.2 })],
    posts: ['none'],
    seed: parseSeed(5),
    settings: { margin: 1, marginUnits: 10, subgroups: 1 },
  } as const satisfies MitigationRequest;

  it('a margin is exact: false negatives fall, false positives rise', async () => {
    const found = await mitigateTable(asked);
    const rates = (id: string) => shown(found, id).cell.falseRates?.overall;
    expect(found.cells.every(({ method }) => method === 'exact')).toBe(true);
    for (const id of ['margin', 'margin-units']) {
      expect(rates(id)?.falseNegative.rate).toBeLessThan(rates('none')?.falseNegative.rate as number);
      expect(rates(id)?.falsePositive.rate).toBeGreaterThan(rates('none')?.falsePositive.rate as number);
    }
    expect(shown(found, 'margin').mitigation.price?.of).toBe('wrong-yes');
  });

  it('a classifier that was trained on the true counts at hand is warned of, one trained elsewhere is not', async () => {
    const codes = async (more: Partial<MitigationRequest>) =>
      (await mitigateTable({ ...asked, ...more })).warnings.map(({ code }) => code);
    expect(await codes({})).toEqual(['trained-on-true-counts']);
    expect(await codes({ settings: { ...asked.settings, training: areas } })).toEqual([]);
    expect(await codes({ only: ['margin'] })).toEqual([]);
  });

  it('a classifier that answers everybody alike, or was seen with one true answer alone, is never efficient', async () => {
    const covered = {
      ...areas,
      counts: { lep: Float64Array.of(160, 200, 300), citizens: Float64Array.of(2000, 1900, 2000) },
    };
    const covering = await mitigateTable({
      ...asked,
      table: { ...covered, id: ['a', 'b', 'c'], name: ['A', 'B', 'C'] },
    });
    const elsewhere = await mitigateTable({
      ...asked,
      table: { ...covered, id: ['a', 'b', 'c'], name: ['A', 'B', 'C'] },
      settings: { ...asked.settings, training: areas },
    });
    for (const [found, remark] of [
      [covering, /every entity here the same answer/],
      [elsewhere, /every entity here the same answer|same true one/],
    ] as const) {
      for (const id of ['logistic', 'svm']) {
        expect(shown(found, id).mitigation.remark).toMatch(remark);
        expect(shown(found, id).mitigation.efficient).toBe(false);
      }
      expect(shown(found, 'none').mitigation.remark).toBeNull();
    }
    // Of both answers nothing is said.
    expect(shown(await mitigateTable(asked), 'logistic').mitigation.remark).toBeNull();
  });

  it('an amount of 10 is the rule with 10 more', async () => {
    const moved = await mitigateTable({ ...asked, only: ['margin-units'] });
    const written = await mitigateTable({ ...asked, only: [], parameters: { rule: 'lep + 10 > 0.05 * citizens' } });
    const probability = written.cells[0]?.entities.probability as number[];
    shown(moved, 'margin-units').cell.entities.probability?.forEach((value, i) => {
      expect(value).toBeCloseTo(probability[i] as number, 13);
    });
  });
});

describe('mitigations of other decisions', () => {
  it('keep the questions that come along with it: seats are lost and gained', async () => {
    const { cells, mitigations } = await mitigateTable({
      table: { ...table, counts: { count: Float64Array.of(210, 90, 35, 60) }, fixed: {} },
      decision: 'apportionment',
      parameters: { seats: 4 },
      mechanisms: [laplaceMechanism({ scale: 1 })],
      posts: ['none'],
      trials: 64,
      seed: parseSeed(1),
    });
    expect(mitigations.map(({ id }) => id)).toEqual(['none', 'more-epsilon']);
    for (const { entities } of cells) expect(entities.events?.length).toBeGreaterThan(0);
  });

  it('released counts have post-processing and privacy alone', async () => {
    const { mitigations } = await mitigateTable({
      ...request,
      decision: 'identity',
      posts: ['clip', 'simplex'],
      settings: {},
    });
    expect(mitigations.map(({ id, price }) => [id, price])).toEqual([
      ['clip', null],
      ['simplex', null],
      ['more-epsilon', null],
    ]);
  });
});
