import { type MembershipScores, membershipInference } from '@dpfair/disclosure';
import type { Membership } from '@dpfair/result';
import { openStream, parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';

const scored = (scores: readonly number[], groups: readonly number[] = scores.map(() => 0)) => ({
  scores: Float64Array.from(scores),
  groups: Int32Array.from(groups),
});
const ofAll = (members: readonly number[], others: readonly number[], confidence = 0.95): Membership =>
  membershipInference(
    { members: scored(members), others: scored(others), groupNames: ['a'] },
    { confidence },
  )[0] as Membership;

/** n scores with steps of 1/4, so that there are ties. */
function drawn(n: number, shift: number, seed: number): number[] {
  const stream = openStream(parseSeed(seed), 'test', 3);
  return Array.from({ length: n }, () => Math.round(4 * (stream.nextGaussian() + shift)) / 4);
}

describe('area, advantage and curve', () => {
  it.each([0, 1, 2, 3])('are those of counting every pair and every threshold (seed %i)', (seed) => {
    const members = drawn(40, 0.7, seed);
    const others = drawn(25, 0, seed + 10);
    const pairs = members.flatMap((one) => others.map((other): number => (one > other ? 1 : one === other ? 0.5 : 0)));
    const found = ofAll(members, others);
    expect(found.areaUnderCurve.estimate).toBeCloseTo(pairs.reduce((a, b) => a + b, 0) / 1000, 12);
    const rates = [...members, ...others].map((t) => ({
      truePositive: members.filter((score) => score >= t).length / 40,
      falsePositive: others.filter((score) => score >= t).length / 25,
    }));
    expect(found.advantage.estimate).toBeCloseTo(
      Math.max(0, ...rates.map((r) => r.truePositive - r.falsePositive)),
      12,
    );
    expect(found.curve[0]?.falsePositive).toBe(0);
    expect(found.curve.at(-1)).toMatchObject({ falsePositive: 1, truePositive: 1 });
    for (const [k, { falsePositive, truePositive }] of found.curve.entries()) {
      if (falsePositive > 0) {
        const same = rates.filter((r) => r.falsePositive === falsePositive).map((r) => r.truePositive);
        expect(truePositive).toBe(Math.max(...same));
      }
      expect(falsePositive).toBeGreaterThan(found.curve[k - 1]?.falsePositive ?? -1);
    }
  });

  it("have DeLong's interval on the logit scale, as computed by hand for 30 members and 30 others", () => {
    const times = (count: number, score: number) => Array.from({ length: count }, () => score);
    // Placements: 18 members of 1, 12 of 1/2; 15 others of 1, 15 of .6. Sums of squares 30 (.06) and 30 (.04); variance .06 / 29 + .04 / 29.
    const { estimate, lower, upper } = ofAll(
      [...times(18, 3), ...times(12, 1)],
      [...times(15, 2), ...times(15, 0)],
    ).areaUnderCurve;
    expect(estimate).toBeCloseTo(0.8, 12);
    // Degrees of freedom 29 (.1)^2 / (.06^2 + .04^2) = 55.769; Student's .975 quantile there is 2.003424 (scipy.stats.t.ppf).
    const reach = (2.003423658 * Math.sqrt(0.1 / 29)) / 0.16;
    expect(Math.log((lower as number) / (1 - (lower as number)))).toBeCloseTo(Math.log(4) - reach, 6);
    expect(Math.log((upper as number) / (1 - (upper as number)))).toBeCloseTo(Math.log(4) + reach, 6);
  });

  it("have Hoeffding's interval where fewer than five of min(m, n) pairs go one way", () => {
    // Four members above all 500 others, one above 400 of them: .8 + .2 (.8).
    const others = Array.from({ length: 500 }, (_, k) => k);
    const { estimate, lower, upper } = ofAll([600, 601, 602, 603, 399.5], others).areaUnderCurve;
    expect(estimate).toBeCloseTo(0.96, 12);
    // Bisection of the divergence in 30 digits (mpmath).
    expect(lower).toBeCloseTo(0.3975871206, 9);
    expect(upper).toBeCloseTo(0.9999999999, 9);
  });

  it('do not claim certainty where all members are above all others: the interval is that of independent pairs', () => {
    const { areaUnderCurve } = ofAll([3, 4, 5, 6], [0, 1, 2], 0.9);
    expect(areaUnderCurve).toEqual({ estimate: 1, lower: expect.closeTo(0.05 ** (1 / 3), 12), upper: 1 });
    expect(ofAll([0, 1, 2], [3, 4, 5, 6], 0.9).areaUnderCurve.upper).toBeCloseTo(1 - 0.05 ** (1 / 3), 12);
  });

  it('are one half, nothing and the diagonal for scores that are all equal', () => {
    const found = ofAll([1, 1, 1], [1, 1]);
    // Two pairs that both tie: ties may be as rare as the square root of .025.
    const tie = Math.sqrt(0.025) / 2;
    expect(found.areaUnderCurve).toEqual({
      estimate: 0.5,
      lower: expect.closeTo(tie, 12),
      upper: expect.closeTo(1 - tie, 12),
    });
    expect(found.advantage.estimate).toBe(0);
    expect(found.curve.map(({ truePositive }) => truePositive)).toEqual([0, 1]);
  });

  it('thin a long curve evenly on the log axis and keep its low end', () => {
    const { curve } = ofAll(
      Array.from({ length: 5000 }, (_, k) => k + 0.5),
      Array.from({ length: 5000 }, (_, k) => k),
    );
    expect(curve.length).toBeLessThanOrEqual(62);
    expect(curve.slice(0, 4).map(({ falsePositive }) => Math.round(falsePositive * 5000))).toEqual([0, 1, 2, 3]);
    for (let k = 12; k + 1 < curve.length; k++) {
      expect(
        (curve[k + 1] as (typeof curve)[0]).falsePositive / (curve[k] as (typeof curve)[0]).falsePositive,
      ).toBeLessThan(1.4);
    }
  });
});

describe('a threshold for an allowed false positive rate', () => {
  it('is the k-th largest score of the others, k = floor(rate (n + 1)), with intervals of both rates', () => {
    const others = Array.from({ length: 99 }, (_, k) => k);
    const members = Array.from({ length: 50 }, (_, k) => 2 * k);
    const tenth = ofAll(members, others).operatingPoints[2];
    // Ten others, 89 to 98, and five members, 90 to 98. Quantiles of beta distributions (scipy.stats.beta.ppf): .0225 and .975
    // for the others, who chose, .025 and .975 for the members.
    expect(tenth?.falsePositive.estimate).toBeCloseTo(10 / 99, 12);
    expect(tenth?.falsePositive.lower).toBeCloseTo(0.0486553, 6);
    expect(tenth?.falsePositive.upper).toBeCloseTo(0.1779246, 6);
    expect(tenth?.truePositive).toMatchObject({ estimate: 0.1 });
    expect(tenth?.truePositive.lower).toBeCloseTo(0.0332751, 6);
    expect(tenth?.truePositive.upper).toBeCloseTo(0.2181354, 6);
  });

  it('does not exist where there are too few others for so small a rate', () => {
    const nothing = { estimate: null, lower: null, upper: null };
    const points = ofAll(
      [1, 2, 3],
      Array.from({ length: 98 }, (_, k) => k),
    ).operatingPoints;
    expect(points[0]).toEqual({ allowed: 0.001, falsePositive: nothing, truePositive: nothing });
    expect(points[1]?.truePositive.estimate).toBeNull();
    expect(points[2]?.truePositive.estimate).toBe(0);
  });
});

describe('groups', () => {
  const scores: MembershipScores = {
    members: scored([1, 2, 3, 10, 11], [0, 0, 0, 1, 1]),
    others: scored([1.5, 2.5, 0, 1], [0, 0, 1, 1]),
    groupNames: ['a', 'b', 'nobody'],
  };
  const [all, a, b, nobody] = membershipInference(scores);

  it('are attacked each with thresholds of its own, all rows first, and small ones are marked', () => {
    expect([all, a, b].map((one) => [one?.group, one?.members, one?.others, one?.small])).toEqual([
      [null, 5, 4, true],
      ['a', 3, 2, true],
      ['b', 2, 2, true],
    ]);
    expect(a?.areaUnderCurve.estimate).toBeCloseTo(1 / 2, 12);
    expect(b?.areaUnderCurve.estimate).toBe(1);
    expect(ofAll(drawn(30, 0, 1), drawn(30, 0, 2)).small).toBe(false);
  });

  it('without rows have no numbers', () => {
    expect(nobody).toMatchObject({
      members: 0,
      areaUnderCurve: { estimate: null },
      advantage: { estimate: null },
      curve: [],
    });
  });
});

it.each<[string, Partial<MembershipScores>, RegExp]>([
  ['a score that is no number', { members: scored([1, Number.NaN]) }, /score of member 1.*NaN.*finite/],
  ['a group that is none', { others: scored([1], [3]) }, /group of non-member 0.*3.*0 to 0/],
  ['lists of two lengths', { others: scored([1], [0, 0]) }, /groups of non-members: 2 \(allowed: 1\)/],
])('%s is refused', (_, part, message) => {
  const fine = { members: scored([1]), others: scored([0]), groupNames: ['a'] };
  expect(() => membershipInference({ ...fine, ...part })).toThrow(message);
});
