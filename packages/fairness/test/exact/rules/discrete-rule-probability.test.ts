import { comparisonsOf, holdsGiven, parseRule } from '@dpfair/decisions';
import { type DiscreteNoise, discreteGaussian, discreteLaplace, laplace } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discreteRuleEvaluator } from '../../../src/exact/rules/discrete-rule-probability.js';
import { ruleEvaluator } from '../../../src/exact/rules/rule-probability.js';
import { expectedOutcome } from '../enumerate.js';

type Counts = Readonly<Record<string, number>>;

const probability = (rule: string, truth: Counts, noise: DiscreteNoise, clipped: boolean) =>
  discreteRuleEvaluator(parseRule(rule))?.(
    Object.fromEntries(Object.entries(truth).map(([name, x]) => [name, { truth: x, noise, clipped }])),
  );

/** Over every combination of noises, in twentieths, which are whole numbers. */
function enumerated(rule: string, truth: Counts, noise: DiscreteNoise, clipped: boolean): number {
  const predicate = parseRule(rule);
  const names = Object.keys(truth);
  const comparisons = comparisonsOf(predicate).map(({ coefficients, constant, strict }) => ({
    factors: names.map((name) => Math.round(20 * (coefficients[name] ?? 0))),
    constant: Math.round(20 * constant),
    strict,
  }));
  const [found] = expectedOutcome(Object.values(truth), noise, (noisy) => {
    const answers = comparisons.map(({ factors, constant, strict }) => {
      let sum = constant;
      factors.forEach((factor, i) => {
        sum += factor * (clipped ? Math.max(0, noisy[i] as number) : (noisy[i] as number));
      });
      return strict ? sum > 0 : sum >= 0;
    });
    return [Number(holdsGiven(predicate, answers))];
  });
  return found as number;
}

describe('probability of a rule under discrete noise', () => {
  it('one count: above is not at least', () => {
    for (const noise of [discreteLaplace(2), discreteGaussian(1.4)]) {
      expect(probability('a > 5', { a: 5 }, noise, false)?.probability).toBeCloseTo(noise.survival(0), 14);
      expect(probability('a >= 5', { a: 5 }, noise, false)?.probability).toBeCloseTo(noise.cdf(0), 14);
      expect(probability('a < 3', { a: 5 }, noise, true)?.probability).toBeCloseTo(noise.cdf(-3), 14);
      expect(probability('a <= 0', { a: 2 }, noise, true)?.probability).toBeCloseTo(noise.cdf(-2), 14);
      expect(probability('a < 0', { a: 2 }, noise, true)?.probability).toBe(0);
      expect(probability('a >= 3 and a <= 3', { a: 2 }, noise, false)?.probability).toBeCloseTo(noise.pmf(1), 14);
      expect(probability('a > 3 and a < 4', { a: 2 }, noise, false)?.probability).toBe(0);
    }
  });

  it('two counts that are equal tie with the probability that their noises do', () => {
    const noise = discreteLaplace(1.5);
    let tie = 0;
    for (let k = -200; k <= 200; k++) tie += noise.pmf(k) ** 2;
    const [above, least] = ['a > b', 'a >= b'].map((rule) => probability(rule, { a: 7, b: 7 }, noise, false));
    expect((least?.probability ?? 0) - (above?.probability ?? 0)).toBeCloseTo(tie, 13);
    expect((least?.probability ?? 0) + (above?.probability ?? 0)).toBeCloseTo(1, 13);
  });

  it.each([
    '(lep > 0.05 * citizens or lep > 12) and ill > 0.15 * lep',
    '(lep >= 0.05 * citizens xor lep > 3) or not ill >= 0.5 * lep',
    'lep >= 0.1 * citizens and lep > 2 and citizens < 40',
    'lep > 0.05 * citizens or ill >= 2',
    'lep >= ill and ill > 1 or lep <= 0',
  ])('%s: that of every combination of noises', (rule) => {
    for (const noise of [discreteLaplace(0.8), discreteGaussian(1.6)]) {
      for (const clipped of [false, true]) {
        for (const truth of [
          { lep: 2, citizens: 40, ill: 1 },
          { lep: 0, citizens: 3, ill: 0 },
        ]) {
          const found = probability(rule, truth, noise, clipped);
          expect(found?.probability).toBeCloseTo(enumerated(rule, truth, noise, clipped), 11);
          expect(found?.error).toBeLessThan(1e-13);
        }
      }
    }
  });

  it('random rules over three counts: that of every combination of noises, ties included', () => {
    const sign = fc.constantFrom('>', '>=', '<', '<=');
    const word = fc.constantFrom('and', 'or', 'xor');
    const factor = fc.constantFrom('0.05', '0.5', '1', '2', '0.25');
    const small = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(
        fc.tuple(sign, word, sign, factor, factor, small, fc.boolean()),
        fc.tuple(small, small, small),
        ([first, join, second, f, g, constant, clipped], [a, b, c]) => {
          const rule = `a ${first} ${f} * b + ${constant} ${join} c ${second} ${g} * a`;
          const noise = discreteLaplace(0.5);
          const found = probability(rule, { a, b, c }, noise, clipped);
          expect(found?.probability).toBeCloseTo(enumerated(rule, { a, b, c }, noise, clipped), 10);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('approaches that of Laplace noise as the scale grows', () => {
    const rule = '(lep > 0.05 * citizens or lep > 10000) and illiterate > 0.0131 * lep';
    const truth = { lep: 1600, citizens: 33_050, illiterate: 80 };
    const names = Object.entries(truth);
    const continuous = ruleEvaluator(
      parseRule(rule),
      true,
    )?.(Object.fromEntries(names.map(([name, x]) => [name, { truth: x, noise: laplace(100), clipped: true }])));
    // Strict and not strict lie on either side of the continuous probability.
    const strict = probability(rule, truth, discreteLaplace(100), true)?.probability ?? 0;
    expect(Math.abs(strict - (continuous?.probability ?? 0))).toBeLessThan(0.005);
  });

  it('of three counts in one comparison, or of none that is shared, there is none', () => {
    expect(discreteRuleEvaluator(parseRule('a + b > c'))).toBeNull();
    expect(discreteRuleEvaluator(parseRule('a > b and b > c and c > a'))).toBeNull();
  });
});
