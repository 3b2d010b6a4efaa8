import { readFileSync } from 'node:fs';
import { writeCsv } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { listDataSets } from '../../src/catalogue/list-data-sets.js';
import { prepareExamples } from '../../src/examples/prepare-examples.js';
import { readTable } from '../../src/read-table.js';
import { toCountTable } from '../../src/roles/to-count-table.js';

const fixture = (name: string) => readFileSync(new URL(`../../../../fixtures/${name}.csv`, import.meta.url));
const shipped = listDataSets().filter((set) => set.kind === 'shipped');

describe('the catalogue', () => {
  it('has names that differ, and a provenance and a licence for each', () => {
    const sets = listDataSets();
    expect(new Set(sets.map(({ name }) => name)).size).toBe(sets.length);
    for (const { provenance, licence, title } of sets)
      for (const text of [provenance, licence, title]) expect(text).not.toBe('');
  });

  it.each(shipped)('$name is byte for byte the file in fixtures', (set) => {
    const table = set.open();
    expect(writeCsv(table.columns, table.rows)).toBe(fixture(set.name).toString('utf-8'));
    expect(table.columns).toEqual(set.columns);
    expect(table.rows.length).toBe(set.rows);
  });

  it.each(shipped.filter(({ roles }) => !('label' in roles)))(
    '$name gives the same table of counts from the catalogue as from the file',
    (set) => {
      const fixed = 'weight' in set.roles ? ['weight'] : [];
      const [opened, read] = [set.open(), readTable(fixture(set.name), { file: `${set.name}.csv` })].map((raw) =>
        toCountTable(raw, { roles: set.roles, counts: ['count'], fixed }),
      );
      expect(read).toEqual(opened);
    },
  );

  it.each(shipped.filter(({ roles }) => 'label' in roles))(
    '$name gives the same examples from the catalogue as from the file',
    (set) => {
      const [opened, read] = [set.open(), readTable(fixture(set.name), { file: `${set.name}.csv` })].map((raw) =>
        prepareExamples(raw, set.roles),
      );
      expect(read).toEqual(opened);
    },
  );

  it('has the households of the five counties of Hawaii, 455,338 in all', () => {
    const { table } = toCountTable(readTable(fixture('hawaii'), { file: 'hawaii.csv' }), { counts: ['count'] });
    const counts = [...(table.counts.count as Float64Array)];
    expect(Object.fromEntries(table.name.map((name, row) => [name, counts[row]]))).toEqual({
      Hawaii: 67096,
      Honolulu: 311047,
      Kalawao: 69,
      Kauai: 23240,
      Maui: 53886,
    });
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(455_338);
  });

  it('makes tables to order', () => {
    const generators = listDataSets().filter((set) => set.kind === 'generator');
    expect(generators.length).toBeGreaterThan(0);
    for (const set of generators)
      expect(set.make({ rows: 12, seed: 1 })).toMatchObject({ columns: set.columns, rows: { length: 12 } });
  });
});
