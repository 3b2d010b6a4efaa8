import { namesOf, parseRule } from '@dpfair/decisions';
import { laplace } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quadratureOver, ruleEvaluator } from '../../../src/exact/rules/rule-probability.js';
import { sharedCountOf } from '../../../src/exact/rules/shared-count.js';

function probabilities(rule: string, truth: Readonly<Record<string, number>>, scale: number, clipped: boolean) {
  const predicate = parseRule(rule);
  const noise = laplace(scale);
  const counts = Object.fromEntries(Object.entries(truth).map(([name, x]) => [name, { truth: x, noise, clipped }]));
  const shared = sharedCountOf(predicate);
  return [
    ruleEvaluator(predicate, clipped)?.(counts),
    shared === null ? undefined : quadratureOver(shared, predicate)(counts),
  ];
}

describe('rules under Laplace noise in closed form', () => {
  it('agree with quadrature for any rule over a shared count', () => {
    const comparison = fc
      .tuple(
        fc.constantFrom('', '+ 0.3 * y ', '- 2 * y ', '- y ', '+ z ', '- 0.05 * z '),
        fc.constantFrom('>', '>=', '<', '<='),
        fc.integer({ min: -20, max: 40 }),
      )
      .map(([other, sign, constant]) => `s ${other}${sign} ${constant}`);
    const onOther = fc
      .tuple(fc.constantFrom('y', 'z'), fc.constantFrom('>', '<='), fc.integer({ min: 1, max: 30 }))
      .map(([name, sign, constant]) => `${name} ${sign} ${constant}`);
    const count = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 4, arbitrary: comparison }, onOther), { minLength: 2, maxLength: 4 }),
        fc.infiniteStream(fc.constantFrom('and', 'or', 'xor')),
        fc.record({ s: count, y: count, z: count }),
        fc.boolean(),
        fc.constantFrom(0.5, 4, 30),
        (parts, words, truth, clipped, scale) => {
          const rule = parts.reduce((left, right) => `(${left}) ${words.next().value} ${right}`);
          if (namesOf(parseRule(rule)).length < 2) return;
          const [closed, quadrature] = probabilities(rule, truth, scale, clipped);
          if (closed === undefined || quadrature === undefined) return;
          const difference = Math.abs(closed.probability - quadrature.probability);
          expect(difference, rule).toBeLessThanOrEqual(closed.error + quadrature.error);
          expect(difference, rule).toBeLessThan(1e-11);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('sum of two exponentials: the closed form of the theory, to the last digits', () => {
    // P(x > t y) without clipping, beside a comparison that always holds.
    const [b1, b2, margin] = [10, 0.5, 5.25];
    const expected = (b1 * b1 * Math.exp(-margin / b1) - b2 * b2 * Math.exp(-margin / b2)) / (2 * (b1 * b1 - b2 * b2));
    const [closed] = probabilities('x > 0.05 * y and x > -1e9', { x: 160, y: 3305 }, 10, false);
    expect(Math.abs((closed?.probability ?? 0) - expected)).toBeLessThan(1e-14);
  });

  it('equal scales: the terms whose rates cancel are integrated as they are', () => {
    // P(x > y), x - y = 3 scales apart: 1 - (1/2 + 3/4) exp(-3)... by the convolution of two Laplace densities.
    const [closed] = probabilities('x > y and x > -1e9', { x: 30, y: 0 }, 10, false);
    expect(closed?.probability).toBeCloseTo(1 - (0.5 + 3 / 4) * Math.exp(-3), 14);
  });

  it('far tails neither overflow nor vanish: 600 scales away', () => {
    const [closed] = probabilities('x > y and x > -1e9', { x: 0, y: 6000 }, 10, false);
    expect(closed?.probability).toBeGreaterThanOrEqual(0);
    expect(closed?.probability).toBeLessThan(1e-250);
    const [certain] = probabilities('x > y and x > -1e9', { x: 6_000_000, y: 0 }, 1, true);
    expect(certain?.probability).toBeCloseTo(1, 14);
  });

  it('a threshold at 0 for good of a clipped count keeps its strictness', () => {
    const noise = laplace(5);
    const positive = (x: number) => noise.survival(-x);
    const [strict] = probabilities('s > y and y > 0', { s: 40, y: 3 }, 5, true);
    const [weak] = probabilities('s > y and y >= 0', { s: 40, y: 3 }, 5, true);
    const [both] = probabilities('s > y', { s: 40, y: 3 }, 5, true);
    expect(weak?.probability).toBeCloseTo(both?.probability as number, 12);
    // Where y is clipped to 0 the rule asks s > 0.
    expect((weak?.probability ?? 0) - (strict?.probability ?? 0)).toBeCloseTo((1 - positive(3)) * positive(40), 12);
  });
});
