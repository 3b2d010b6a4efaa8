import { DpfairError } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../src/read-table.js';
import { toCountTable } from '../../src/roles/to-count-table.js';
import { filterRows } from '../../src/tables/filter-rows.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';
import { file2016, file2021 } from './determinations.js';

const read = (text: string, skipBadRows = false) =>
  readTable(bytesOf(text), { file: 'areas.csv', format: 'section203', skipBadRows });
const column = (text: string, name: string) => {
  const table = read(text);
  return table.rows.map((row) => row[table.columns.indexOf(name)]);
};

describe('Section 203 determinations', () => {
  it('become one row of each pair of an area and a language, in the order of the file', () => {
    expect(column(file2016, 'PAIR_NAME')).toEqual([
      'California - Hispanic',
      'Aleutians East Borough, Alaska - Hispanic',
      'Bethel Census Area, Alaska - Inupiat',
      'Nome Census Area, Alaska - Inupiat',
      'Atka ANVSA, AK - Inupiat',
      'Calista Alaska Native Regional Corporation, Alaska - Inupiat',
    ]);
  });

  it('have ids that are different though a county and a corporation share a code', () => {
    expect(column(file2016, 'PAIR_ID')).toEqual([
      '06-2',
      '02013-2',
      '02050-49',
      '02180-49',
      'AIAN6150-49',
      'ANRC02050-49',
    ]);
  });

  it('are shares of the citizens of their own area: all of them, or in a native area its native ones', () => {
    const { table } = toCountTable(read(file2016), { counts: ['citizens', 'lep', 'illiterate'] });
    expect([...(table.counts.citizens ?? [])]).toEqual([23_881_290, 1_710, 11_170, 6_380, 340, 13_505]);
    expect([...(table.counts.lep ?? [])]).toEqual([1_329_585, 95, 50, 140, 4, 2_375]);
    expect(table.group).toEqual(['State', 'County', 'County', 'County', 'AIAN', 'ANRC']);
  });

  it('name the native areas in a jurisdiction that speak for the same language', () => {
    expect(column(file2016, 'AREAS')).toEqual([
      'none',
      'none',
      'AIAN 6150; ANRC 02050',
      'none',
      'AIAN 6150',
      'ANRC 02050',
    ]);
  });

  it('keep the published flags that are not blank', () => {
    expect(column(file2016, 'PUBLISHED')[0]).toBe('FLAG5=1 FLAG_EDU=1 FLAG_ST=1 FLAG_COV=1');
    expect(column(file2016, 'PUBLISHED')[2]).toBe('FLAG10=0 FLAG5=0 FLAG_EDU=1 FLAG_JUR=0 FLAG_AI=1 FLAG_COV=1');
  });

  it('list a pair whose counts are not published as skipped', () => {
    const { skipped } = read(file2016);
    expect(skipped).toEqual([{ line: 6, reason: 'no counts are published for this pair' }]);
  });

  it('say where a share of citizens was read: in the row of the area, not in that of the language', () => {
    const broken = file2016.replace('"Total Population",,,,,1710', '"Total Population",,,,,many');
    const error = caught(() => toCountTable(read(broken), { counts: ['citizens'] }));
    expect(error.faults).toMatchObject([{ file: 'areas.csv', line: 4, value: 'many' }]);
  });

  it('keep the state and the native areas of the pairs that a condition keeps, and say so', () => {
    const names = (conditions: string[]) => {
      const table = filterRows(read(file2016), conditions);
      const last = table.notes[table.notes.length - 1];
      return [...table.rows.map((row) => row[table.columns.indexOf('PAIR_ID')]), /stay/.test(last ?? '') ? last : ''];
    };
    expect(names(['CNTY=050'])).toEqual([
      '02050-49',
      'AIAN6150-49',
      'ANRC02050-49',
      '2 rows that conditions leave out stay: what is said of others rests on them',
    ]);
    expect(names(['CNTY=013'])).toEqual(['02013-2', '']);
    expect(names(['LEVEL=AIAN'])).toEqual(['AIAN6150-49', '']);
    // A second filter knows the rows by their new places.
    const twice = filterRows(filterRows(read(file2016), ['ST!=06']), ['CNTY=050']);
    expect(twice.rows).toHaveLength(3);
    const county = file2016.replace(
      '"3","County","02013","0000","00000","02","013","NNNNN",2',
      '"3","County","02013","0000","00000","06","013","NNNNN",2',
    );
    expect(filterRows(read(county), ['CNTY=013']).rows).toHaveLength(2);
  });

  it('have the margins of error of all three counts as roles', () => {
    const roles = ['moe-lep', 'moe-citizens', 'moe-illiterate'];
    const { table } = toCountTable(read(file2016), { counts: ['lep'], fixed: roles });
    expect(roles.map((role) => table.fixed[role]?.[1])).toEqual([25, 195, 10]);
  });

  it('are recognised by their header when nothing is said', () => {
    expect(readTable(bytesOf(file2016), { file: 'a.csv' }).format).toBe('section203-2016');
    expect(readTable(bytesOf(file2021), { file: 'a.csv' }).format).toBe('section203-2021');
    expect(readTable(bytesOf(file2016), { file: 'a.csv', format: 'csv' }).format).toBe('csv');
  });

  it('of 2021 need neither language numbers nor codes of areas', () => {
    expect(column(file2021, 'PAIR_ID')).toEqual(['35059-hispanic', 'AIAN2430-american-indian-navajo']);
    expect(column(file2021, 'CITIZENS')).toEqual(['3305', '115220']);
    expect(column(file2021, 'AREAS')).toEqual(['none', 'AIAN 2430']);
    expect(read(file2021).notes.join()).toContain('1 rows link a native area to a jurisdiction');
  });

  it('without a row for the citizens of an area are refused with line and area, or skipped on demand', () => {
    const broken = file2016
      .split('\r\n')
      .filter((line) => !/1710/.test(line))
      .join('\r\n');
    const error = caught(() => read(broken));
    expect(error.code).toBe('input');
    expect(error.faults).toMatchObject([
      { file: 'areas.csv', line: 4, column: 'VACIT', value: 'Aleutians East Borough, Alaska, Hispanic' },
    ]);
    expect(error.message).toContain('Total Population (LANCOUNT 1)');
    const { rows, skipped } = read(broken, true);
    expect(rows.length).toBe(5);
    expect(skipped[0]?.line).toBe(4);
  });

  it('in a native area without native citizens are refused in words of their own', () => {
    const broken = file2016
      .split('\r\n')
      .filter((line) => !line.includes('13505'))
      .join('\r\n');
    expect(caught(() => read(broken)).message).toContain('American Indian alone or in combination (LANCOUNT 3)');
  });

  it('with any fields at all throw nothing but DpfairError', () => {
    const lines = file2016.trimEnd().split('\r\n');
    const field = fc.constantFrom(
      '',
      '1',
      '"AIAN"',
      '"ANRC/Juris"',
      '"State"',
      'x',
      '-4',
      '"Total Population"',
      '49',
      ' ',
    );
    const change = fc.record({ line: fc.nat(lines.length - 2), column: fc.nat(31), field });
    let through = 0;
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), fc.boolean(), (changes, skipBadRows) => {
        const rows = lines.map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/));
        for (const { line, column, field: value } of changes) (rows[line + 1] as string[])[column] = value;
        try {
          const options = { counts: ['citizens', 'lep', 'illiterate'], labels: ['level', 'area'], skipBadRows };
          toCountTable(read(rows.map((row) => row.join(',')).join('\n'), skipBadRows), options);
          through += 1;
        } catch (error) {
          expect(error).toBeInstanceOf(DpfairError);
        }
      }),
      { numRuns: 300 },
    );
    expect(through).toBeGreaterThan(20);
  });

  it('are not any other table', () => {
    const error = caught(() => read('id,count\n1,2\n'));
    expect(error.code).toBe('input');
    expect(error.message).toContain('not a file of the Section 203 determinations');
    expect(caught(() => read(file2016.replace('ILLIT', 'OTHER'))).message).toContain('not a file of the Section 203');
  });
});
