import type { SmoothingResult } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { tradeOff } from '../../../src/smoothing/figures/trade-off.js';
import { wholeSmoothing } from '../../fixtures/smoothing/build-smoothing.js';

const whole = wholeSmoothing();

describe('the figure of the trade-off', () => {
  it('dashes are the model as it is, one grey line where both measures of it are the same, and nothing else is dashed', () => {
    const drawnOf = (result: SmoothingResult) => {
      const figure = tradeOff(result);
      const drawn = JSON.stringify(figure?.draw('wide'));
      const dashes = [...drawn.matchAll(/"strokeDash":\[([^\]]*)\]/g)].map(([, dash]) => dash);
      return { text: figure?.explanation ?? '', dashes, shifts: new Set(drawn.match(/"xOffset":-?[\d.]+/g)) };
    };
    const apart = drawnOf(whole);
    // Four panels of two measures.
    expect([
      apart.dashes.filter((dash) => dash !== '').length,
      apart.dashes.filter((dash) => dash === '').length,
    ]).toEqual([8, 8]);
    expect(apart.shifts.size).toBe(2);
    expect(apart.text).toContain('dashed lines are the model as it is, in the colour of their measure.');
    const same = (group: (typeof whole.runs)[number]['population']) => ({
      ...group,
      confidence: {
        ...group.confidence,
        model: { ...group.accuracy.model, estimate: (group.accuracy.model.estimate ?? 0) + 1e-15 },
      },
    });
    const runs = whole.runs.map((run) => ({ ...run, population: same(run.population), groups: run.groups.map(same) }));
    const one = drawnOf({ ...whole, runs });
    expect(one.dashes.filter((dash) => dash !== '').length).toBe(4);
    expect(one.text).toContain('grey where all measures of it are the same number.');
  });
});
