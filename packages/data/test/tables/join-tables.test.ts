import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { toCountTable } from '../../src/roles/to-count-table.js';
import { filterRows } from '../../src/tables/filter-rows.js';
import { joinTables } from '../../src/tables/join-tables.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';

const read = (file: string, text: string) => readTable(bytesOf(text), { file });
const places = read('places.csv', 'id,name,state,count\n4,Dot,PR,8\n1,Ann,MT,5\n2,Bob, HI ,6\n3,Cal,MT,7\n');
const states = read('states.csv', 'postal,name,weight\nHI,Hawaii,15000\n MT,Montana,11000\nAK,Alaska,17000\n');
const on = [{ left: 'state', right: 'postal' }];

describe('joinTables', () => {
  it('adds the columns of the right table, renaming those whose name is taken', () => {
    const joined = joinTables(places, states, { on, unmatched: 'drop' });
    expect(joined.columns).toEqual(['id', 'name', 'state', 'count', 'postal', 'name_2', 'weight']);
    expect(joined.rows).toEqual([
      ['1', 'Ann', 'MT', '5', 'MT', 'Montana', '11000'],
      ['2', 'Bob', 'HI', '6', 'HI', 'Hawaii', '15000'],
      ['3', 'Cal', 'MT', '7', 'MT', 'Montana', '11000'],
    ]);
  });

  it('lists the left rows it drops and counts the right rows nothing asked for', () => {
    const joined = joinTables(places, states, { on, unmatched: 'drop' });
    expect(joined.skipped).toEqual([{ line: 2, reason: messages.unmatchedReason('states.csv', 'PR') }]);
    expect(joined.rows.map((_, row) => joined.lineOf(row))).toEqual([3, 4, 5]);
    expect(joined.placeOf(0, 3)).toEqual({ file: 'places.csv', line: 3 });
    expect(joined.placeOf(0, 6)).toEqual({ file: 'states.csv', line: 3 });
    expect(joined.notes).toEqual([messages.unusedRows('states.csv', 1)]);
  });

  it('fails on left rows without a partner, naming line, key and name', () => {
    const error = caught(() => joinTables(places, states, { on }));
    expect(error.faults).toEqual([messages.unmatchedRow('places.csv', 2, 'state', 'states.csv', 'PR', 'Dot')]);
    expect(error.message).toMatch(/^places\.csv:2:state: .*Dot: PR /);
  });

  it('lists twenty unmatched rows and counts the others', () => {
    const rows = Array.from({ length: 25 }, (_, row) => `${row},X${row}`);
    const many = read('many.csv', `id,state\n${rows.join('\n')}\n`);
    const error = caught(() => joinTables(many, states, { on }));
    expect(error.faults.length).toBe(21);
    expect(error.faults[20]).toEqual(messages.moreFaults(5));
  });

  it('refuses right keys that repeat or are blank, naming both lines', () => {
    const twice = read('twice.csv', 'postal,weight\nHI,1\nMT,2\nHI,3\n,4\n');
    expect(caught(() => joinTables(places, twice, { on })).faults).toEqual([
      {
        file: 'twice.csv',
        line: 4,
        column: 'postal',
        what: 'key is already on line 2',
        value: 'HI',
        allowed: 'one row a key',
      },
      messages.blankKey('twice.csv', 5, 'postal'),
    ]);
  });

  it('joins on several columns without running them together, and repeats no key of the same name', () => {
    const left = read('left.csv', 'a,b,count\nx,yz,1\nxy,z,2\n');
    const right = read('right.csv', 'b,a,weight\nz,xy,20\nyz,x,10\n');
    const pairs = ['a', 'b'].map((name) => ({ left: name, right: name }));
    const joined = joinTables(left, right, { on: pairs });
    expect(joined.columns).toEqual(['a', 'b', 'count', 'weight']);
    expect(joined.rows.map((row) => row[3])).toEqual(['10', '20']);
  });

  it('traces a joined value to the line of its own file, also after a filter', () => {
    const bad = read('bad.csv', 'postal,weight\nPR,1\nHI,0\nMT,12\n');
    const joined = filterRows(joinTables(places, bad, { on }), ['name!=Ann']);
    const error = caught(() => toCountTable(joined, { counts: ['count'], fixed: ['weight'] }));
    expect(error.faults).toMatchObject([{ file: 'bad.csv', line: 3, column: 'weight', value: '0' }]);
    expect(joined.rows.map((_, row) => joined.lineOf(row))).toEqual([2, 4, 5]);
  });

  it('names a faulty joined cell once and says how many rows use it', () => {
    const rows = Array.from({ length: 30 }, (_, row) => `${row},${row % 3 === 0 ? 'HI' : 'MT'},${row === 29 ? -1 : 5}`);
    const many = read('many.csv', `id,state,count\n${rows.join('\n')}\n`);
    const bad = read('bad.csv', 'postal,weight,region\nHI,0,West\nMT,12,\n');
    const joined = joinTables(many, bad, { on });
    const roles = { group: 'region' };
    const { faults } = caught(() => toCountTable(joined, { roles, counts: ['count'], fixed: ['weight'] }));
    const texts = faults.map(({ file, line, column, what }) => `${file}:${line}:${column} ${what}`);
    // rows 0, 3, ..., 27 use HI, the other twenty MT; many.csv itself has one fault, on its last line
    expect(texts).toEqual([
      'bad.csv:2:weight weight is out of range (a cell of a joined file that 10 rows use)',
      'bad.csv:3:region group is blank (a cell of a joined file that 20 rows use)',
      'many.csv:31:count count is out of range',
    ]);
  });

  it('counts faulty cells, not rows, beyond the first twenty', () => {
    const keys = Array.from({ length: 25 }, (_, key) => `K${key}`);
    const many = read(
      'many.csv',
      `id,state,count\n${[...keys, ...keys].map((key, row) => `${row},${key},5`).join('\n')}\n`,
    );
    const bad = read('bad.csv', `postal,weight\n${keys.map((key) => `${key},0`).join('\n')}\n`);
    const { faults } = caught(() =>
      toCountTable(joinTables(many, bad, { on }), { counts: ['count'], fixed: ['weight'] }),
    );
    expect(faults.length).toBe(21);
    expect(faults[20]).toEqual(messages.moreFaults(5));
  });

  it('does not take a blank for a key', () => {
    const blank = read('blank.csv', 'id,state\n1,\n2,HI\n');
    expect(joinTables(blank, states, { on, unmatched: 'drop' }).skipped.map(({ line }) => line)).toEqual([2]);
  });

  it('refuses a join without a key, without a common key, and on unknown columns', () => {
    expect(caught(() => joinTables(places, states, { on: [] })).faults).toEqual([messages.joinWithoutKey()]);
    const apart = [{ left: 'name', right: 'postal' }];
    expect(caught(() => joinTables(places, states, { on: apart, unmatched: 'drop' })).faults).toEqual([
      messages.nothingMatches('places.csv', 'states.csv', 'name'),
    ]);
    const mistyped = [{ left: 'state', right: 'postel' }];
    expect(caught(() => joinTables(places, states, { on: mistyped })).message).toContain('did you mean postal?');
  });
});
