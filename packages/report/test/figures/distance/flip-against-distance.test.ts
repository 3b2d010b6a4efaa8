import { describe, expect, it } from 'vitest';
import { flipAgainstDistance } from '../../../src/figures/distance/flip-against-distance.js';
import { nearPoints, sizeClasses } from '../../../src/figures/distance/near-points.js';
import { oneComparison } from '../../../src/figures/distance/one-comparison.js';
import { drawSvg } from '../../../src/figures/drawing/draw-svg.js';
import { answers, withoutDistances } from '../../fixtures/answers.js';
import { buildCell, type CellParts, laplace } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';

const parts: CellParts = {
  mechanism: laplace(1),
  post: 'clip',
  decision: 'threshold',
  method: 'montecarlo',
  trials: 10_000,
  id: ['a', 'b', 'c', 'd', 'e', 'f'],
  name: ['A', 'B', 'C', 'D', 'E', 'F'],
  count: [30, 10, 20, 20, 50, 1],
  truth: [1, 1, 0, 0, 1, 0],
  bias: [-0.25, -0.125, 0.5, 0.03, -0.01, 0],
  distance: [0.5, 1.5, -0.1, -2, 3, -7],
  standardError: [0.01, 0.01, 0.01, 0.01, 0.001, 0],
  intervalMultiplier: 2,
  budgetDollars: null,
};

describe('the figure of wrong answers by distance', () => {
  it('its curve is the closed form for one noisy count', () => {
    const at = (kind: 'laplace' | 'gaussian', d: number) =>
      oneComparison(kind).find(({ distance }) => Math.abs(distance - d) < 1e-9)?.wrong;
    expect(at('laplace', -1)).toBeCloseTo(Math.exp(-Math.SQRT2) / 2, 14);
    expect([at('laplace', 0), at('gaussian', 0)]).toEqual([0.5, 0.5]);
    // Tails of the normal distribution, from tables.
    expect(at('gaussian', 1)).toBeCloseTo(0.1586552539314571, 8);
    expect(at('gaussian', -3)).toBeCloseTo(0.0013498980316301, 8);
    expect(at('gaussian', 5)).toBeCloseTo(2.866515719e-7, 8);
  });

  it('entities of a rule about one count are on the curve, at every noise', () => {
    for (const cell of answers().cells) {
      for (const { truth: distance, bias } of nearPoints(cell)) {
        expect(bias).toBeCloseTo(Math.exp(-Math.SQRT2 * Math.abs(distance)) / 2, 12);
      }
    }
  });

  it('sizes are thirds by count, ties in the order of the input', () => {
    expect(sizeClasses(buildCell(parts))).toEqual([2, 0, 1, 1, 2, 0]);
    expect(sizeClasses(buildCell({ ...parts, count: [5, 5, 5, 5, 5, 5] }))).toEqual([0, 0, 1, 1, 2, 2]);
  });

  it('leaves out who is farther than 5, and says so; intervals stay within what a probability can be', () => {
    const cell = buildCell(parts);
    const points = nearPoints(cell);
    expect(points.map(({ truth }) => truth)).toEqual([0.5, 1.5, -0.1, -2, 3]);
    expect(points[4]?.low).toBeCloseTo(0.01 - 0.002 - Math.log(600) / 10_000, 10);
    expect(points[3]?.low).toBeCloseTo(0.03 - 0.02 - Math.log(600) / 10_000, 10);
    const draft = flipAgainstDistance(buildResult([cell]));
    expect(draft?.explanation).toContain('1 farther than 5 away are not drawn');
    expect(draft?.explanation).toContain('95\u202f% confidence');
    // A and C are within one: .25 + .5 of .915.
    expect(draft?.title).toBe(
      'At epsilon 1, 2 of 6 entities are within one standard deviation of the threshold and get 82.0\u202f% of the wrong answers',
    );
  });

  it('of many entities one mark stands for those of a size at its place', () => {
    const many = 4_000;
    const spread = Array.from({ length: many }, (_, k) => (k / many) * 9 - 4.5);
    const points = nearPoints(
      buildCell({
        ...parts,
        method: 'exact',
        id: spread.map(String),
        name: spread.map(String),
        count: spread.map(() => 1),
        truth: spread.map((distance) => Number(distance > 0)),
        bias: spread.map((distance) => (Math.exp(-Math.SQRT2 * Math.abs(distance)) / 2) * (distance > 0 ? -1 : 1)),
        distance: spread,
        standardError: spread.map(() => 0),
      }),
    );
    expect(points.length).toBeLessThan(400);
    for (const distance of spread) {
      const near = points.some((point) => Math.abs(point.truth - distance) <= 0.1);
      expect(near).toBe(true);
    }
  });

  it('has the false rates by distance as its data, of every noise, and a panel for each', async () => {
    const draft = flipAgainstDistance(answers());
    expect(draft?.altText).toMatch(/^3 panels of the probability of a wrong answer/);
    expect(new Set(draft?.table.rows.map(([noise]) => noise))).toEqual(
      new Set(['Epsilon 1', 'Epsilon 0.1', 'Epsilon 0.01']),
    );
    // Of scale 1, 498 is 2 counts below the limit of 500: 1.41 standard deviations. Nobody else is 1 to 2 away.
    const row = draft?.table.rows.find(([noise, range]) => noise === 'Epsilon 1' && range === '\u22122 to \u22121');
    expect(row?.slice(2)).toEqual(['0', '\u2013', '1', `${(50 * Math.exp(-2)).toFixed(1)}\u202f%`]);
    for (const layout of ['wide', 'narrow'] as const) {
      const svg = await drawSvg((draft as NonNullable<typeof draft>).draw(layout), draft?.altText ?? '');
      expect(svg).not.toMatch(/NaN|Infinity/);
      expect(svg.length).toBeLessThan(60_000);
    }
  });

  it('is not there without distances', () => {
    expect(flipAgainstDistance(withoutDistances(answers()))).toBeNull();
  });
});
