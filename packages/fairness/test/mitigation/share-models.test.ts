import { decisionByName, substituteDecision } from '@dpfair/decisions';
import { laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { prepareCell } from '../../src/models/prepared-cell.js';
import { finish } from '../../src/steps/steps.js';

const input = {
  counts: { count: Float64Array.of(100, 400, 1500, 8000) },
  fixed: { weight: Float64Array.of(1, 1.5, 0.8, 1.2) },
};

describe('the released total', () => {
  it('reproduces the vector of theory 4.4: noise of 600 on a total of 11,500', () => {
    const spec = { name: 'redundant-release', normaliserSpread: 600 } as const;
    const decision = substituteDecision(decisionByName('allotment'), spec);
    const { model } = prepareCell({ decision, post: 'none', input, noise: laplace(20) });
    const { bias = new Float64Array(4) } = model.series ? finish(model.series()) : {};
    // P_i times the principal value of E[Z / Z~] - 1, computed to 40 digits.
    const exact = [4.90412298695846e-5, 2.94247379217508e-4, 5.88494758435016e-4, 4.70795806748012e-3];
    // Published to four digits: second order, and simulation, which the fourth order matches to 0.5 %.
    const second = [4.734e-5, 2.8405e-4, 5.6809e-4, 4.5448e-3];
    const simulated = [4.909e-5, 2.946e-4, 5.891e-4, 4.713e-3];
    const ratio = 600 / 11_500;
    [100, 600, 1200, 9600].forEach((weighted, i) => {
      const share = weighted / 11_500;
      expect((bias[i] as number) / (exact[i] as number)).toBeCloseTo(1, 4);
      expect((share * 2 * ratio ** 2) / (second[i] as number)).toBeCloseTo(1, 3);
      const fourth = share * (2 * ratio ** 2 + 24 * ratio ** 4);
      expect(Math.abs(fourth / (simulated[i] as number) - 1)).toBeLessThan(0.005);
    });
  });
});
