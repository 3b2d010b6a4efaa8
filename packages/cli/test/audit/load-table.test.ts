import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { decisionByName } from '@dpfair/decisions';
import { afterAll, describe, expect, it } from 'vitest';
import { loadTable } from '../../src/audit/load-table.js';
import type { AuditSpecInput } from '../../src/spec/audit-spec.js';
import { completeSpec } from '../../src/spec/complete-spec.js';
import { temporaryFolder } from '../process/run-dpfair.js';

const folder = temporaryFolder();
afterAll(folder.remove);

function write(name: string, lines: readonly string[]): string {
  const path = join(folder.path, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
}

const poor = 'Estimated number of relevant children 5 to 17 years old in poverty who are related to the householder';
const population = 'Estimated Total Population,Estimated Population 5-17';
const data = write('saipe.csv', [
  `State Postal Code,State FIPS Code,District ID,Name,${population},${poor}`,
  'MT,30,00001,Ann,900,200,50',
  'HI,15,00030,Bob,800,190,40',
  'MT,30,00002,Cal,700,180,30',
  'PR,72,00003,Dee,600,170,20',
]);
// The name of the state stands in a column that bears the name of the alias for its codes.
const states = write('states.csv', ['postal,state,ppe', 'MT,Montana,11374', 'HI,Hawaii,13748']);

function load(where: readonly string[], others: Partial<AuditSpecInput> = {}) {
  const joined = { join: [states], on: ['State Postal Code=postal'], map: { weight: 'ppe' } };
  return loadTable(completeSpec({ data, epsilon: [1], ...joined, ...others, where }), decisionByName('allotment'));
}

describe('loadTable', () => {
  it('takes a condition on an alias of the data, though a joined file has a column of that name', () => {
    for (const condition of ['state=30', 'state=MT']) {
      const { table, input } = load([condition]);
      expect(table.name).toEqual(['Ann', 'Cal']);
      expect([...(table.fixed.weight as Float64Array)]).toEqual([11_374, 11_374]);
      expect(input).toMatchObject({ rows: 2, where: [condition], skipped: [] });
    }
  });

  it('asks for no partner of a row that a condition on the data leaves out', () => {
    expect(() => load([])).toThrow('no row of');
    expect(load(['state!=PR']).table.name).toEqual(['Ann', 'Bob', 'Cal']);
  });

  it('takes a condition on a column that only a joined file has after the join, beside one on the data', () => {
    expect(load(['ppe=11374', 'name!=Ann'], { unmatched: 'drop' }).table.name).toEqual(['Cal']);
  });

  it('refuses a condition on a column that no file has, listing those of the joined table', () => {
    expect(() => load(['stat=30'], { unmatched: 'drop' })).toThrow(/no such column: stat \(allowed: .*ppe/);
  });
});
