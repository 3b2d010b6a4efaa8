import { gaussHermite } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { logMoment } from '../../../src/accounting/renyi/log-moment.js';
import { realOrderMoment } from '../../../src/accounting/renyi/real-order-moment.js';
import { wholeOrderMoment } from '../../../src/accounting/renyi/whole-order-moment.js';
import { divergenceRows } from '../accounting-table.js';

const rates = [1e-6, 1e-3, 0.01, 0.3, 0.99];
const multipliers = [0.06, 0.2, 0.5, 1, 4, 50, 1e4];

describe('log moments of the subsampled Gaussian', () => {
  it('are the 40-digit integrals, at whole orders and between them', () => {
    expect(divergenceRows).toHaveLength(54);
    for (const { samplingRate, noiseMultiplier, order, value } of divergenceRows) {
      const where = `${samplingRate} ${noiseMultiplier} ${order}`;
      const truth = Number(value) * (order - 1);
      expect(Math.abs(realOrderMoment(samplingRate, noiseMultiplier, order) / truth - 1), where).toBeLessThan(1e-12);
      if (!Number.isInteger(order)) continue;
      expect(Math.abs(wholeOrderMoment(samplingRate, noiseMultiplier, order) / truth - 1), where).toBeLessThan(1e-13);
    }
  });

  it('are the same by the binomial sum and by the integral, for rates and noise of every size', () => {
    for (const q of rates) {
      for (const z of multipliers) {
        for (const order of [2, 3, 7, 20, 64, 300]) {
          const ratio = realOrderMoment(q, z, order) / wholeOrderMoment(q, z, order);
          expect(Math.abs(ratio - 1), `${q} ${z} ${order}`).toBeLessThan(1e-11);
        }
      }
    }
  });

  it('agree with Gauss-Hermite quadrature of the definition', () => {
    const rule = gaussHermite(128);
    for (const [q, z, order] of [
      [0.2, 1, 2.5],
      [0.05, 2, 7.3],
      [0.7, 5, 20],
    ] as const) {
      const moment = rule.nodes.reduce((sum, node, i) => {
        const ratio = 1 - q + q * Math.exp((Math.SQRT2 * node) / z - 1 / (2 * z * z));
        return sum + ((rule.weights[i] as number) * ratio ** order) / Math.sqrt(Math.PI);
      }, 0);
      expect(realOrderMoment(q, z, order)).toBeCloseTo(Math.log(moment), 11);
    }
  });

  it('are never below the truth for too little noise to integrate', () => {
    for (const order of [2, 3, 10]) {
      const [bound, exact] = [realOrderMoment(0.01, 0.04, order), wholeOrderMoment(0.01, 0.04, order)];
      expect(bound).toBeGreaterThanOrEqual(exact * (1 - 1e-15));
      // Short of (1 - q)^order, order log(1 / q) at most.
      expect(bound - exact).toBeLessThan(order * Math.log(100));
    }
  });

  it('add up over releases, and round up', () => {
    const composition = [
      { kind: 'gaussian', noiseMultiplier: 2, count: 3 },
      { kind: 'subsampled-gaussian', samplingRate: 0.01, noiseMultiplier: 1, count: 5 },
    ] as const;
    const sum = (3 * 4 * 3) / 8 + 5 * wholeOrderMoment(0.01, 1, 4);
    expect(logMoment(composition, 4)).toBeGreaterThan(sum);
    expect(logMoment(composition, 4) / sum - 1).toBeLessThan(2e-10);
  });
});
