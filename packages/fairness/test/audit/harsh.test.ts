import { laplaceMechanism } from '@dpfair/mechanisms';
import type { CountTable } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { auditTable } from '../../src/index.js';

const table = (counts: readonly number[], weights?: readonly number[]): CountTable => ({
  id: counts.map((_, i) => `e${i}`),
  name: counts.map((_, i) => `Entity ${i}`),
  group: null,
  counts: { count: Float64Array.from(counts) },
  fixed: weights === undefined ? {} : { weight: Float64Array.from(weights) },
});

const audit = (data: CountTable, epsilon: number, posts: readonly ('baseline' | 'pos')[] = ['pos']) =>
  auditTable({
    table: data,
    decision: 'allotment',
    mechanisms: [laplaceMechanism({ epsilon })],
    posts,
    trials: 20_000,
    seed: parseSeed(1),
  });

describe('noise far above the counts', () => {
  it.each([0.1, 0.01, 0.001])('leaves biases of shares between -1 and 1, at epsilon %d', async (epsilon) => {
    const [cell] = (await audit(table([1, 2]), epsilon)).cells;
    expect(cell?.controlVariates).toBe(false);
    expect(cell?.costOfPrivacy.share).toBeLessThan(1);
    expect(cell?.costOfPrivacy.upper).toBeLessThan(1.1);
    for (const bias of cell?.entities.bias ?? []) expect(Math.abs(bias ?? Number.NaN)).toBeLessThan(1);
    // The larger one loses, the smaller one gains what it loses: shares add up to 1 in every trial.
    expect((cell?.entities.bias[0] ?? 0) + (cell?.entities.bias[1] ?? 1)).toBeCloseTo(0, 12);
  });

  it('keeps its control variate where it serves', async () => {
    const [cell] = (await audit(table([0, 3, 10, 40, 200]), 0.1)).cells;
    expect(cell?.controlVariates).toBe(true);
  });
});

describe('sizes that cannot be computed with', () => {
  it.each([[[1e300, 1]], [[1e-320, 1]], [[1e308, 1e308]]])('weights %j are refused', async (weights) => {
    await expect(audit(table([10, 5], weights), 1)).rejects.toThrow(/weight: /);
  });

  it('noise of 1e300 is refused', async () => {
    await expect(audit(table([10, 5]), 1e-300)).rejects.toThrow(/noise: /);
  });
});

describe('no noise to speak of', () => {
  it('lets nobody gain and nobody lose', async () => {
    const [cell] = (await audit(table([310, 87, 1210]), 1e9, ['baseline'])).cells;
    expect(cell?.entities.bias).toEqual([0, 0, 0]);
    expect(cell?.alpha.estimate).toBe(0);
  });
});
