import { gaussianMechanism, laplaceMechanism } from '@dpfair/mechanisms';
import type { CountTable, Mechanism } from '@dpfair/result';
import { gaussian, laplace, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { auditTable, separateCrossingsBias } from '../../src/index.js';
import { spread } from '../districts.js';

const table = (counts: Float64Array): CountTable => ({
  id: Array.from(counts, (_, i) => `e${i}`),
  name: Array.from(counts, (_, i) => `Entity ${i}`),
  group: null,
  counts: { count: counts },
  fixed: {},
});

/** Three small entities far from zero in units of the noise, the others huge: single crossings, and few of them. */
const small = (n: number, x: number) => Float64Array.from({ length: n }, (_, i) => (i < 3 ? x : 1e4 * (i + 1)));

const simulate = async (counts: Float64Array, mechanism: Mechanism, post: 'simplex' | 'clip', seed: number) =>
  auditTable({
    table: table(counts),
    decision: 'identity',
    mechanisms: [mechanism],
    posts: [post],
    method: 'montecarlo',
    trials: 20_000,
    seed: parseSeed(seed),
  });

describe('simulation of crossings too rare to be seen', () => {
  it.each([
    ['10 entities at 12 b', small(10, 12), laplaceMechanism({ scale: 1 }), laplace(1)],
    ['50 entities at 12 b', small(50, 12), laplaceMechanism({ scale: 1 }), laplace(1)],
    ['10 entities at 5 sigma', small(10, 5), gaussianMechanism({ sigma: 1 }), gaussian(1)],
  ])('holds the closed form of the simplex projection: %s', async (_name, counts, mechanism, noise) => {
    const truth = spread(separateCrossingsBias(counts, noise).bias);
    for (let seed = 1; seed <= 5; seed++) {
      const [cell] = (await simulate(counts, mechanism, 'simplex', seed)).cells;
      expect(cell?.alpha.lower).toBeLessThanOrEqual(truth * (1 + 1e-9));
      expect(cell?.alpha.upper).toBeGreaterThanOrEqual(truth * (1 - 1e-9));
    }
  });

  it('is warned about, and holds the closed form, where clipping is not in the control', async () => {
    const { cells, warnings } = await simulate(small(5, 20), laplaceMechanism({ scale: 1 }), 'clip', 1);
    const truth = laplace(1).clippingBias(20);
    expect(cells[0]?.alpha.upper).toBeGreaterThanOrEqual(truth);
    expect(cells[0]?.alpha.lower).toBeLessThanOrEqual(truth);
    expect(warnings.map(({ code }) => code)).toEqual(['rare-events-unseen']);
  });
});
