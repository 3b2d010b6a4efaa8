import type { Cell } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { countDirections, direction } from '../../src/measure/direction.js';
import { halfWidth, simultaneousMultiplier } from '../../src/measure/half-width.js';
import { buildCell } from '../fixtures/build-cell.js';
import { threeEntities as base } from '../fixtures/three-entities.js';

/** A series of the three entities with errors of their own, the largest of the cell being 4. */
const withErrors = (error: (number | null)[]): Cell => {
  const cell = buildCell({ ...base, method: 'series' });
  return { ...cell, errorEstimate: 4, entities: { ...cell.entities, error } };
};

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

  it('of a computed bias are its own error where the result states it, else the largest of the cell', () => {
    expect(halfWidth({ ...buildCell({ ...base, method: 'exact' }), errorEstimate: 0.25 }, 0)).toBe(0.25);
    const own = withErrors([0.5, null, 3]);
    expect([0, 1, 2].map((index) => halfWidth(own, index))).toEqual([0.5, null, 3]);
    expect([direction(own, 0), direction(own, 2)]).toEqual(['gains', 'undecided']);
    expect(halfWidth(withErrors([null, null, 0]), 0)).toBe(4);
    expect(halfWidth(withErrors([null, null, 0]), 2)).toBe(0);
    expect(direction({ ...buildCell({ ...base, method: 'exact' }), errorEstimate: 3 }, 0)).toBe('unchanged');
    expect(direction({ ...buildCell({ ...base, method: 'series' }), errorEstimate: 3 }, 0)).toBe('undecided');
  });
});
