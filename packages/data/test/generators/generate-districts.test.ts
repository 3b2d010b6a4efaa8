import { describe, expect, it } from 'vitest';
import { generateDistricts } from '../../src/generators/generate-districts.js';
import type { GenerateOptions } from '../../src/generators/generate-options.js';
import { messages } from '../../src/messages.js';
import { toCountTable } from '../../src/roles/to-count-table.js';
import { stateCodes } from '../../src/saipe/state-codes.js';
import { caught } from '../caught.js';

const poorOf = (options: GenerateOptions) => generateDistricts(options).rows.map((row) => Number(row[4]));

describe('generateDistricts', () => {
  it('gives the same table for the same seed and another for another', () => {
    const [one, same, other] = [5, '5', 6n].map((seed) => generateDistricts({ rows: 50, seed }).rows);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('says in every name that the district is generated, and uses real state codes', () => {
    const known = new Map(stateCodes.map(({ fips, postal }) => [fips, postal]));
    for (const [row, [id = '', name, state]] of generateDistricts({ rows: 300, seed: 1 }).rows.entries()) {
      expect(name).toBe(`Generated District ${String(row + 1).padStart(4, '0')}`);
      expect(id).toMatch(/^\d{7}$/);
      expect(known.get(id.slice(0, 2))).toBe(state);
    }
  });

  // The shape asked for, at 20,000 rows: bands are 6 binomial standard deviations around the share (and, for the median,
  // around 1/2), so a fixed seed is not what makes them hold.
  it('has the shape of school districts: median near 246, 2 % zeros, 13 % below 50', () => {
    const rows = 20_000;
    const poor = poorOf({ rows, seed: 77 });
    const share = (meets: (count: number) => boolean) => poor.filter(meets).length / rows;
    const band = (p: number) => 6 * Math.sqrt((p * (1 - p)) / rows);
    expect(Math.abs(share((count) => count === 0) - 0.02)).toBeLessThan(band(0.02));
    expect(Math.abs(share((count) => count < 50) - 0.13)).toBeLessThan(band(0.13));
    expect(Math.abs(share((count) => count < 246) - 0.5)).toBeLessThan(band(0.5));
  });

  it.each([1000, 5000, 50_000])('has one district of 2 %% of all poor children among %d', (rows) => {
    const poor = poorOf({ rows, seed: 3 }).sort((left, right) => right - left);
    const total = poor.reduce((sum, count) => sum + count, 0);
    expect((poor[0] as number) / total).toBeCloseTo(0.02, 4);
    expect(poor[1] as number).toBeLessThan(poor[0] as number);
  });

  it('has no district with more poor children than children, and one weight a state within its limits', () => {
    const weightOf = new Map<string, number>();
    const { table } = toCountTable(generateDistricts({ rows: 5000, seed: 9 }), {
      roles: { group: 'state' },
      counts: ['poor', 'children'],
      fixed: ['weight'],
    });
    for (const [row, state] of (table.group as string[]).entries()) {
      const weight = table.fixed.weight?.[row] as number;
      expect(table.counts.poor?.[row]).toBeLessThanOrEqual(table.counts.children?.[row] as number);
      expect(weight).toBe(weightOf.get(state) ?? weight);
      expect(weight).toBeGreaterThanOrEqual(7000);
      expect(weight).toBeLessThanOrEqual(24_000);
      weightOf.set(state, weight);
    }
    expect(weightOf.size).toBe(51);
  });

  it('makes a single district, and ids that stay apart beyond 99,999', () => {
    expect(generateDistricts({ rows: 1, seed: 0 }).rows.length).toBe(1);
    const ids = generateDistricts({ rows: 110_000, seed: 0 }).rows.map(([id]) => id);
    expect(new Set(ids).size).toBe(110_000);
  });

  it.each([0, -1, 1.5, Number.NaN, 1_000_001])('refuses %d rows', (rows) => {
    expect(caught(() => generateDistricts({ rows, seed: 1 })).faults).toEqual([messages.badRowCount(rows, 1_000_000)]);
  });

  it.each(['', 'abc', -1, 1.5])('refuses the seed %j', (seed) => {
    expect(caught(() => generateDistricts({ rows: 10, seed })).code).toBe('usage');
  });
});
