import { parseRule } from '@dpfair/decisions';
import { gaussian, laplace, openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import {
  anyDependence,
  biasOf,
  type Connective,
  composedBias,
  composedGap,
  independent,
} from '../../src/bounds/composition.js';
import { ruleRange } from '../../src/bounds/rule-range.js';
import { ruleEvaluator } from '../../src/exact/rules/rule-probability.js';

const connectives = ['and', 'or', 'xor'] as const;
const join = (connective: Connective, a: boolean, b: boolean) =>
  connective === 'and' ? a && b : connective === 'or' ? a || b : a !== b;
const truths = [0, 1] as const;

/** By listing the four outcomes of two independent flips. */
function enumerated(connective: Connective, truth: readonly [0 | 1, 0 | 1], flips: readonly [number, number]): number {
  let yes = 0;
  for (const first of [false, true]) {
    for (const second of [false, true]) {
      const chance = (first ? flips[0] : 1 - flips[0]) * (second ? flips[1] : 1 - flips[1]);
      if (join(connective, (truth[0] === 1) !== first, (truth[1] === 1) !== second)) yes += chance;
    }
  }
  return yes - Number(join(connective, truth[0] === 1, truth[1] === 1));
}

describe('bias of joined answers', () => {
  it.each([
    [0, 0, 0.02],
    [0, 1, 0.08],
    [1, 0, 0.18],
    [1, 1, -0.28],
  ] as const)(
    'of %d and %d with flips .1 and .2 is the published %d, and xor is .26 whatever the truths',
    (p1, p2, expected) => {
      const [first, second] = [
        { truth: p1, flip: 0.1 },
        { truth: p2, flip: 0.2 },
      ] as const;
      expect(composedBias('and', first, second)).toBeCloseTo(expected, 14);
      expect(Math.abs(composedBias('xor', first, second))).toBeCloseTo(0.26, 14);
    },
  );

  it('is that of listing all flips, in 100,000 random cases', () => {
    const stream = openStream(parseSeed(51), 'test', 0);
    for (let k = 0; k < 100_000; k++) {
      const flips = [stream.nextUniform(), stream.nextUniform()] as const;
      const truth = [truths[k & 1] as 0 | 1, truths[(k >> 1) & 1] as 0 | 1] as const;
      const connective = connectives[k % 3] as Connective;
      const found = composedBias(connective, { truth: truth[0], flip: flips[0] }, { truth: truth[1], flip: flips[1] });
      if (Math.abs(found - enumerated(connective, truth, flips)) > 1e-14)
        throw new Error(`${connective} ${truth} ${flips}`);
    }
    expect(biasOf({ truth: 1, flip: 0.25 })).toBe(-0.25);
  });
});

describe('gap of joined answers', () => {
  it('is reached and never passed by entities between the limits, in 100,000 random cases', () => {
    const stream = openStream(parseSeed(52), 'test', 0);
    const limits = () => {
      const [a, b] = [stream.nextUniform() / 2, stream.nextUniform() / 2];
      return { lower: Math.min(a, b), upper: Math.max(a, b) };
    };
    for (let k = 0; k < 100_000; k++) {
      const connective = connectives[k % 3] as Connective;
      const [first, second] = [limits(), limits()];
      // Every truth and every corner of the limits is some entity.
      const sizes = [0, 1, 2, 3].flatMap((truth) =>
        [first.lower, first.upper].flatMap((b1) =>
          [second.lower, second.upper].map((b2) =>
            Math.abs(enumerated(connective, [truths[truth & 1] as 0 | 1, truths[truth >> 1] as 0 | 1], [b1, b2])),
          ),
        ),
      );
      const gap = Math.max(...sizes) - Math.min(...sizes);
      const formula = composedGap(connective, first, second);
      if (Math.abs(gap - formula) > 1e-13) throw new Error(`${connective}: ${gap} ${formula}`);
      const wider = Math.max(first.upper - first.lower, second.upper - second.lower);
      if (connective !== 'xor' && formula < wider - 1e-14) throw new Error(`${connective} narrower than a part`);
    }
  });

  it('of xor can be narrower than that of a part, against the claim of the slide', () => {
    const gap = composedGap('xor', { lower: 0, upper: 0.3 }, { lower: 0.2, upper: 0.2 });
    expect(gap).toBeCloseTo(0.18, 14);
    expect(gap).toBeLessThan(0.3);
    expect(composedGap('and', { lower: 0, upper: 0.3 }, { lower: 0.2, upper: 0.2 })).toBeGreaterThanOrEqual(0.3);
  });
});

describe('limits under any dependence', () => {
  it('hold for every joint law of two events and are attained, in 100,000 random laws', () => {
    const stream = openStream(parseSeed(53), 'test', 0);
    for (let k = 0; k < 100_000; k++) {
      const raw = Array.from(
        { length: 4 },
        () => -Math.log(1 - stream.nextUniform()) * Number(stream.nextUniform() > 0.2),
      );
      const sum = raw.reduce((a, b) => a + b, 0) || 1;
      const [both, onlyFirst, onlySecond] = raw.map((w) => w / sum) as [number, number, number, number];
      const [p, q] = [both + onlyFirst, both + onlySecond];
      const connective = connectives[k % 3] as Connective;
      const truth = { and: both, or: both + onlyFirst + onlySecond, xor: onlyFirst + onlySecond }[connective];
      const { lower, upper } = anyDependence(connective, { lower: p, upper: p }, { lower: q, upper: q });
      if (truth < lower - 1e-14 || truth > upper + 1e-14) throw new Error(`${connective} ${p} ${q} ${truth}`);
    }
    const at = (p: number, q: number, connective: Connective) =>
      anyDependence(connective, { lower: p, upper: p }, { lower: q, upper: q });
    // Nested, disjoint and covering events.
    expect(at(0.3, 0.5, 'and')).toEqual({ lower: 0, upper: 0.3 });
    expect(at(0.3, 0.5, 'or')).toEqual({ lower: 0.5, upper: 0.8 });
    expect(at(0.3, 0.5, 'xor').upper).toBeCloseTo(0.8, 14);
    expect(at(0.3, 0.5, 'xor').lower).toBeCloseTo(0.2, 14);
    expect(at(0.8, 0.7, 'and').lower).toBeCloseTo(0.5, 14);
    expect(at(0.8, 0.7, 'xor').upper).toBeCloseTo(0.5, 14);
  });

  it('independence lies inside them, in 100,000 random cases', () => {
    const stream = openStream(parseSeed(54), 'test', 0);
    for (let k = 0; k < 100_000; k++) {
      const limits = () => {
        const [a, b] = [stream.nextUniform(), stream.nextUniform()];
        return { lower: Math.min(a, b), upper: Math.max(a, b) };
      };
      const [first, second] = [limits(), limits()];
      const connective = connectives[k % 3] as Connective;
      const wide = anyDependence(connective, first, second);
      const narrow = independent(connective, first, second);
      if (narrow.lower < wide.lower - 1e-14 || narrow.upper > wide.upper + 1e-14) throw new Error(connective);
    }
  });

  it('hold for rules that share counts: the exact probability lies between them', () => {
    const stream = openStream(parseSeed(55), 'test', 0);
    const rules = [
      '(lep > 0.05 * citizens or lep > 100) and illiterate > 0.0131 * lep',
      'lep > 0.05 * citizens xor lep > 50',
      'not (lep > 40 and lep < 90) or citizens > 900',
      'lep > 0.05 * citizens and illiterate > 3',
    ].map((rule) => parseRule(rule));
    for (let k = 0; k < 800; k++) {
      const predicate = rules[k % rules.length] as (typeof rules)[number];
      const clipped = k % 8 < 4;
      const noise = k % 3 === 0 ? gaussian(3 + 20 * stream.nextUniform()) : laplace(1 + 20 * stream.nextUniform());
      const counts = Object.fromEntries(
        [
          ['lep', 120],
          ['citizens', 2000],
          ['illiterate', 8],
        ].map(([name, most]) => [name, { truth: Math.round((most as number) * stream.nextUniform()), noise, clipped }]),
      );
      const exact = ruleEvaluator(predicate, clipped)?.(counts);
      const range = ruleRange(predicate, clipped)?.(counts);
      if (exact === undefined || range === undefined) throw new Error('not evaluated');
      if (exact.probability < range.lower - exact.error || exact.probability > range.upper + exact.error) {
        throw new Error(`${exact.probability} outside ${range.lower} to ${range.upper}`);
      }
    }
  });

  it('work where comparisons are entangled, and are null where a comparison has no formula', () => {
    const entangled = parseRule('a + b > c and a > b and b > c');
    const count = (truth: number) => ({ truth, noise: laplace(2), clipped: false });
    expect(ruleEvaluator(entangled, false)).toBeNull();
    const range = ruleRange(entangled, false)?.({ a: count(10), b: count(5), c: count(1) });
    expect(range?.lower).toBeGreaterThan(0.5);
    expect(range?.upper).toBeLessThan(1);
    expect(ruleRange(parseRule('a + b > c'), true)).toBeNull();
  });
});
