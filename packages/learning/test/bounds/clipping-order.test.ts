import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { type ClippingOrderVariant, clippingOrder } from '../../src/index.js';
import { randomClippingCase } from './clipping-cases.js';

/** How often a condition claimed the order of a random case, and how often the claim was wrong. */
function claims(cases: number, seed: number, condition: (...about: Parameters<typeof clippingOrder>) => boolean) {
  const draws = openStream(parseSeed(seed), 'test', 2);
  let [made, wrong] = [0, 0];
  for (let k = 0; k < cases; k++) {
    const { norms, shares, bound, terms } = randomClippingCase(draws);
    const [first, other] = norms.map((gradientNorm, a) => ({ gradientNorm, share: shares[a] as number }));
    if (first === undefined || other === undefined || !condition(first, other, bound)) continue;
    made++;
    if (!(terms[0] > terms[1])) wrong++;
  }
  return { made, wrong };
}

describe('order of the clipping terms', () => {
  it.each(['published', 'derived'] as const)(
    '%s: what the condition claims is true in 2,000 random convex cases',
    (variant) => {
      const { made, wrong } = claims(2000, 1, (a, b, bound) => clippingOrder(a, b, bound, variant).suffersMore);
      expect(made).toBeGreaterThan(300);
      expect(wrong).toBe(0);
    },
  );

  it.each<[string, (...about: Parameters<typeof clippingOrder>) => boolean]>([
    [
      'asks for an eighth of the norm',
      (a, b, bound) => clippingOrder({ ...a, gradientNorm: 8 * a.gradientNorm }, b, bound).suffersMore,
    ],
    ['forgets the other group', (a, b, bound) => clippingOrder(a, { ...b, gradientNorm: 0 }, bound).suffersMore],
    ['looks at the norms only', (a, b) => a.gradientNorm > b.gradientNorm],
  ])('a condition that %s is caught', (_, condition) => {
    expect(claims(2000, 1, condition).wrong).toBeGreaterThan(0);
  });

  it('has the coefficients of the theorem and of the derivation', () => {
    const slack = (variant: ClippingOrderVariant) =>
      clippingOrder({ gradientNorm: 10, share: 0.6 }, { gradientNorm: 1, share: 0.4 }, 1, variant).slack;
    expect(slack('published')).toBeCloseTo(10 * 0.42 - 2.5 - 1.48, 14);
    expect(slack('derived')).toBeCloseTo(10 * 0.42 - 2.5 - 1.72, 14);
  });

  it('says nothing of two groups alike', () => {
    const group = { gradientNorm: 3, share: 0.5 };
    expect(clippingOrder(group, group, 0.1).suffersMore).toBe(false);
  });

  it.each([
    [{ gradientNorm: -1, share: 0.5 }, 1, 'gradient norm'],
    [{ gradientNorm: Number.NaN, share: 0.5 }, 1, 'gradient norm'],
    [{ gradientNorm: 1, share: 0 }, 1, 'share of a group'],
    [{ gradientNorm: 1, share: 1.1 }, 1, 'share of a group'],
    [{ gradientNorm: 1, share: 0.5 }, 0, 'clipping bound'],
  ])('refuses %o with bound %d', (group, bound, what) => {
    expect(() => clippingOrder(group, { gradientNorm: 1, share: 0.5 }, bound)).toThrow(what);
  });

  it('a third group could turn the order, so two groups that are not all of the rows are refused', () => {
    // Four rows pull down, five of a third group pull up ten times as hard: clipping them all helps the first group.
    const [first, other] = [
      { gradientNorm: 1, share: 0.4 },
      { gradientNorm: 0.1, share: 0.1 },
    ];
    expect(() => clippingOrder(first, other, 0.01)).toThrow(/shares of the two groups together.*two groups/);
  });
});
