import { describe, expect, it } from 'vitest';
import { allotmentCurvatureBias, decisionByName } from '../../src/index.js';

const counts = Float64Array.of(100, 400, 1500, 8000);
const weights = Float64Array.of(1, 1.5, 0.8, 1.2);

describe('curvature bias of an allotment', () => {
  it('is the published formula on the worked example, Laplace scale 20', () => {
    const bias = allotmentCurvatureBias({ counts, weights }, 800);
    const expected = [-5.76878e-6, -1.19284e-5, -5.07077e-7, 1.820426e-5];
    bias.forEach((b, i) => {
      expect(b / (expected[i] as number)).toBeCloseTo(1, 5);
    });
    expect(Math.max(...bias) - Math.min(...bias)).toBeCloseTo(3.01327e-5, 9);
  });

  it('is half the trace of the Hessian by central differences', () => {
    const shares = (x: Float64Array) =>
      decisionByName('allotment').truth({ counts: { count: x }, fixed: { weight: weights } });
    const step = 2;
    const moved = (j: number, by: number) => counts.map((x, k) => (k === j ? x + by : x));
    const bias = allotmentCurvatureBias({ counts, weights }, 1);
    const middle = shares(counts);
    bias.forEach((b, i) => {
      let trace = 0;
      for (let j = 0; j < counts.length; j++) {
        const [up, down] = [shares(moved(j, step)), shares(moved(j, -step))];
        trace += ((up[i] as number) + (down[i] as number) - 2 * (middle[i] as number)) / step ** 2;
      }
      expect(Math.abs(trace / 2 - b)).toBeLessThan(1e-5 * Math.abs(bias[3] as number));
    });
  });

  it('takes every weight as 1 where there are none', () => {
    // (Var / Z^2) (P_i n - 1) with counts (1, 3), n = 2, Z = 4, Var = 8: (1/2) (1/2 - 1) and (1/2) (3/2 - 1).
    const bias = allotmentCurvatureBias({ counts: Float64Array.of(1, 3), weights: null }, 8);
    expect([...bias]).toEqual([-0.25, 0.25]);
  });

  it('adds up to zero', () => {
    const bias = allotmentCurvatureBias({ counts, weights }, 800);
    expect(Math.abs(bias.reduce((s, b) => s + b, 0))).toBeLessThan(1e-20);
  });
});
