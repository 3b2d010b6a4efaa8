import { describe, expect, it } from 'vitest';
import { addUp, addUpAtRate, NO_FLOOR, payAtRate } from '../../../../../src/statutes/title1/kernel/spending/at-rate.js';

// At rate 3: 3 below its floor of 4, 6 above 5, 15 at its floor of 15, and one outside the range.
const weight = Float64Array.of(1, 2, 5, 100);
const floor = Float64Array.of(4, 5, 15, 100);
const totals = { weight: Number.NaN, floor: Number.NaN };

describe('amounts at a rate', () => {
  it('are what the rate pays, or the floor', () => {
    const amount = new Float64Array(4);
    payAtRate(weight, floor, 0, 3, 3, amount);
    expect([...amount]).toEqual([4, 6, 15, 0]);
  });

  it('add up to rate x weight + floor of the totals at that rate', () => {
    addUpAtRate(weight, floor, 0, 3, 3, totals);
    expect(totals).toEqual({ weight: 2, floor: 19 });
  });

  it('have totals of all weights and floors', () => {
    addUp(weight, floor, 1, 4, totals);
    expect(totals).toEqual({ weight: 107, floor: 120 });
  });

  it('are never held where there is no floor, negative weights included', () => {
    const none = new Float64Array(4).fill(NO_FLOOR);
    const negative = Float64Array.of(-7, 2, 0, 1);
    const amount = new Float64Array(4);
    payAtRate(negative, none, 0, 4, 3, amount);
    expect([...amount]).toEqual([-21, 6, 0, 3]);
    addUpAtRate(negative, none, 0, 4, 3, totals);
    expect(totals).toEqual({ weight: -4, floor: 0 });
    addUp(negative, none, 0, 4, totals);
    expect(totals).toEqual({ weight: -4, floor: 0 });
  });
});
