import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/rules/grammar/parse-rule.js';
import { ruleDistance } from '../../src/rules/rule-distance.js';
import { ruleTest } from '../../src/rules/rule-test.js';

const distanceOf = (rule: string, counts: Readonly<Record<string, number>>, deviations: Record<string, number>) => {
  const columns = Object.fromEntries(Object.entries(counts).map(([name, value]) => [name, Float64Array.of(value)]));
  return ruleDistance(parseRule(rule), columns, (name) => deviations[name] as number)[0] as number;
};

describe('distance to the threshold of a rule', () => {
  it('is the margin of a comparison over the standard deviation of its noise', () => {
    // 160 - .05 x 3305 = -5.25; noise 20 and .05 x 20 = 1: sqrt(400 + 1).
    const union = { lep: 160, citizens: 3305 };
    expect(distanceOf('lep > 0.05 * citizens', union, { lep: 20, citizens: 20 })).toBeCloseTo(
      -5.25 / Math.sqrt(401),
      14,
    );
    expect(distanceOf('lep / citizens > 0.05', union, { lep: 20, citizens: 20 })).toBeCloseTo(
      -5.25 / Math.sqrt(401),
      14,
    );
    expect(distanceOf('lep < 100', union, { lep: 20, citizens: 20 })).toBe(-3);
  });

  it.each([
    ['x > 0 and y > 0', 2, 3, 2],
    ['x > 0 and y > 0', 2, -3, -3],
    ['x > 0 or y > 0', 2, 3, 3],
    ['x > 0 or y > 0', -2, -3, -2],
    ['not x > 0', 2, 3, -2],
    ['x > 0 xor y > 0', 2, 3, -2],
    ['x > 0 xor y > 0', -2, 3, 2],
    ['x > 0 xor y > 0', 2, -3, 2],
    ['x > 0 xor y > 0', -2, -3, -2],
  ])('%s at (%d, %d) is %d away', (rule, x, y, expected) => {
    expect(distanceOf(rule, { x, y }, { x: 1, y: 1 })).toBe(expected);
  });

  it('what is public adds no noise, and a question about public numbers alone is infinitely far', () => {
    expect(distanceOf('x > 0.5 * z', { x: 7, z: 10 }, { x: 2, z: 0 })).toBe(1);
    expect(distanceOf('z > 10', { z: 10 }, { z: 0 })).toBe(Number.NEGATIVE_INFINITY);
    expect(distanceOf('z >= 10', { z: 10 }, { z: 0 })).toBe(Number.POSITIVE_INFINITY);
    expect(distanceOf('x > 4 and z >= 10', { x: 8, z: 10 }, { x: 2, z: 0 })).toBe(2);
  });

  it('its sign is the true answer, whatever the rule', () => {
    const comparison = fc
      .tuple(
        fc.constantFrom('x', 'y', 'x - 2 * y', 'x + y'),
        fc.constantFrom('>', '>=', '<', '<='),
        fc.integer({ min: -9, max: 9 }),
      )
      .map(([left, sign, right]) => `${left} ${sign} ${right}`);
    const { rule } = fc.letrec<{ rule: string }>((tie) => ({
      rule: fc.oneof(
        { depthSize: 'small' },
        comparison,
        fc
          .tuple(tie('rule'), fc.constantFrom('and', 'or', 'xor'), tie('rule'))
          .map(([a, word, b]) => `(${a}) ${word} (${b})`),
        tie('rule').map((inner) => `not (${inner})`),
      ),
    }));
    fc.assert(
      fc.property(rule, fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), (text, x, y) => {
        const distance = distanceOf(text, { x, y }, { x: 1, y: 3 });
        const outcome = new Float64Array(1);
        ruleTest(parseRule(text), {})({ x: Float64Array.of(x), y: Float64Array.of(y) }, outcome);
        expect(distance === 0 || distance > 0 === (outcome[0] === 1)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
