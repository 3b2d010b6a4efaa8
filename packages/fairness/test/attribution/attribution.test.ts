import { gaussianMechanism, laplaceMechanism, type PostName, projectOntoSum } from '@dpfair/mechanisms';
import type { Attribution, Cause, Cell } from '@dpfair/result';
import { gaussHermite, laplace, parseSeed } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditRequest, auditTable, exactClippingBias } from '../../src/index.js';
import { spread } from '../districts.js';

const seed = parseSeed(5);

function audit(
  columns: Readonly<Record<string, readonly number[]>>,
  about: Pick<AuditRequest, 'decision' | 'posts'> & Partial<AuditRequest>,
  weights?: readonly number[],
): Promise<readonly Cell[]> {
  const counts = Object.fromEntries(Object.entries(columns).map(([role, x]) => [role, Float64Array.from(x)]));
  const n = Object.values(columns)[0]?.length ?? 0;
  const id = Array.from({ length: n }, (_, i) => `${i}`);
  const fixed = weights === undefined ? {} : { weight: Float64Array.from(weights) };
  const table = { id, name: id, group: null, counts, fixed };
  return auditTable({ table, mechanisms: [laplaceMechanism({ scale: 5 })], seed, ...about }).then(({ cells }) => cells);
}

const partOf = ({ components }: Attribution, cause: Cause) => components.find(({ name }) => name === cause);
const attributionOf = (cell: Cell | undefined) => cell?.attribution as Attribution;
const namesIn = (attribution: Attribution) => attribution.components.map(({ name }) => name);

