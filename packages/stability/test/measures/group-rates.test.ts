import { describe, expect, it } from 'vitest';
import { groupRates, smallestOverLargest } from '../../src/measures/group-rates.js';
import { measureMessages } from '../../src/measures/messages.js';

const three = { values: ['a', 'b', 'c'], of: Int32Array.of(0, 0, 0, 0, 1, 1, 2, 2) };

describe('rates of the favourable class', () => {
  it('are compared as smallest over largest, contrast over all others, and largest minus smallest', () => {
    // a: 1 of 4, b: 2 of 2, c: 1 of 2; a against 3 of 4.
    const rates = groupRates(Uint8Array.of(1, 0, 0, 0, 1, 1, 0, 1), three, 0);
    expect(rates.rates.map(({ value }) => value)).toEqual([0.25, 1, 0.5]);
    expect(rates.statisticalRate.value).toBe(0.25);
    expect(rates.disparateImpact.value).toBeCloseTo(1 / 3, 15);
    expect(rates.parityGap.value).toBe(0.75);
  });

  it('leave gamma undefined where nobody is given the favourable class, and the gap 0', () => {
    const rates = groupRates(new Uint8Array(8), three, 1);
    expect(rates.statisticalRate).toEqual({ value: null, reason: measureMessages.nobody });
    expect(rates.disparateImpact).toEqual({ value: null, reason: measureMessages.nobody });
    expect(rates.parityGap.value).toBe(0);
  });

  it('have gamma 0 and no disparate impact where only the contrast is given it', () => {
    const rates = groupRates(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0), three, 0);
    expect(rates.statisticalRate.value).toBe(0);
    expect(rates.disparateImpact).toEqual({ value: null, reason: measureMessages.noOthers });
  });

  it('have no disparate impact where there is one group, and say so, whoever is given the favourable class', () => {
    const one = { values: ['a'], of: Int32Array.of(0, 0, 0) };
    const undefinedImpact = { value: null, reason: measureMessages.oneGroup };
    expect(groupRates(Uint8Array.of(1, 0, 1), one, 0)).toEqual({
      rates: [{ value: 2 / 3, reason: null }],
      statisticalRate: { value: 1, reason: null },
      disparateImpact: undefinedImpact,
      parityGap: { value: 0, reason: null },
    });
    expect(groupRates(new Uint8Array(3), one, 0)).toMatchObject({
      statisticalRate: { value: null, reason: measureMessages.nobody },
      disparateImpact: undefinedImpact,
    });
  });

  it('are undefined for a group without rows, which is named', () => {
    const rates = groupRates(Uint8Array.of(1, 1), { values: ['a', 'b'], of: Int32Array.of(0, 0) }, 0);
    expect(rates.rates[1]).toEqual({ value: null, reason: measureMessages.emptyGroup('b') });
    expect(rates.parityGap).toEqual({ value: null, reason: measureMessages.emptyGroup('b') });
  });

  it('of some groups have a gamma of their own, undefined where one of them is or all are 0', () => {
    const known = (value: number) => ({ value, reason: null });
    expect(smallestOverLargest([known(0.3), known(0.4), known(0.2)]).value).toBe(0.5);
    expect(smallestOverLargest([known(0), known(0)])).toEqual({ value: null, reason: measureMessages.nobody });
    expect(smallestOverLargest([known(0.3), { value: null, reason: 'why' }])).toEqual({ value: null, reason: 'why' });
  });
});
