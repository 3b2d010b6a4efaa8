import { describe, expect, it } from 'vitest';
import { countDirections, direction } from '../../src/measure/direction.js';
import { halfWidth, simultaneousMultiplier } from '../../src/measure/half-width.js';
import { buildCell } from '../fixtures/build-cell.js';
import { threeEntities as base } from '../fixtures/three-entities.js';

describe('intervals', () => {
  it('of a simulated bias are the multiplier of the result times the standard error', () => {
    const cell = buildCell({ ...base, intervalMultiplier: 3 });
    expect(halfWidth(cell, 0)).toBe(1.5);
    expect(halfWidth(cell, 1)).toBeNull();
    expect(direction(cell, 0)).toBe('gains');
    expect(direction(cell, 2)).toBe('undecided');
    expect(countDirections(cell)).toEqual({ gains: 1, loses: 0, unchanged: 0, undecided: 2 });
  });

  it('without a multiplier are wider than those of Bonferroni', () => {
    const { intervalMultiplier: _, ...cell } = buildCell(base);
    // two-sided Bonferroni over 3 at 95 %: quantile of the normal at 1 - 0.05 / 6 = 2.3940
    const multiplier = simultaneousMultiplier(cell) as number;
    expect(multiplier).toBeCloseTo(Math.sqrt(2 * Math.log(60)), 12);
    expect(multiplier).toBeGreaterThan(2.394);
    expect(multiplier).toBeLessThan(3);
  });

  it('of an exact bias are its numerical error', () => {
    expect(halfWidth({ ...buildCell({ ...base, method: 'exact' }), errorEstimate: 0.25 }, 0)).toBe(0.25);
    expect(direction({ ...buildCell({ ...base, method: 'exact' }), errorEstimate: 3 }, 0)).toBe('unchanged');
    expect(direction({ ...buildCell({ ...base, method: 'series' }), errorEstimate: 3 }, 0)).toBe('undecided');
  });
});
