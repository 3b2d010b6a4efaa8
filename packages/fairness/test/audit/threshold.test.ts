import { laplaceMechanism } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type AuditRequest, auditTable } from '../../src/index.js';

const table: CountTable = {
  id: ['union', 'loving', 'large', 'none'],
  name: ['Union', 'Loving', 'Large', 'None'],
  group: ['NM', 'TX', 'TX', 'TX'],
  counts: {
    lep: Float64Array.of(160, 4, 12_000, 0),
    citizens: Float64Array.of(3305, 80, 900_000, 500),
    illiterate: Float64Array.of(8, 1, 400, 0),
  },
  fixed: {},
};

const request: AuditRequest = {
  table,
  decision: 'threshold',
  parameters: { rule: '(lep > 0.05 * citizens or lep > 10000) and illiterate > 0.0131 * lep' },
  mechanisms: [laplaceMechanism({ epsilon: 0.1 }, { columns: 3 })],
  posts: ['clip', 'none'],
  seed: parseSeed(9n),
};

describe('audit of a threshold decision', () => {
  it('is exact, and states probabilities of yes', async () => {
    const { cells, warnings } = await auditTable(request);
    expect(warnings).toEqual([]);
    const [clip] = cells;
    expect(clip).toMatchObject({ method: 'exact', estimator: 'rule-quadrature', decision: 'threshold' });
    expect(clip?.entities.truth).toEqual([0, 0, 1, 0]);
    expect(clip?.entities.probability?.[0]).toBeCloseTo(0.2127080708, 9);
    // Loses its coverage only where 243 fewer illiterate persons are counted than there are, at scale 10.
    expect(clip?.entities.bias[2]).toBeCloseTo(-1.4e-11, 12);
    expect(clip?.costOfPrivacy).toMatchObject({ share: null, reason: expect.stringContaining('shares') });
    expect(clip?.pipeline.map(({ name }) => name)).toEqual(['clip', 'threshold']);
    expect(clip?.errorEstimate).toBeLessThan(1e-10);
  });

  it('simulation on three noisy columns finds the same, for clipped and for raw counts', async () => {
    const exact = await auditTable(request);
    const simulated = await auditTable({ ...request, method: 'montecarlo', trials: 100_000 });
    exact.cells.forEach((cell, k) => {
      const other = simulated.cells[k];
      expect(other?.method).toBe('montecarlo');
      expect(other?.alpha.lower).toBeLessThanOrEqual(cell.alpha.estimate as number);
      expect(other?.alpha.upper).toBeGreaterThanOrEqual(cell.alpha.estimate as number);
      cell.entities.bias.forEach((bias, i) => {
        const width = 5 * (other?.entities.standardError[i] as number) + 1e-4;
        expect(Math.abs((other?.entities.bias[i] as number) - (bias as number))).toBeLessThan(width);
      });
    });
  });

  it('a public number gets no noise: one count above its own limit, or an answer that is settled', async () => {
    const children = Float64Array.of(7000, 200, 1, 500);
    const poor = Float64Array.of(160, 4, 12_000, 9);
    const wide = { ...table, counts: { poor }, fixed: { children } };
    const rule = 'poor > 0.02 * children and children > 100';
    const asked = { ...request, table: wide, parameters: { rule, public: ['children'] } };
    const [clip] = (await auditTable(asked)).cells;
    // Laplace noise of scale 10: P(noise > limit - count) = exp(-distance / 10) / 2, or one minus that.
    const above = (distance: number) => (distance > 0 ? 1 - Math.exp(-distance / 10) / 2 : Math.exp(distance / 10) / 2);
    const expected = [above(160 - 140), above(4 - 4), 0, above(9 - 10)];
    clip?.entities.probability?.forEach((probability, i) => {
      expect(probability).toBeCloseTo(expected[i] as number, 12);
    });
    const [simulated] = (await auditTable({ ...asked, method: 'montecarlo', trials: 40_000 })).cells;
    simulated?.entities.probability?.forEach((probability, i) => {
      expect(Math.abs((probability as number) - (expected[i] as number))).toBeLessThan(0.02);
    });
  });

  it('states how each comparison errs by itself: the published example of two that err together', async () => {
    // (2000, 101, 2) at epsilon .5: P(yes) .4457497 together, .44786 if they did not share a count.
    const one = {
      ...table,
      id: ['a'],
      name: ['A'],
      group: null,
      counts: { lep: Float64Array.of(101), citizens: Float64Array.of(2000), illiterate: Float64Array.of(2) },
    };
    const rule = 'lep > 0.05 * citizens and illiterate > 0.0131 * lep';
    const { cells } = await auditTable({
      ...request,
      table: one,
      parameters: { rule },
      mechanisms: [laplaceMechanism({ epsilon: 0.5 }, { columns: 3 })],
      posts: ['clip'],
    });
    const { events = [], bias } = cells[0]?.entities ?? { bias: [] };
    expect(events.map(({ name }) => name)).toEqual(['lep > 0.05 * citizens', 'illiterate > 0.0131 * lep']);
    const [share, illiteracy] = events.map(({ probability }) => probability[0] as number) as [number, number];
    expect(share - 1).toBeCloseTo(-0.304, 3);
    expect(share * illiteracy).toBeCloseTo(0.44786, 5);
    expect(bias[0]).toBeCloseTo(0.4457497 - 1, 7);
  });

  it('has no deciles of a truth that is yes or no', async () => {
    const many = Array.from({ length: 40 }, (_, i) => i);
    const counts = { lep: Float64Array.from(many, (i) => 10 * i) };
    const wide = { ...table, id: many.map(String), name: many.map(String), group: null, counts };
    const { cells } = await auditTable({ ...request, table: wide, parameters: { rule: 'lep > 200' } });
    expect(cells[0]?.bySize).toEqual([]);
  });

  it('a count may have a name that objects own', async () => {
    const counts = Object.fromEntries([
      ['__proto__', Float64Array.of(9, 1)],
      ['constructor', Float64Array.of(2, 40)],
    ]);
    const odd = { ...table, id: ['a', 'b'], name: ['a', 'b'], group: null, counts };
    const { cells } = await auditTable({ ...request, table: odd, parameters: { rule: '__proto__ > constructor' } });
    expect(cells[0]?.entities.truth).toEqual([1, 0]);
  });

  it('a rule that is true of nobody, or of everybody, without noise is warned of; of one entity it is not', async () => {
    const messages = async (rule: string, more: Partial<AuditRequest> = {}) =>
      (await auditTable({ ...request, parameters: { rule }, ...more })).warnings.map(
        ({ code, message }) => `${code}: ${message}`,
      );
    expect(await messages('lep / citizens > 5')).toEqual([
      expect.stringMatching(/^rule-decides-nothing: the rule is true of none of 4 rows without noise/),
    ]);
    expect(await messages('lep >= 0')).toEqual([
      expect.stringMatching(/^rule-decides-nothing: the rule is true of all 4 rows without noise/),
    ]);
    expect(await messages('lep / citizens > 0.04')).toEqual([]);
    const counts = { lep: Float64Array.of(3), citizens: Float64Array.of(9) };
    const one = { ...table, id: ['a'], name: ['a'], group: null, counts };
    expect(await messages('lep > citizens', { table: one })).toEqual([]);
  });

  it('an answer that never changed in a run may still change, by the confidence that was asked', async () => {
    const safe = { ...request, parameters: { rule: 'citizens > 1' }, method: 'montecarlo', trials: 640 } as const;
    const { cells } = await auditTable({ ...safe, confidence: 0.99 });
    // 1 - (1 - p)^640 = .99 / 4 entities, nearly: p = log(4 / .01) / 640.
    expect(cells[0]?.resolution).toBeCloseTo(Math.log(400) / 640, 12);
    expect(cells[0]?.alpha).toMatchObject({ plugIn: 0, lower: 0 });
    expect(cells[0]?.alpha.upper).toBeCloseTo((2 * Math.log(400)) / 640, 12);
    // A group holds it once: in all of it nothing was seen.
    const [group] = cells[0]?.groups ?? [];
    expect((group?.upper as number) - (group?.lower as number)).toBeCloseTo((2 * Math.log(400)) / 640, 12);
  });

  it('a tolerance is met by the interval that is reported, or else said not to be', async () => {
    const tolerant = { ...request, method: 'montecarlo', trials: 6_400, tolerance: 0.05 } as const;
    const { cells, warnings } = await auditTable(tolerant);
    cells.forEach(({ alpha, trials }) => {
      const half = ((alpha.upper as number) - (alpha.lower as number)) / 2;
      const met = half <= 0.05 * (alpha.estimate as number);
      expect(met || (trials === 6_400 && warnings.some(({ code }) => code === 'tolerance-not-met'))).toBe(true);
    });
  });

  it('entangled comparisons are simulated, and asking for the exact value says so', async () => {
    const entangled = {
      ...request,
      parameters: { rule: 'lep + citizens > 2 * illiterate and lep > illiterate and citizens > lep' },
    };
    const { cells } = await auditTable({ ...entangled, trials: 640 });
    expect(cells[0]?.method).toBe('montecarlo');
    await expect(auditTable({ ...entangled, method: 'exact' })).rejects.toThrow(
      /no exact estimator for decision threshold/,
    );
  });
});
