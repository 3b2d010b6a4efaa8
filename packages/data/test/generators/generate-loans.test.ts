import { describe, expect, it } from 'vitest';
import { prepareExamples } from '../../src/examples/prepare-examples.js';
import { generateLoans } from '../../src/generators/generate-loans.js';
import { messages } from '../../src/messages.js';
import { caught } from '../caught.js';

const ROWS = 20_000;
const rows = generateLoans({ rows: ROWS, seed: 77 }).rows;
const of = (community: string) => rows.filter((row) => row[4] === community);
const shareOf = (some: readonly (readonly string[])[], meets: (row: readonly string[]) => boolean) =>
  some.filter(meets).length / some.length;
/** Six binomial standard deviations: a fixed seed is not what makes them hold. */
const band = (share: number, count: number) => 6 * Math.sqrt((share * (1 - share)) / count);

describe('generateLoans', () => {
  it('gives the same table for the same seed and another for another, and says in every region that it is generated', () => {
    const [one, same, other] = [5, '5', 6n].map((seed) => generateLoans({ rows: 50, seed }).rows);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
    expect(one?.every((row) => row[3]?.startsWith('Generated '))).toBe(true);
  });

  it.each([
    ['Amber', 0.6, 52_000],
    ['Blue', 0.25, 46_000],
    ['Coral', 0.15, 40_000],
  ])('has the community %s with %d of the rows and a median income of %d dollars', (community, share, median) => {
    const members = of(community);
    expect(Math.abs(members.length / ROWS - share)).toBeLessThan(band(share, ROWS));
    const below = shareOf(members, (row) => Number(row[0]) < median);
    expect(Math.abs(below - 0.5)).toBeLessThan(band(0.5, members.length) + 0.01);
    expect(new Set(members.map((row) => row[5]))).toEqual(new Set(['yes', 'no']));
  });

  it('varies incomes of Coral by e^(0.35 x 2.2) and of the others by e^0.35 at one standard deviation', () => {
    // 84.13 % of a normal are below one standard deviation.
    for (const [community, median, deviation] of [
      ['Amber', 52_000, 0.35],
      ['Coral', 40_000, 0.77],
    ] as const) {
      const members = of(community);
      const below = shareOf(members, (row) => Number(row[0]) < median * Math.exp(deviation));
      expect(Math.abs(below - 0.8413)).toBeLessThan(band(0.8413, members.length) + 0.005);
    }
  });

  it('gives Coral the longest inputs by far', () => {
    const { training } = prepareExamples(generateLoans({ rows: 3000, seed: 3 }), {
      label: 'approved',
      group: 'community',
      testShare: 0,
    });
    const width = training.featureNames.length;
    const sums = training.groupNames.map(() => ({ norms: 0, rows: 0 }));
    training.group.forEach((group, row) => {
      const sum = sums[group] as { norms: number; rows: number };
      sum.norms += Math.hypot(...training.features.subarray(row * width, (row + 1) * width));
      sum.rows += 1;
    });
    const [amber = 0, blue = 0, coral = 0] = sums.map(({ norms, rows: count }) => norms / count);
    expect(coral).toBeGreaterThan(1.2 * Math.max(amber, blue));
  });

  it.each([0, 1.5, 1_000_001])('refuses %d rows', (count) => {
    expect(caught(() => generateLoans({ rows: count, seed: 1 })).faults).toEqual([
      messages.badRowCount(count, 1_000_000),
    ]);
  });
});
