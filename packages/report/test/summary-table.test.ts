import { describe, expect, it } from 'vitest';
import { tableMessages } from '../src/messages/table-messages.js';
import { summaryTable } from '../src/summary-table.js';
import { counties } from './fixtures/counties.js';
import { districts } from './fixtures/districts.js';

describe('the summary table', () => {
  it('has a row per noise and post-processing, with money when there is a budget', () => {
    const table = summaryTable(districts(200));
    expect(table.rows.length).toBe(6);
    const cost = table.columns.indexOf(tableMessages.cost());
    expect(table.rows[4]?.slice(0, 2)).toEqual(['epsilon 0.001', 'baseline']);
    expect(table.rows[4]?.[cost]).toMatch(/^\$[\d.]+ (thousand|million|billion).*, [\d.]+.%$/);
    for (const row of table.rows) expect(row.length).toBe(table.columns.length);
  });

  it('shows the interval alone where a simulated gap or cost reaches down to zero', () => {
    const result = counties();
    const cells = result.cells.map((cell) => ({
      ...cell,
      alpha: { ...cell.alpha, estimate: 0, lower: 0, upper: 0.447 },
    }));
    expect(summaryTable({ ...result, cells }).rows[0]?.[2]).toBe('0 to 0.447');
    const exact = cells.map((cell) => ({ ...cell, method: 'exact' as const }));
    expect(summaryTable({ ...result, cells: exact }).rows[0]?.[2]).toBe('0 (0 to 0.447)');
    const money = districts(60);
    const open = money.cells.map((cell) => ({
      ...cell,
      method: 'montecarlo' as const,
      costOfPrivacy: { ...cell.costOfPrivacy, lower: 0, upper: 0.01, dollarsLower: 0, dollarsUpper: 16e7 },
    }));
    const { columns, rows } = summaryTable({ ...money, cells: open });
    expect(rows[0]?.[columns.indexOf(tableMessages.cost())]).toBe('$0 to $160 million');
  });

  it('has no cost of privacy for released counts, and intervals for simulated ones', () => {
    const table = summaryTable(counties());
    expect(table.columns).not.toContain(tableMessages.cost());
    expect(table.rows[0]?.[2]).toMatch(/^0\.00\d+ \(0\.00\d+ to 0\.00\d+\)$/);
  });
});
