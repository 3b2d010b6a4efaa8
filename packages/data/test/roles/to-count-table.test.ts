import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { type ToCountTableOptions, toCountTable } from '../../src/roles/to-count-table.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';

const convert = (text: string, options: Partial<ToCountTableOptions> = {}) =>
  toCountTable(readTable(bytesOf(text), { file: 'a.csv' }), { counts: ['count'], ...options });

describe('toCountTable', () => {
  it('puts private counts and public numbers in columns of their own', () => {
    const { table, columns } = convert('id,name,region,lep,citizens,ppe\n1,Ann,N,5,"1,000",2.5\n2,Bob,S,0.5,7,1e3\n', {
      roles: { group: 'region', weight: 'ppe' },
      counts: ['citizens', 'lep'],
      fixed: ['weight'],
    });
    expect(table).toEqual({
      id: ['1', '2'],
      name: ['Ann', 'Bob'],
      group: ['N', 'S'],
      counts: { citizens: Float64Array.of(1000, 7), lep: Float64Array.of(5, 0.5) },
      fixed: { weight: Float64Array.of(2.5, 1000) },
    });
    expect(columns).toEqual({
      id: 'id',
      name: 'name',
      group: 'region',
      citizens: 'citizens',
      lep: 'lep',
      weight: 'ppe',
    });
  });

  it('refuses a column of texts where numbers are meant in one line, and not row by row', () => {
    const rows = (values: readonly string[]) => `id,count\n${values.map((value, k) => `${k},${value}\n`).join('')}`;
    const { faults } = caught(() => convert(rows(['red', 'red', 'blue', 'green', 'black', 'NaN'])));
    expect(faults).toEqual([
      {
        ...{ file: 'a.csv', line: 2, column: 'count', value: 'red, blue, green, ...' },
        what: 'count is not a number in any of 6 rows: the column holds texts',
        allowed: 'a finite number >= 0',
      },
    ]);
    const texts = Array(6).fill('red');
    expect(caught(() => convert(rows(texts), { skipBadRows: true })).message).toContain('the column holds texts');
    // One number, a blank, or few rows: each by itself.
    expect(caught(() => convert(rows([...texts, '5']))).faults).toHaveLength(6);
    expect(caught(() => convert(rows([...texts, '']))).faults).toHaveLength(7);
    expect(caught(() => convert(rows(['red', 'blue']))).faults).toHaveLength(2);
  });

  it('keeps public text in columns of its own, and refuses a blank in it or a role without a column', () => {
    const text = 'id,count,st\n1,5,TX\n2,6,NM\n';
    const options = { labels: ['state'], roles: { state: 'st' } };
    const { table, columns } = convert(text, options);
    expect(table.labels).toEqual({ state: ['TX', 'NM'] });
    expect(columns.state).toBe('st');
    const blank = caught(() => convert('id,count,st\n1,5,TX\n2,6,\n', options));
    expect(blank.message).toMatch(/a\.csv:3.*state is blank/);
    const { table: kept } = convert('id,count,st\n1,5,\n2,6,NM\n', { ...options, skipBadRows: true });
    expect(kept.labels).toEqual({ state: ['NM'] });
    const missing = caught(() => convert(text, { labels: ['state'] }));
    expect(missing.faults).toEqual([messages.missingRole('a.csv', 'state', ['id', 'count', 'st'], [])]);
  });

  it('suggests for a missing role a column near to it that has no role yet', () => {
    const text = 'id,citizens,ciizens\n1,5,6\n';
    const mapped = caught(() => convert(text, { counts: ['citizen'], roles: { id: 'citizens' } }));
    expect(mapped.message).toMatch(/; did you mean ciizens\?/);
    const both = caught(() => convert('id,lep,leps\n1,5,6\n', { counts: ['lep', 'lepp'] }));
    expect(both.message).toMatch(/lepp .*did you mean leps\?/);
    const none = caught(() => convert('id,lep\n1,5\n', { counts: ['lep', 'lepp'] }));
    expect(none.message).not.toContain('did you mean');
    const state = caught(() => convert('id,count,stat\n1,5,TX\n', { labels: ['state'], fixed: ['stat'] }));
    expect(state.message).not.toContain('did you mean');
  });

  it('refuses shares where counts are meant, and names the first', () => {
    const error = caught(() => convert('id,count\n1,1\n2,0\n3,0.25\n4,0.5\n'));
    expect(error.faults).toEqual([
      messages.sharesForCounts({ file: 'a.csv', line: 4, column: 'count' }, 'count', '0.25'),
    ]);
  });

  it('takes broken counts, and counts of 0 and 1', () => {
    expect(convert('id,count\n1,0.5\n2,3\n').table.counts.count).toEqual(Float64Array.of(0.5, 3));
    expect(convert('id,count\n1,0\n2,1\n').table.counts.count).toEqual(Float64Array.of(0, 1));
    const shares = convert('id,count,weight\n1,2,0.5\n', { fixed: ['weight'] });
    expect(shares.table.fixed.weight).toEqual(Float64Array.of(0.5));
  });

  it('has no group when none is mapped, and no skipped rows when none are bad', () => {
    expect(convert('id,count\n1,2\n')).toMatchObject({ table: { group: null, name: ['1'] }, skipped: [] });
  });

  it('takes the name for the id only when no name repeats', () => {
    expect(convert('name,count\nAnn,1\nBob,2\n')).toMatchObject({
      table: { id: ['Ann', 'Bob'] },
      columns: { id: 'name' },
    });
    const error = caught(() => convert('name,count\nAnn,1\nBob,2\nAnn,3\n'));
    expect(error.code).toBe('usage');
    expect(error.message).toContain('a.csv:4:name: there is no id column and the name is already on line 2: Ann');
  });

  it('names an entity without a name by its id', () => {
    expect(convert('id,name,count\n1,,5\n2,Bob,6\n').table.name).toEqual(['1', 'Bob']);
  });

  it('takes zeros for counts, and negative numbers for public columns other than weights', () => {
    const { table } = convert('id,count,released\n1,0,-3\n', { fixed: ['released'] });
    expect(table.counts.count).toEqual(Float64Array.of(0));
    expect(table.fixed.released).toEqual(Float64Array.of(-3));
  });

  it('holds public columns to be positive only when they are said to be', () => {
    const text = 'id,count,size\n1,5,0\n';
    expect(convert(text, { fixed: ['size'] }).table.fixed.size).toEqual(Float64Array.of(0));
    const error = caught(() => convert(text, { fixed: ['size'], positive: ['size'] }));
    expect(error.faults).toMatchObject([{ line: 2, column: 'size', value: '0', allowed: 'a finite number > 0' }]);
  });

  it('lists every fault of a row', () => {
    const error = caught(() => convert('id,count,weight\n,-1,0\n', { fixed: ['weight'] }));
    expect(error.faults.map(({ line, column }) => [line, column])).toEqual([
      [2, 'id'],
      [2, 'count'],
      [2, 'weight'],
    ]);
  });

  it('finds ids that repeat only once their columns are put together', () => {
    const text = 'state,district,count\n01,1,5\n02,1,6\n01,1,7\n';
    const error = caught(() => convert(text, { roles: { id: 'state+district' } }));
    expect(error.faults).toEqual([
      messages.duplicateId({ file: 'a.csv', line: 4, column: 'state+district' }, '011', 2),
    ]);
  });

  it('skips bad rows when asked to, lists each with its reason in order of line, and keeps the others', () => {
    const text = 'id,count,group\n1,5,N\n2,-1,N\n,,\n3,7,\n1,8,N\n4,9,S\n';
    const { table, skipped } = convert(text, { skipBadRows: true });
    expect(table.id).toEqual(['1', '4']);
    expect(table.group).toEqual(['N', 'S']);
    expect(table.counts.count).toEqual(Float64Array.of(5, 9));
    expect(skipped).toEqual([
      { line: 3, reason: 'count: count is out of range: -1' },
      { line: 4, reason: messages.blankRow },
      { line: 5, reason: 'group: group is blank' },
      { line: 6, reason: 'id: id is already on line 2: 1' },
    ]);
  });

  it('does not let a skipped row take its id with it', () => {
    const { table } = convert('id,count\n1,-5\n1,8\n', { skipBadRows: true });
    expect(table.counts.count).toEqual(Float64Array.of(8));
  });

  it('refuses to skip everything', () => {
    const error = caught(() => convert('id,count\n1,-5\n', { skipBadRows: true }));
    expect(error.faults).toEqual([messages.allRowsSkipped('a.csv', 1)]);
  });

  it('names every role that nothing is mapped to', () => {
    const error = caught(() => convert('id,wait\n1,5\n', { fixed: ['weight'] }));
    expect(error.code).toBe('usage');
    expect(error.faults.map(({ value }) => value)).toEqual(['count', 'weight']);
  });

  it('refuses to put texts together in a role of numbers', () => {
    const error = caught(() => convert('id,a,b\n1,2,3\n', { roles: { count: 'a+b' } }));
    expect(error.faults).toEqual([messages.numbersPutTogether('count', 'a+b')]);
  });

  it('repeats a long or many-lined value cut and on one line', () => {
    const error = caught(() => convert(`id,count\n1,"x\ny${'z'.repeat(200)}"\n`));
    expect(error.message.split('\n').length).toBe(1);
    expect(error.message.length).toBeLessThan(200);
  });

  it('refuses counts whose dots may group thousands, though other values are decimals, and says how to be clear', () => {
    const error = caught(() => convert('id,count\n1,1.210\n2,12.5\n3,67.096\n'));
    expect(error.code).toBe('input');
    expect(error.faults).toMatchObject([
      { file: 'a.csv', line: 2, column: 'count', value: '1.210' },
      { file: 'a.csv', line: 4, column: 'count', value: '67.096' },
    ]);
    expect(error.message).toContain('--decimal comma');
    expect(error.message).toContain('--decimal dot');
  });

  it('refuses weights whose dots may group thousands only when no other dot shows that they are decimals', () => {
    const fixed = ['weight'];
    const all = 'id,count,weight\n1,5,1.210\n2,6,11.374\n3,7,900\n';
    expect(caught(() => convert(all, { fixed })).faults.map(({ line }) => line)).toEqual([2, 3]);
    const some = 'id,count,weight\n1,5,1.210\n2,6,11.37\n';
    expect(convert(some, { fixed }).table.fixed.weight).toEqual(Float64Array.of(1.21, 11.37));
  });

  it('reads numbers as it is told to', () => {
    const text = 'id;count;weight\n1;1.210;1,5\n2;1 310;1.000,25\n';
    const comma = convert(text, { fixed: ['weight'], decimal: 'comma' }).table;
    expect(comma.counts.count).toEqual(Float64Array.of(1210, 1310));
    expect(comma.fixed.weight).toEqual(Float64Array.of(1.5, 1000.25));
    const dot = convert('id;count\n1;1.210\n2;1,310\n', { decimal: 'dot' }).table;
    expect(dot.counts.count).toEqual(Float64Array.of(1.21, 1310));
  });

  it('refuses a decimal comma between semicolons with the same remedy', () => {
    const { message } = caught(() => convert('id;count\n1;1,210\n'));
    expect(message).toContain('--decimal comma');
  });

  it('takes counts up to 2^53 and none beyond', () => {
    expect(convert('id,count\n1,9007199254740992\n').table.counts.count).toEqual(Float64Array.of(2 ** 53));
    const error = caught(() => convert('id,count\n1,9007199254740994\n2,1e300\n'));
    expect(error.faults.map(({ line, value }) => [line, value])).toEqual([
      [2, '9007199254740994'],
      [3, '1e300'],
    ]);
    expect(error.message).toContain('2^53');
  });
});
