import { comparisonsOf, holdsGiven, parseRule } from '@dpfair/decisions';
import { type ContinuousNoise, fillUnitGaussian, fillUnitLaplace, gaussian, laplace, parseSeed } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discreteRuleEvaluator } from '../../../src/exact/rules/discrete-rule-probability.js';
import { ruleEvaluator } from '../../../src/exact/rules/rule-probability.js';
import { publishedCoverage, publishedUnion, section203 } from '../../published-language.js';

type Counts = Readonly<Record<string, number>>;

const probability = (rule: string, truth: Counts, noise: ContinuousNoise, clipped: boolean) =>
  ruleEvaluator(
    parseRule(rule),
    clipped,
  )?.(Object.fromEntries(Object.entries(truth).map(([name, x]) => [name, { truth: x, noise, clipped }])));

describe('probability of a rule', () => {
  it.each(publishedCoverage)(
    'language assistance, citizens %d, lep %d, illiterate %d, epsilon %d: the published value',
    (citizens, lep, illiterate, epsilon, expected) => {
      const found = probability(section203, { citizens, lep, illiterate }, laplace(1 / epsilon), true);
      expect(found?.probability).toBeCloseTo(expected, 9);
      expect(Math.abs((found?.probability ?? 0) - expected)).toBeLessThan((found?.error ?? 0) + 5.1e-11);
    },
  );

  it.each(publishedUnion)(
    'Union County, epsilon %d, is covered wrongly with the published probability',
    (epsilon, expected) => {
      const truth = { lep: 160, citizens: 3305 };
      expect(probability('lep > 0.05 * citizens', truth, laplace(1 / epsilon), false)?.probability).toBeCloseTo(
        expected,
        4,
      );
      const closed = (b1: number, b2: number, m: number) =>
        (b1 * b1 * Math.exp(-m / b1) - b2 * b2 * Math.exp(-m / b2)) / (2 * (b1 * b1 - b2 * b2));
      const exact = closed(1 / epsilon, 0.05 / epsilon, 5.25);
      expect(probability('lep > 0.05 * citizens', truth, laplace(1 / epsilon), false)?.probability).toBeCloseTo(
        exact,
        12,
      );
      // The other order of names, and the quadrature in place of the tail of a sum.
      expect(
        probability('lep > 0.05 * citizens and (lep > -1e9)', truth, laplace(1 / epsilon), false)?.probability,
      ).toBeCloseTo(exact, 12);
    },
  );

  it('states the rounding of counts that are huge beside the noise', () => {
    const always = probability('a > b or a <= b', { a: 4e8, b: 0 }, gaussian(3), true);
    expect(1 - (always?.probability ?? 0)).toBeLessThanOrEqual(always?.error ?? 0);
    // 50-digit value; 0.3 is taken as its double.
    const ratio = probability('a / b >= 0.3', { a: 27_800_889, b: 92_669_630 }, laplace(2.7144530140155507e-6), false);
    expect(Math.abs((ratio?.probability ?? 0) - 0.500145778)).toBeLessThanOrEqual(ratio?.error ?? 0);
    const lost = probability(
      'a > 17.7 * b xor a > 24970108124',
      { a: 24970108124, b: 1410740572 },
      gaussian(1.43e-6),
      false,
    );
    expect(lost?.error).toBe(1);
    expect(probability('a > b or a <= b', { a: 4000, b: 0 }, gaussian(3), true)?.error).toBeLessThan(1e-11);
  });

  it('a ratio exactly at its threshold is a coin', () => {
    for (const epsilon of [0.1, 1, 10]) {
      expect(
        probability('lep / citizens > 0.05', { lep: 4, citizens: 80 }, laplace(1 / epsilon), false)?.probability,
      ).toBeCloseTo(0.5, 13);
    }
  });

  it('one noisy count: intervals of its distribution, clipped or not', () => {
    const noise = gaussian(7);
    const between = noise.cdf(20 - 12) - noise.cdf(3 - 12);
    for (const clipped of [false, true]) {
      expect(probability('x > 3 and x < 20', { x: 12 }, noise, clipped)?.probability).toBeCloseTo(between, 13);
      expect(probability('x <= 3 xor x >= 20', { x: 12 }, noise, clipped)?.probability).toBeCloseTo(1 - between, 13);
    }
    expect(probability('x > 0', { x: 12 }, noise, true)?.probability).toBeCloseTo(noise.survival(-12), 13);
    expect(probability('x >= 0', { x: 12 }, noise, true)?.probability).toBe(1);
  });

  it('strictness matters where both sides are clipped to nothing', () => {
    const noise = laplace(5);
    const bothZero = noise.cdf(-2) * noise.cdf(-3);
    const strict = probability('x > y', { x: 2, y: 3 }, noise, true)?.probability as number;
    const weak = probability('x >= y', { x: 2, y: 3 }, noise, true)?.probability as number;
    expect(weak - strict).toBeCloseTo(bothZero, 12);
  });

  it('independent parts combine by the table of the theory', () => {
    const noise = laplace(3);
    const truth = { a: 1, b: -2, c: 4, d: 1 };
    const [p, q] = ['a > 2 * b', 'c > 5 * d'].map(
      (rule) => probability(rule, truth, noise, false)?.probability as number,
    ) as [number, number];
    const of = (rule: string) => probability(rule, truth, noise, false)?.probability;
    expect(of('a > 2 * b and c > 5 * d')).toBeCloseTo(p * q, 13);
    expect(of('a > 2 * b or c > 5 * d')).toBeCloseTo(p + q - p * q, 13);
    expect(of('a > 2 * b xor c > 5 * d')).toBeCloseTo(p + q - 2 * p * q, 13);
    expect(of('not a > 2 * b')).toBeCloseTo(1 - p, 13);
  });

  it('of any rule over a shared count: yes and no add up to 1, raising the shared count helps a rule that only asks it to be large', () => {
    const comparison = fc
      .tuple(
        fc.constantFrom('', '+ 0.3 * y ', '- 2 * y ', '+ z ', '- 0.01 * z '),
        fc.constantFrom('>', '>='),
        fc.integer({ min: -50, max: 50 }),
      )
      .map(([other, sign, constant]) => `s ${other}${sign} ${constant}`);
    const counts = fc.record({
      s: fc.integer({ min: 0, max: 60 }),
      y: fc.integer({ min: 0, max: 60 }),
      z: fc.integer({ min: 0, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.array(comparison, { minLength: 1, maxLength: 5 }),
        fc.infiniteStream(fc.constantFrom('and', 'or')),
        counts,
        fc.boolean(),
        (parts, words, truth, clipped) => {
          const rule = parts.reduce((left, right) => `${left} ${words.next().value} ${right}`);
          const noise = laplace(6);
          const yes = probability(rule, truth, noise, clipped);
          const no = probability(`not (${rule})`, truth, noise, clipped);
          const more = probability(rule, { ...truth, s: truth.s + 5 }, noise, clipped);
          // Sums of three counts are not known after clipping, and then all of these are null.
          if (yes === undefined || no === undefined || more === undefined) return;
          expect(Math.abs(yes.probability + no.probability - 1)).toBeLessThan(1e-12);
          expect(more.probability).toBeGreaterThanOrEqual(yes.probability - 1e-12);
          expect(yes.error).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is null where the comparisons are entangled', () => {
    expect(ruleEvaluator(parseRule('a + b > c and a > b and b > c'), false)).toBeNull();
    expect(ruleEvaluator(parseRule('a + b > c'), true)).toBeNull();
    expect(ruleEvaluator(parseRule('a + b > c'), false)).not.toBeNull();
  });

  it.each([
    ['x > y or y > 30', { x: 20, y: 25 }],
    ['x > 0.3 * y xor x > 2 * z', { x: 9, y: 25, z: 3 }],
    ['(s > y and s > 0.5 * z) or (s < 4 and not y > 3)', { s: 6, y: 5, z: 11 }],
    ['s > y and s < y + 6', { s: 6, y: 5 }],
    ['s + y > 12 or s - y > 1 or y > 9', { s: 6, y: 5 }],
    ['a - 2 * b + c > 3', { a: 6, b: 2, c: 1 }],
  ])('%s: what simulation finds', (rule, truth) => {
    const predicate = parseRule(rule);
    const names = Object.keys(truth);
    const trials = 60_000;
    for (const [noise, fill] of [
      [laplace(4), fillUnitLaplace],
      [gaussian(6), fillUnitGaussian],
    ] as const) {
      for (const clipped of [false, true]) {
        const exact = probability(rule, truth as unknown as Counts, noise, clipped);
        if (exact === undefined) continue;
        const draws = new Float64Array(names.length);
        let hits = 0;
        for (let trial = 0; trial < trials; trial++) {
          fill(draws, parseSeed(3n), 'noise', trial);
          const value = Object.fromEntries(
            names.map((name, k) => {
              const y =
                ((truth as unknown as Record<string, number>)[name] as number) + noise.spread * (draws[k] as number);
              return [name, clipped ? Math.max(y, 0) : y];
            }),
          );
          const answers = comparisonsOf(predicate).map(({ coefficients, constant, strict }) => {
            const sum = Object.entries(coefficients).reduce(
              (total, [name, c]) => total + c * (value[name] as number),
              constant,
            );
            return strict ? sum > 0 : sum >= 0;
          });
          if (holdsGiven(predicate, answers)) hits += 1;
        }
        const deviation = Math.sqrt((exact.probability * (1 - exact.probability)) / trials);
        expect(Math.abs(hits / trials - exact.probability), `${noise.kind} ${clipped}`).toBeLessThan(5 * deviation);
        expect(exact.error).toBeLessThan(1e-9);
      }
    }
  });
});

describe('rules of many comparisons', () => {
  /** Whether the noisy count is above an even number of 1, 2, ..., size: in alternating intervals of length 1. */
  const parity = (size: number) => Array.from({ length: size }, (_, k) => `x > ${k + 1}`).join(' xor ');

  it('53 on one count are exact, the sum over every other interval between thresholds', () => {
    const noise = laplace(2);
    const above = (at: number) => 1 - noise.cdf(at - 52);
    const expected = Array.from({ length: 53 }, (_, k) => (k % 2 === 0 ? 1 : -1) * above(k + 1)).reduce(
      (a, b) => a + b,
    );
    expect(probability(parity(53), { x: 52 }, noise, false)?.probability).toBeCloseTo(expected, 12);
    const sides = Array.from({ length: 27 }, (_, k) => `x > ${k + 1}`).join(' or ');
    expect(probability(`(${sides}) and y > 3`, { x: 1, y: 3 }, noise, false)?.probability).toBeCloseTo(0.25, 14);
  });

  it('more than that, up to 500, are left to simulation', () => {
    const comparison = (k: number) => parseRule(`x > ${k}`);
    for (const size of [54, 500]) {
      const joined = Array.from({ length: size }, (_, k) => comparison(k + 1)).reduce((left, right) => ({
        kind: 'xor',
        left,
        right,
      }));
      expect(ruleEvaluator(joined, true)).toBeNull();
      expect(discreteRuleEvaluator(joined)).toBeNull();
    }
  });
});
