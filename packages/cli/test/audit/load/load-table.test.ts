import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decisionByName } from '@dpfair/decisions';
import { afterAll, describe, expect, it } from 'vitest';
import { loadTable } from '../../../src/audit/load/load-table.js';
import type { AuditSpecInput } from '../../../src/spec/audit-spec.js';
import { completeSpec } from '../../../src/spec/complete-spec.js';
import { temporaryFolder } from '../../process/run-dpfair.js';

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
  it('takes a condition on an alias of the data, though a joined file has a column of that name', async () => {
    for (const condition of ['state=30', 'state=MT']) {
      const { table, input } = await load([condition]);
      expect(table.name).toEqual(['Ann', 'Cal']);
      expect([...(table.fixed.weight as Float64Array)]).toEqual([11_374, 11_374]);
      expect(input).toMatchObject({ rows: 2, where: [condition], skipped: [] });
    }
  });

  it('asks for no partner of a row that a condition on the data leaves out', async () => {
    await expect(load([])).rejects.toThrow('no row of');
    expect((await load(['state!=PR'])).table.name).toEqual(['Ann', 'Bob', 'Cal']);
  });

  it('takes a condition on a column that only a joined file has after the join, beside one on the data', async () => {
    expect((await load(['ppe=11374', 'name!=Ann'], { unmatched: 'drop' })).table.name).toEqual(['Cal']);
  });

  it('warns of a joined file of which no column is used, and not where a role or a condition takes one', async () => {
    const codes = async (where: readonly string[], map: Readonly<Record<string, string>>) =>
      (await load(where, { unmatched: 'drop', map })).warnings.map(({ code }) => code);
    expect(await codes([], {})).toContain('join-unused');
    expect(await codes([], { weight: 'ppe' })).not.toContain('join-unused');
    expect(await codes(['ppe!=0'], {})).not.toContain('join-unused');
  });

  it('names the rows without a partner, and says how much of the count they hold', async () => {
    const map = { weight: 'ppe', count: poor };
    const { warnings } = await load([], { unmatched: 'drop', map });
    // 20 of 50 + 40 + 30 + 20.
    expect(warnings).toEqual([
      {
        code: 'rows-unmatched',
        message: `1 row of ${data} had no partner in a joined file and was left out, with 20 of the count of 140 (14 %) (line 5, Dee: no row of ${states} matches: PR)`,
      },
    ]);
  });

  it('names five of many rows without a partner, and no share of a count that only the joined file has', async () => {
    const ids = [1, 2, 3, 4, 5, 6, 7];
    const entities = write('entities.csv', ['id,name', ...ids.map((id) => `${id},Name ${id}`)]);
    const counts = write('counts.csv', ['key,count', '1,5']);
    const { warnings } = await load([], { data: entities, join: [counts], on: ['id=key'], map: {}, unmatched: 'drop' });
    expect(warnings[0]?.message).toMatch(
      /^6 rows of .* were left out \(line 3, Name 2: .*line 7, Name 6: .*; and 1 more\)$/,
    );
  });

  it('says the remedy for rows without a partner in the words of the command line', async () => {
    await expect(load([])).rejects.toThrow('--unmatched drop leaves such rows out');
  });

  it('says how many rows remain when bad ones are skipped, and why the first were', async () => {
    const bad = write('bad.csv', ['id,count', '1,5', '2,x', '3,', '4,7', '5,-1', '6,-2', '7,-3']);
    const { warnings } = await load([], { data: bad, join: [], on: [], map: {}, skipBadRows: true });
    expect(warnings.map(({ code }) => code)).toEqual(['rows-skipped']);
    expect(warnings[0]?.message).toContain('5 of 7 rows of');
    expect(warnings[0]?.message).toContain('2 remain (line 3: count: count is not a number: x; line 4: ');
  });

  it('reads a decimal comma when told to, and refuses to guess', async () => {
    const european = write('european.csv', ['id;count', '1;1.210', '2;67.096,5']);
    const alone = { data: european, join: [], on: [], map: {} };
    expect((await load([], { ...alone, decimal: 'comma' })).table.counts.count).toEqual(
      Float64Array.of(1210, 67_096.5),
    );
    await expect(load([], alone)).rejects.toThrow(
      'european.csv:2:count: count has a dot that may group thousands: 1.210',
    );
  });

  it('takes Parquet for the data and for a joined file', async () => {
    const counts = fileURLToPath(new URL('../../../../data/test/parquet/counts-plain.parquet', import.meta.url));
    const names = write('names.csv', ['id,name', '15001,Hawaii', '15005,Kalawao', '15007,Kauai']);
    const both = { join: [names], on: ['id=id'], map: { count: 'small' } };
    await expect(load([], { ...both, data: counts })).rejects.toThrow(
      'counts-plain.parquet:2:small: count is out of range',
    );
    const { table, input } = await load(['id!=15005'], { ...both, data: counts });
    expect([table.name, [...(table.counts.count as Float64Array)]]).toEqual([
      ['Hawaii', 'Kauai'],
      [1, 3],
    ]);
    expect(input.format).toBe('parquet');
    const joined = { data: names, join: [counts], on: ['id=id'], map: { count: 'small' }, where: [] };
    expect((await load(['small!=-2'], joined)).table.id).toEqual(['15001', '15007']);
  });

  it('refuses a condition on a column that no file has, listing those of the joined table', async () => {
    await expect(load(['stat=30'], { unmatched: 'drop' })).rejects.toThrow(/no such column: stat \(allowed: .*ppe/);
  });

  it('knows the population of SAIPE where the sampling error asks for it, and nowhere else', async () => {
    const asked = async (given: Partial<AuditSpecInput>) => {
      const spec = completeSpec({ data, epsilon: [1], ...given });
      const { table } = await loadTable(
        spec,
        decisionByName(spec.decision, spec.rule === null ? {} : { rule: spec.rule }),
      );
      return table.fixed;
    };
    expect((await asked({ samplingError: 'cv' })).population).toEqual(Float64Array.of(900, 800, 700, 600));
    expect((await asked({ samplingError: 'cv', map: { population: 'children' } })).population).toEqual(
      Float64Array.of(200, 190, 180, 170),
    );
    expect(await asked({})).not.toHaveProperty('population');
    const rule = { decision: 'threshold', rule: 'poor > 0.1 * population' } as const;
    await expect(asked(rule)).rejects.toThrow('no column for the role: population');
  });

  it('refuses one column for two numbers of a decision, private or public, and for a private one and the population', async () => {
    await expect(load(['state!=PR'], { map: { weight: 'poor' } })).rejects.toThrow(
      `saipe.csv: one column for two roles, count and weight: ${poor}`,
    );
    await expect(load(['state!=PR'], { samplingError: 'cv', map: { population: 'poor' } })).rejects.toThrow(
      'one column for two roles, count and population',
    );
    const twice = { weight: 'ppe', population: 'ppe' };
    expect((await load(['state!=PR'], { samplingError: 'cv', map: twice })).input.columns).toMatchObject(twice);
  });

  it('names file and line of what differs within a state of Title I', async () => {
    const rows = ['id,count,children,state,expenditure', 'a,1,9,AL,9000', 'b,2,9,AK,9100', 'c,2,9,AL,9100'];
    const file = write('title1.csv', rows);
    const spec = completeSpec({ data: file, epsilon: [1], decision: 'title1', where: ['id!=x'] });
    await expect(loadTable(spec, decisionByName('title1'))).rejects.toThrow(
      `${file}:4: expenditure differs within state AL: 9000 and 9100`,
    );
  });
});
