import { describe, expect, it } from 'vitest';
import { parseRule, settle, wholeCoefficients } from '../../src/index.js';
import { ruleDistance } from '../../src/rules/rule-distance.js';
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

describe('rules that divide', () => {
  const columnsOf = (lep: number, citizens = 0) => ({ lep: Float64Array.of(lep), citizens: Float64Array.of(citizens) });
  const asked = (rule: string, lep: number, citizens = 0) => {
    const outcome = new Float64Array(1);
    ruleTest(parseRule(rule), {})(columnsOf(lep, citizens), outcome);
    return outcome[0] === 1;
  };

  it('a tie of whole counts is a tie for every divisor to 200, and the distance agrees with the answer', () => {
    const wrong: string[] = [];
    for (let divisor = 2; divisor <= 200; divisor++) {
      for (let quotient = 1; quotient <= 50; quotient += 7) {
        const whole = divisor * quotient;
        const rules: readonly (readonly [string, number, number, boolean])[] = [
          [`lep / ${divisor} >= ${quotient}`, whole, 0, true],
          [`lep / ${divisor} > ${quotient}`, whole, 0, false],
          [`lep / ${divisor} > ${quotient}`, whole + 1, 0, true],
          [`lep >= citizens / ${divisor}`, quotient, whole, true],
          [`lep > citizens / ${divisor}`, quotient, whole, false],
          [`lep * (1 / ${divisor}) + 1 / 3 >= ${quotient} + 2 / 6`, whole, 0, true],
          [`lep / (citizens / ${divisor}) >= 1`, quotient, whole, true],
          [`-lep / -${divisor} > ${quotient}`, whole, 0, false],
        ];
        for (const [rule, lep, citizens, answer] of rules) {
          const [distance] = ruleDistance(parseRule(rule), columnsOf(lep, citizens), () => 1);
          const agrees = distance === 0 || (distance as number) > 0 === answer;
          if (asked(rule, lep, citizens) !== answer || !agrees) wrong.push(`${rule} at ${lep}, ${citizens}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('what noise cannot change is told apart at a tie: 0.07 of 100 is 7', () => {
    const columns = { park: Float64Array.of(7), kids: Float64Array.of(100) };
    expect([...ruleDistance(parseRule('park >= 0.07 * kids'), columns, () => 0)]).toEqual([Number.POSITIVE_INFINITY]);
    expect([...ruleDistance(parseRule('park > 0.07 * kids'), columns, () => 0)]).toEqual([Number.NEGATIVE_INFINITY]);
  });
});
