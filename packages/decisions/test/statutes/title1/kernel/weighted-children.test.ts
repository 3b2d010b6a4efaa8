import { describe, expect, it } from 'vitest';
import {
  bracketsAt,
  tangentWeightChildren,
  type WeightChildren,
  weightChildren,
} from '../../../../src/statutes/title1/kernel/weighted-children.js';
import type { BracketPair } from '../../../../src/statutes/title1/law/statute.js';
import { title1Fy2021 } from '../../../../src/statutes/title1/law/title1-fy2021.js';

const { targeted, efig } = title1Fy2021.grants;
const district = targeted.weights[0]?.district as BracketPair;
const county = targeted.weights[0]?.county as BracketPair;
const unlimited = Float64Array.of(Number.POSITIVE_INFINITY);

const one = (weigh: WeightChildren, count: number, children: number): number => {
  const into = new Float64Array(1);
  weigh(Float64Array.of(count), Float64Array.of(children), into);
  return into[0] as number;
};
const ofPair = (pair: BracketPair, count: number, children: number, cap = unlimited) =>
  one(weightChildren([pair], cap), count, children);
const onlyPercent = ({ byPercent }: BracketPair): BracketPair => ({ byPercent, byNumber: [{ above: 0, weight: 0 }] });
const onlyNumber = ({ byNumber }: BracketPair): BracketPair => ({ byPercent: [{ above: 0, weight: 0 }], byNumber });

