import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRule } from '../../src/rules/grammar/parse-rule.js';
import { ruleTest } from '../../src/rules/rule-test.js';

const ask = (
  rule: string,
  noisy: Readonly<Record<string, readonly number[]>>,
  fixed: Readonly<Record<string, readonly number[]>> = {},
  clipped = false,
): number[] => {
  const columns = (from: Readonly<Record<string, readonly number[]>>) =>
    Object.fromEntries(Object.entries(from).map(([name, values]) => [name, Float64Array.from(values)]));
  const outcome = new Float64Array(Object.values(noisy)[0]?.length ?? 0);
  ruleTest(parseRule(rule), columns(fixed), clipped)(columns(noisy), outcome);
  return [...outcome];
};

describe('a rule asked of every entity', () => {
  it('answers as the same sentence written by hand', () => {
    const whole = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(whole, whole, whole, fc.boolean(), (x, y, z, clipped) => {
        const cut = (count: number) => (clipped ? Math.max(count, 0) : count);
        const [a, b] = [cut(x), cut(y)];
        const [found] = ask('(x > 2 * y and z >= 3) xor not x + y - z <= 7', { x: [x], y: [y] }, { z: [z] }, clipped);
        expect(found).toBe(Number((a > 2 * b && z >= 3) !== !(a + b - z <= 7)));
      }),
    );
  });

  it('takes a negative noisy count as 0 where it is clipped, a negative public number never', () => {
    expect(ask('x - z > 1', { x: [-5, 0] }, { z: [-3, -1] }, true)).toEqual([1, 0]);
    expect(ask('x - z > 1', { x: [-5, 0] }, { z: [-3, -1] })).toEqual([0, 0]);
  });

  it('is asked of the columns of each trial anew', () => {
    const holds = ruleTest(parseRule('x > 1'), {});
    const outcome = new Float64Array(1);
    for (const x of [0, 2, 1, 3]) {
      holds({ x: Float64Array.of(x) }, outcome);
      expect(outcome[0]).toBe(Number(x > 1));
    }
  });

  it.each([1, 2, 40])('may have %i comparisons', (size) => {
    const rule = Array.from({ length: size }, (_, k) => `x >= ${k + 1}`).join(' and ');
    expect(ask(rule, { x: [size - 1, size] })).toEqual([0, 1]);
    expect(ask(rule.replaceAll('and', 'or'), { x: [0, 1] })).toEqual([0, 1]);
  });

  it('knows columns by their own names alone', () => {
    expect(ask('constructor > 1', { x: [0] }, { constructor: [2] })).toEqual([1]);
  });
});
