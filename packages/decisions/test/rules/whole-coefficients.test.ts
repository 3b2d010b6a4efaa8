import { describe, expect, it } from 'vitest';
import { parseRule, settle, wholeCoefficients } from '../../src/index.js';
import { ruleTest } from '../../src/rules/rule-test.js';

const answers = (rule: string, columns: Readonly<Record<string, readonly number[]>>): number[] => {
  const outcome = new Float64Array(Object.values(columns)[0]?.length ?? 0);
  const noisy = Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, Float64Array.from(values)]));
  ruleTest(parseRule(rule), {})(noisy, outcome);
  return [...outcome];
};

describe('a rule with whole coefficients', () => {
  it('asks the same question with whole numbers', () => {
    expect(wholeCoefficients(parseRule('lep >= 0.05 * citizens + 2.5'))).toEqual({
      kind: 'comparison',
      coefficients: { lep: 100, citizens: -5 },
      constant: -250,
      strict: false,
    });
  });

  it('stays as it is where its numbers are no decimals', () => {
    const rule = parseRule('a > b / 3');
    expect(wholeCoefficients(rule)).toEqual(rule);
  });

  it('knows a tie from what is just above and just below it, for every multiple', () => {
    const citizens = Array.from({ length: 2000 }, (_, k) => 20 * k);
    const tied = citizens.map((_, k) => k);
    // In double precision 0.35 x 20 k is not 7 k for some k, and 0.07 x 100 is not 7.
    expect(citizens.some((c, k) => 0.35 * c !== 7 * k)).toBe(true);
    expect(0.07 * 100).not.toBe(7);
    for (const [factor, lep] of [
      [0.05, tied],
      [0.35, tied.map((k) => 7 * k)],
    ] as const) {
      const columns = { citizens, lep };
      expect(new Set(answers(`lep > ${factor} * citizens`, columns))).toEqual(new Set([0]));
      expect(new Set(answers(`lep >= ${factor} * citizens`, columns))).toEqual(new Set([1]));
      const above = { citizens, lep: lep.map((x) => x + 1) };
      expect(new Set(answers(`lep > ${factor} * citizens`, above))).toEqual(new Set([1]));
    }
  });

  it('keeps ties when public numbers are put in', () => {
    for (let k = 1; k < 500; k++) {
      const left = settle(parseRule('lep >= 0.35 * citizens'), { citizens: 20 * k });
      if (typeof left === 'boolean') throw new Error('lep was asked for');
      const outcome = new Float64Array(1);
      ruleTest(left, {})({ lep: Float64Array.of(7 * k) }, outcome);
      expect(outcome[0]).toBe(1);
    }
  });
});