describe('weighted child counts', () => {
  it.each([
    [1000, 5000, 1154.5, 1165.75, 1165.75],
    [40, 100, 40, 80.4325, 80.4325],
    [40_000, 300_000, 96_841, 40_000, 96_841],
  ])('are the published ones for %i of %i children', (count, children, byNumber, byPercent, used) => {
    expect(ofPair(onlyNumber(district), count, children)).toBeCloseTo(byNumber, 9);
    expect(ofPair(onlyPercent(district), count, children)).toBeCloseTo(byPercent, 9);
    expect(ofPair(district, count, children)).toBeCloseTo(used, 9);
  });

  // The sums at the ends of the brackets, by hand: 691 + 1571 x 1.5 = 3047.5; + 5589 x 2 = 14225.5; + 27663 x 2.5 = 83383.
  const numberEnds = [
    [691, 691, 1, 1.5],
    [2262, 3047.5, 1.5, 2],
    [7851, 14_225.5, 2, 2.5],
    [35_514, 83_383, 2.5, 3],
  ] as const;
  it.each(numberEnds)(
    'up to number %i they are %d, and a child counts %d below and %d above',
    (end, sum, below, above) => {
      const at = (count: number) => ofPair(onlyNumber(district), count, 1e6);
      expect(at(end)).toBeCloseTo(sum, 9);
      expect(at(end) - at(end - 1)).toBeCloseTo(below, 9);
      expect(at(end + 1) - at(end)).toBeCloseTo(above, 9);
    },
  );

  // Of 10,000 children: 1558; + 653 x 1.75 = 2700.75; + 805 x 2.5 = 4713.25; + 808 x 3.25 = 7339.25.
  const percentEnds = [
    [1558, 1558, 1, 1.75],
    [2211, 2700.75, 1.75, 2.5],
    [3016, 4713.25, 2.5, 3.25],
    [3824, 7339.25, 3.25, 4],
  ] as const;
  it.each(percentEnds)(
    'up to %i of 10,000 they are %d, and a child counts %d below and %d above',
    (end, sum, below, above) => {
      const at = (count: number) => ofPair(onlyPercent(district), count, 10_000);
      expect(at(end)).toBeCloseTo(sum, 8);
      expect(at(end) - at(end - 1)).toBeCloseTo(below, 8);
      expect(at(end + 1) - at(end)).toBeCloseTo(above, 8);
    },
  );

  // Counties: 2311 + 5602 x 1.5 = 10714; + 16004 x 2 = 42722; + 69893 x 2.5 = 217454.5.
  it.each([
    [2311, 2311],
    [7913, 10_714],
    [23_917, 42_722],
    [93_810, 217_454.5],
    [93_811, 217_457.5],
  ])('of a county with %i children are %d by number', (count, sum) => {
    expect(ofPair(onlyNumber(county), count, 1e7)).toBeCloseTo(sum, 6);
  });

  // Counties of 10,000: 1500; + 400 x 1.75 = 2200; + 520 x 2.5 = 3500; + 500 x 3.25 = 5125; one more counts 4.
  it.each([
    [1500, 1500],
    [1900, 2200],
    [2420, 3500],
    [2920, 5125],
    [2921, 5129],
  ])('of a county with %i of 10,000 children are %d by percentage', (count, sum) => {
    expect(ofPair(onlyPercent(county), count, 10_000)).toBeCloseTo(sum, 8);
  });

  it('of a negative count are that count', () => {
    expect(ofPair(district, -5, 100)).toBe(-5);
    expect(ofPair(county, -5, 0)).toBe(-5);
  });

  it.each([1, 4, 5, 6, 8])('are the documented sums for %i brackets too', (brackets) => {
    const byNumber = Array.from({ length: brackets }, (_, k) => ({ above: 100 * k, weight: 1 + k * k }));
    const byPercent = byNumber.map(({ weight }, k) => ({ above: 11 * k, weight }));
    for (const count of [0, 99, 100, 101, 450, 555, 900]) {
      const sumOver = (starts: readonly number[]) =>
        starts.reduce((sum, start, k) => sum + (k === 0 ? 1 : 2 * k - 1) * Math.max(0, count - start), 0);
      const expected = Math.max(
        sumOver(byNumber.map(({ above }) => above)),
        sumOver(byPercent.map(({ above }) => 10 * above)),
      );
      expect(ofPair({ byNumber, byPercent }, count, 1000)).toBeCloseTo(expected, 8);
    }
  });

  it('of Puerto Rico are at most 1.82 times its count', () => {
    const cap = Float64Array.of(1.82);
    expect(ofPair(district, 236_683, 500_000, cap)).toBeCloseTo(1.82 * 236_683, 6);
    expect(ofPair(district, 100, 1000, cap)).toBe(100);
  });

  it('follow the class of the equity factor: below .10, below .20, and from .20', () => {
    const at = (equity: number) => {
      const pair = bracketsAt(efig, () => equity, [false])[0] as BracketPair;
      return [ofPair(onlyNumber(pair), 692, 1e6), ofPair(onlyPercent(pair), 10_000, 10_000)];
    };
    const low = 7339.25 + 6176 * 4;
    const middle = 1558 + 653 * 1.5 + 805 * 3 + 808 * 4.5 + 6176 * 6;
    const high = 1558 + 653 * 2 + 805 * 4 + 808 * 6 + 6176 * 8;
    for (const [equity, byNumber, byPercent] of [
      [0.0999, 692.5, low],
      [0.1, 692.5, middle],
      [0.1999, 692.5, middle],
      [0.2, 693, high],
    ] as const) {
      expect(at(equity)[0]).toBeCloseTo(byNumber, 9);
      expect(at(equity)[1]).toBeCloseTo(byPercent, 6);
    }
  });

  it('a district without children of its own has all its formula children above every percentage', () => {
    expect(ofPair(district, 10, 0)).toBe(40);
  });
});

describe('the tangent of weighted child counts', () => {
  it.each([
    [1000, 5000],
    [40, 100],
    [40_000, 300_000],
    [500, 20_000],
    [2500, 100_000],
  ])('equals them at %i of %i children, and within its bracket', (count, children) => {
    const tangent = tangentWeightChildren([district], unlimited, Float64Array.of(count), Float64Array.of(children));
    for (const near of [count - 1, count, count + 1]) {
      expect(one(tangent, near, children)).toBeCloseTo(ofPair(district, near, children), 7);
    }
  });

  it('goes on straight where a bracket ends', () => {
    const tangent = tangentWeightChildren([district], unlimited, Float64Array.of(690), Float64Array.of(1e6));
    expect(one(tangent, 5000, 1e6)).toBe(5000);
    expect(one(tangent, -20, 1e6)).toBe(-20);
  });

  it('follows the number of children too, and the limit of Puerto Rico', () => {
    const tangent = tangentWeightChildren([district], unlimited, Float64Array.of(40), Float64Array.of(100));
    expect(one(tangent, 40, 102)).toBeCloseTo(ofPair(district, 40, 102), 9);
    const capped = tangentWeightChildren([district], Float64Array.of(1.82), Float64Array.of(40), Float64Array.of(100));
    expect(one(capped, 30, 100)).toBeCloseTo(1.82 * 30, 12);
  });
});