describe('the parts of a bias', () => {
  it('add up to it, whatever the decision, the post-processing and the method', async () => {
    const posts: readonly PostName[] = ['none', 'clip', 'sum', 'simplex', 'baseline', 'pos'];
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 300 }), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(...posts),
        fc.boolean(),
        fc.constantFrom('auto', 'montecarlo'),
        fc.constantFrom(0.01, 1, 40),
        async (given, post, weighted, method, scale) => {
          const count = given.map((x, i) => (i === 0 ? x + 1 : x));
          const shared = { method, trials: 64, mechanisms: [laplaceMechanism({ scale })] } as const;
          const weights = weighted ? count.map((_, i) => 1 + i / 2) : undefined;
          const cells = await audit({ count }, { decision: 'allotment', posts: [post], ...shared }, weights);
          const ofCounts =
            post === 'baseline' || post === 'pos'
              ? []
              : await audit({ count }, { decision: 'identity', posts: [post], ...shared });
          for (const { attribution, entities, alpha } of [...cells, ...ofCounts]) {
            if (attribution === undefined) throw new Error('no attribution');
            // Scatter of a simulation of what is never biased.
            if (attribution.components.length === 0 && attribution.reason === null) {
              expect(Math.max(...entities.bias.map((bias) => Math.abs(bias as number)))).toBe(
                attribution.largestRemainder,
              );
              continue;
            }
            if (attribution.reason !== null) {
              expect(attribution.components).toEqual([]);
              continue;
            }
            const size =
              (alpha.estimate ?? 0) +
              Math.max(0, ...attribution.components.flatMap(({ bias }) => bias.map((b) => Math.abs(b ?? 0))));
            entities.bias.forEach((bias, i) => {
              const sum = attribution.components.reduce((total, { bias: part }) => total + (part[i] as number), 0);
              // A series without a line of its own for what it leaves out states it as an error.
              const left = attribution.components.reduce((total, { error }) => total + (error as number), 0);
              expect(Math.abs((bias as number) - sum)).toBeLessThanOrEqual(
                1e-12 * size + (namesIn(attribution).length === 1 ? left : 0),
              );
            });
          }
        },
      ),
      { numRuns: 50 },
    );
  }, 30_000);

  it('of released counts are non-negativity alone, in closed form', async () => {
    const count = [0, 3, 10, 40];
    const [none, clip, sum] = await audit({ count }, { decision: 'identity', posts: ['none', 'clip', 'sum'] });
    expect(attributionOf(none).components).toEqual([]);
    expect(attributionOf(sum).components).toEqual([]);
    const expected = exactClippingBias(Float64Array.from(count), laplace(5)).bias;
    expect(partOf(attributionOf(clip), 'non-negativity')?.bias).toEqual([...expected]);
    expect(attributionOf(clip).absent).toEqual(['curvature', 'known-total', 'threshold-shape']);
  });

  it('of raw shares are their curvature, the worked example', async () => {
    const [cell] = await audit(
      { count: [100, 400, 1500, 8000] },
      { decision: 'allotment', posts: ['none'], mechanisms: [laplaceMechanism({ scale: 20 })], method: 'series' },
      [1, 1.5, 0.8, 1.2],
    );
    const attribution = attributionOf(cell);
    expect(namesIn(attribution)).toEqual(['curvature']);
    [-5.76878e-6, -1.19284e-5, -5.07077e-7, 1.820426e-5].forEach((bias, i) => {
      expect((attribution.components[0]?.bias[i] as number) / bias).toBeCloseTo(1, 5);
    });
    expect(attribution.components[0]?.error).toBeLessThan(1e-7);
  });

  it('tell the curvature of large shares from the clipping of small ones', async () => {
    // One district near zero, none that bends much: its gain is clipping, and clipping alone.
    const count = [2, 4000, 5000, 9000];
    const [cell] = await audit({ count }, { decision: 'allotment', posts: ['baseline'] });
    const attribution = attributionOf(cell);
    expect(namesIn(attribution)).toEqual(['curvature', 'non-negativity']);
    const clipping = partOf(attribution, 'non-negativity')?.bias as number[];
    const gain = laplace(5).clippingBias(2);
    // a count of 2 gains `gain` counts out of about 18,000
    expect((clipping[0] as number) / (gain / (18_002 + gain))).toBeCloseTo(1, 2);
    const curvature = partOf(attribution, 'curvature')?.bias as number[];
    expect(Math.max(...curvature.map(Math.abs))).toBeLessThan(1e-2 * (clipping[0] as number));
    expect(Math.abs(curvature.reduce((a, b) => a + b, 0))).toBeLessThan(1e-18);
  });

  it('of shares with a known total hold the correction of the curvature, to the next order', async () => {
    const [count, weights, sigma] = [[300, 500, 900], [1, 2, 0.5], 8] as const;
    const { nodes, weights: masses } = gaussHermite(12);
    // E of the shares of projected counts by a product rule in the three noises.
    const truth = count.map((x, i) => (x * (weights[i] as number)) / 1750);
    const expected = [0, 0, 0];
    nodes.forEach((a, i) => {
      nodes.forEach((b, j) => {
        nodes.forEach((c, k) => {
          const mass = ((masses[i] as number) * (masses[j] as number) * (masses[k] as number)) / Math.PI ** 1.5;
          const y = Float64Array.from([a, b, c], (z, e) => (count[e] as number) + Math.SQRT2 * sigma * z);
          projectOntoSum(y, 1700);
          const total = y.reduce((sum, v, e) => sum + v * (weights[e] as number), 0);
          y.forEach((v, e) => {
            expected[e] =
              (expected[e] as number) + mass * ((v * (weights[e] as number)) / total - (truth[e] as number));
          });
        });
      });
    });
    const [cell] = await audit(
      { count: [...count] },
      { decision: 'allotment', posts: ['sum'], mechanisms: [gaussianMechanism({ sigma })], trials: 64 },
      [...weights],
    );
    const attribution = attributionOf(cell);
    expect(namesIn(attribution)).toEqual(['curvature', 'known-total', 'higher-orders']);
    const [curvature, known] = ['curvature', 'known-total'].map((cause) => partOf(attribution, cause as Cause));
    const second = (curvature?.bias ?? []).map((value, i) => (value as number) + (known?.bias[i] as number));
    second.forEach((value, i) => {
      expect(Math.abs(value - (expected[i] as number))).toBeLessThan(curvature?.error as number);
    });
    expect(curvature?.error).toBeLessThan(0.01 * spread(Float64Array.from(second)));
  });

  it('of a rule: the step at the threshold is the bias without clipping, and clipping the rest', async () => {
    const columns = { lep: [1, 40, 101], citizens: [2, 90, 200] };
    const about = { decision: 'threshold', parameters: { rule: 'lep > 0.5 * citizens' } } as const;
    const [none, clip] = await audit(columns, { ...about, posts: ['none', 'clip'] });
    expect(namesIn(attributionOf(none))).toEqual(['threshold-shape']);
    const parts = attributionOf(clip);
    expect(namesIn(parts)).toEqual(['threshold-shape', 'non-negativity']);
    expect(partOf(parts, 'threshold-shape')?.bias).toEqual(none?.entities.bias);
    expect(partOf(parts, 'threshold-shape')?.standardError).toBeUndefined();
    expect(Math.abs(partOf(parts, 'non-negativity')?.bias[0] as number)).toBeGreaterThan(1e-4);

    const [simulated] = await audit(columns, { ...about, posts: ['clip'], method: 'montecarlo', trials: 40_000 });
    const found = attributionOf(simulated);
    for (const cause of ['threshold-shape', 'non-negativity'] as const) {
      const [exact, part] = [partOf(parts, cause), partOf(found, cause)];
      part?.bias.forEach((bias, i) => {
        const error = part.standardError?.[i] as number;
        expect(Math.abs((bias as number) - (exact?.bias[i] as number))).toBeLessThan(6 * error + 2e-4);
      });
    }
    // On the same noise the difference is sharper than either side.
    const [step, clipped] = found.components.map(({ standardError }) => (standardError as number[])[0] as number);
    expect(clipped).toBeLessThan(0.5 * (step as number));
  });

  it('are not made up where raw shares have no mean', async () => {
    const [cell] = await audit(
      { count: [1, 2] },
      { decision: 'allotment', posts: ['baseline'], mechanisms: [laplaceMechanism({ scale: 50 })] },
    );
    expect(attributionOf(cell).components).toEqual([]);
    expect(attributionOf(cell).reason).toContain('no mean');
    const [undefinedCell] = await audit(
      { count: [1, 2] },
      {
        decision: 'allotment',
        posts: ['none'],
        mechanisms: [laplaceMechanism({ scale: 50 })],
        method: 'montecarlo',
        trials: 64,
      },
    );
    expect(attributionOf(undefinedCell).reason).toBe('the bias itself is not defined');
  });
});

