import { describe, expect, it } from 'vitest';
import { entityCsv } from '../../src/tables/entity-csv.js';
import { answers } from '../fixtures/answers.js';
import { districts } from '../fixtures/districts.js';
import { hostileResult } from '../fixtures/hostile-result.js';

describe('the CSV of entities', () => {
  it('has a line per entity and cell, at full precision', () => {
    const result = districts(50);
    const lines = entityCsv(result).split('\n');
    expect(lines.length).toBe(1 + 6 * 50 + 1);
    const [first] = result.cells;
    expect(Number(lines[1]?.split(',')[12])).toBe(first?.entities.bias[0]);
  });

  it('ends with the probability of yes and the distance to the threshold for a rule, and only there', () => {
    const [head, first] = entityCsv(answers(1)).split('\n');
    expect(head?.split(',').slice(-2)).toEqual(['probability', 'distance']);
    // 503 above a threshold of 500 at scale 1: 1 - exp(-3) / 2
    expect(Number(first?.split(',').at(-2))).toBeCloseTo(1 - Math.exp(-3) / 2, 14);
    // 3 counts above it, noise of standard deviation sqrt 2
    expect(Number(first?.split(',').at(-1))).toBeCloseTo(3 / Math.SQRT2, 14);
    expect(entityCsv(districts(3)).split('\n')[0]).not.toContain('probability');
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
