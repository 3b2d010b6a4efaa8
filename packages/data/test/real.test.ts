import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { hawaii } from '../src/catalogue/hawaii.js';
import { readTable } from '../src/read-table.js';
import { toCountTable } from '../src/roles/to-count-table.js';
import { filterRows } from '../src/tables/filter-rows.js';
import { joinTables } from '../src/tables/join-tables.js';
import { caught } from './caught.js';

const folder = process.env.DPFAIR_REAL_DATA ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const missing = !existsSync(folder);
if (missing) console.warn(`SKIPPED: the tests named "real" of packages/data, because there is no folder ${folder}`);

const read = (path: string, format: 'auto' | 'csv' = 'auto') =>
  readTable(readFileSync(`${folder}/${path}`), { file: path, format });
const clean = () => read('saipe/ussd21_clean.csv');
const perPupil = () => read('finance/per_pupil_2016.csv');
const on = [{ left: 'State Postal Code', right: 'postal' }];
const sum = (values: Float64Array | undefined) => (values as Float64Array).reduce((total, value) => total + value, 0);

describe('real', () => {
  it.skipIf(missing)('SAIPE 2021, clean and as exported, give the same 13,164 districts', () => {
    const [one, other] = [clean(), read('saipe/ussd21_asexported.csv')];
    expect([one.format, other.format]).toEqual(['saipe-csv', 'saipe-csv']);
    expect([one.headerLine, other.headerLine]).toEqual([1, 3]);
    expect(one.rows.length).toBe(13_164);
    expect(other.columns).toEqual(one.columns);
    const tables = [one, other].map((raw) => toCountTable(raw, { counts: ['count'] }));
    expect(tables[1]?.table).toEqual(tables[0]?.table);
    expect(tables[1]?.lines).toEqual(tables[0]?.lines.map((line) => line + 2));
    expect(tables[0]?.skipped).toEqual([]);
  });

  it.skipIf(missing)(
    'SAIPE 2021 leaves Puerto Rico without a partner in finance: an error, or 13,163 districts',
    () => {
      for (const districts of [clean(), read('saipe/ussd21_asexported.csv')]) {
        const error = caught(() => joinTables(districts, perPupil(), { on }));
        expect(error.faults).toMatchObject([{ value: 'PR', column: 'State Postal Code' }]);
        const joined = joinTables(districts, perPupil(), { on, unmatched: 'drop' });
        const { table, skipped } = toCountTable(joined, {
          roles: { weight: 'ppe' },
          counts: ['count'],
          fixed: ['weight'],
        });
        expect(table.id.length).toBe(13_163);
        expect(skipped.map(({ line }) => line)).toEqual([error.faults[0]?.line]);
        expect(Math.min(...(table.fixed.weight as Float64Array))).toBeGreaterThan(6000);
      }
    },
  );

  it.skipIf(missing)('SAIPE 2021 has the 400 districts of Montana under either code', () => {
    expect(filterRows(clean(), ['state=30']).rows).toEqual(filterRows(clean(), ['state=MT']).rows);
    expect(filterRows(clean(), ['state=30']).rows.length).toBe(400);
  });

  it.skipIf(missing)(
    'county households of 2010 add up to 116,716,292 and hold the figures of the hawaii fixture',
    () => {
      const counties = read('county/county_2010.csv');
      const roles = { id: 'fips', count: 'households_2010' };
      expect(sum(toCountTable(counties, { roles, counts: ['count'] }).table.counts.count)).toBe(116_716_292);
      const five = counties.rows
        .filter(([fips]) => fips?.startsWith('15'))
        .map(([fips, , households]) => [fips, households]);
      expect(five).toEqual(hawaii().rows.map(([id, , count]) => [id, count]));
    },
  );

  it.skipIf(missing)('files in Latin-1, with CRLF, blanks for flags and semicolons are read whole', () => {
    const determined = read('section203/sect203_Determined_Areas_Only.csv', 'csv');
    expect(determined).toMatchObject({ encoding: 'windows-1252', rows: { length: 846 }, columns: { length: 32 } });
    const bank = read('learning/bank-additional-full.csv');
    expect(bank).toMatchObject({ delimiter: ';', rows: { length: 41_188 }, columns: { length: 21 } });
    const released = read('released/ca_counties_2010_true_vs_released.csv');
    const { table } = toCountTable(released, {
      roles: { id: 'fips', count: 'population_true_2010', released: 'population_released_mar2022' },
      counts: ['count'],
      fixed: ['released'],
    });
    expect([sum(table.counts.count), sum(table.fixed.released)]).toEqual([37_253_956, 37_253_956]);
  });

  it.skipIf(missing)(
    'the 2016 determinations are 390 pairs, 5 more are listed, and the published shares are those of the counts',
    () => {
      const determined = read('section203/sect203_Determined_Areas_Only.csv');
      expect(determined).toMatchObject({ format: 'section203-2016', rows: { length: 390 } });
      expect(determined.skipped.map(({ line }) => line)).toEqual([10, 211, 229, 289, 511]);
      const { table } = toCountTable(determined, { counts: ['citizens', 'lep', 'illiterate'] });
      const levels = ['State', 'County', 'MCD', 'AIAN', 'ANRC'];
      expect(levels.map((level) => table.group?.filter((one) => one === level).length)).toEqual([3, 279, 32, 72, 4]);
      const { citizens, lep, illiterate } = table.counts as Record<'citizens' | 'lep' | 'illiterate', Float64Array>;
      const column = (name: string) => determined.columns.indexOf(name);
      determined.rows.forEach((row, i) => {
        expect((100 * (lep[i] as number)) / (citizens[i] as number)).toBeCloseTo(Number(row[column('LEPPCT')]), 3);
        if ((lep[i] as number) > 0)
          expect((100 * (illiterate[i] as number)) / (lep[i] as number)).toBeCloseTo(Number(row[column('ILLRAT')]), 3);
      });
    },
  );
});