describe('bounds and uniform alpha in a cell', () => {
  it('simplex: alpha between its sides, and no larger bias than the ball allows', async () => {
    for (const mechanism of [laplaceMechanism({ scale: 10 }), gaussianMechanism({ sigma: 10 })]) {
      const [cell] = await audit(
        { count: [60, 100, 400, 900] },
        { decision: 'identity', posts: ['simplex'], mechanisms: [mechanism], method: 'series' },
      );
      const bounds = cell?.bounds ?? [];
      const named = (name: string) => bounds.find((bound) => bound.name === name);
      const gap = named('clipping-gap');
      expect(gap?.estimate).toBe(cell?.alpha.estimate);
      expect(gap?.lower as number).toBeLessThan(gap?.estimate as number);
      expect(gap?.slack).toBe((gap?.upper as number) - (gap?.estimate as number));
      expect(bounds.every(({ slack }) => slack === null || slack >= 0)).toBe(true);
      expect(bounds.some(({ name }) => name === 'gaussian-bracket')).toBe(mechanism.kind === 'gaussian');
      expect(named('smallest-count')?.upper as number).toBeGreaterThan(0);
      expect(named('threshold')?.upper as number).toBeGreaterThan(0);
    }
  });

  it('of shares are those of counts over the total', async () => {
    const of = async (decision: string) => {
      const [cell] = await audit({ count: [6, 10, 40, 90] }, { decision, posts: ['simplex'], method: 'series' });
      return cell?.bounds ?? [];
    };
    const [counts, shares] = [await of('identity'), await of('allotment')];
    for (const { name, upper } of counts) {
      expect((shares.find((bound) => bound.name === name)?.upper as number) * 146).toBeCloseTo(upper as number, 9);
    }
    expect(shares.map(({ name }) => name)).toContain('half-l1');
  });

  it('cost of privacy: half the sum of |bias| is the same number by another route', async () => {
    const cells = await audit({ count: [0, 3, 60, 300] }, { decision: 'allotment', posts: ['baseline', 'clip'] });
    for (const { bounds, costOfPrivacy } of cells) {
      const bound = bounds?.find(({ name }) => name === 'half-l1');
      expect(bound?.lower as number).toBeLessThanOrEqual(costOfPrivacy.share as number);
      expect(bound?.upper as number).toBeGreaterThanOrEqual(costOfPrivacy.share as number);
    }
  });

  it('rules that share a count are bounded from their comparisons; a single one needs no bound', async () => {
    const columns = { lep: [3, 40, 101], citizens: [50, 900, 2000] };
    const of = async (rule: string) =>
      (await audit(columns, { decision: 'threshold', parameters: { rule }, posts: ['none'] }))[0];
    const cell = await of('lep > 0.05 * citizens or lep > 90');
    const [bound] = cell?.bounds ?? [];
    expect(bound?.name).toBe('any-dependence');
    expect(bound?.lower as number).toBeLessThanOrEqual(cell?.alpha.estimate as number);
    expect(bound?.upper as number).toBeGreaterThanOrEqual(cell?.alpha.estimate as number);
    expect((await of('lep > 40'))?.bounds).toEqual([]);
  });

  it('one alpha for all counts exists where outcomes are linear or merely clipped, and not where they bend', async () => {
    const cells = [
      ...(await audit({ count: [0, 3, 60] }, { decision: 'identity', posts: ['none', 'sum', 'clip', 'simplex'] })),
      ...(await audit({ count: [0, 3, 60] }, { decision: 'allotment', posts: ['baseline'] })),
    ];
    // The clipping bias of a count of 0 under Laplace noise of scale 5 is 2.5, that of a huge one 0.
    expect(cells.map(({ uniformAlpha }) => uniformAlpha?.value)).toEqual([0, 0, 2.5, null, null]);
    expect(cells[2]?.alpha.estimate as number).toBeLessThan(2.5);
    const [rule] = await audit(
      { x: [3], y: [4] },
      { decision: 'threshold', parameters: { rule: 'x > y' }, posts: ['none'] },
    );
    expect(rule?.uniformAlpha).toEqual({ value: 0, reason: 'one entity has nobody to be compared with' });
  });
});
