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

  it('has no cost of privacy for released counts, and intervals for simulated ones', () => {
    const table = summaryTable(counties());
    expect(table.columns).not.toContain(tableMessages.cost());
    expect(table.rows[0]?.[2]).toMatch(/^0\.00\d+ \(0\.00\d+ to 0\.00\d+\)$/);
  });
});
