import { summaryTable } from '@dpfair/report';
import { describe, expect, it } from 'vitest';
import { cellGrid } from '../../src/measure/index.js';
import { tableMessages } from '../../src/messages/table-messages.js';
import { entityCsv } from '../../src/tables/entity-csv.js';
import { groupTable } from '../../src/tables/group-table.js';
import { counties } from '../fixtures/counties.js';
import { districts } from '../fixtures/districts.js';
import { hostileResult } from '../fixtures/hostile-result.js';

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

describe('the CSV of entities', () => {
  it('has a line per entity and cell, at full precision', () => {
    const result = districts(50);
    const lines = entityCsv(result).split('\n');
    expect(lines.length).toBe(1 + 6 * 50 + 1);
    const [first] = result.cells;
    expect(Number(lines[1]?.split(',')[12])).toBe(first?.entities.bias[0]);
  });

  it('ends its lines as the tables of data do, without a carriage return', () => {
    expect(entityCsv(districts(3))).not.toContain('\r');
  });

  it('neutralises text that a spreadsheet would run', () => {
    const text = entityCsv(hostileResult());
    expect(text).toContain(`"'=HYPERLINK(""http://example.test"")"`);
    expect(text).not.toMatch(/(?:^|,)"?=/m);
  });
});

it('the table of groups can be restricted to some of them', () => {
  const result = districts(120);
  const [row] = cellGrid(result).rows;
  const table = groupTable(result, row as NonNullable<typeof row>, new Set(['State 01', 'State 33']));
  expect(new Set(table.rows.map((line) => line[1]))).toEqual(new Set(['State 01', 'State 33']));
  expect(table.rows.length).toBe(4);
});
