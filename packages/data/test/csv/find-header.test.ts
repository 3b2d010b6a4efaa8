import { describe, expect, it } from 'vitest';
import { findHeader } from '../../src/csv/find-header.js';
import { splitRecords } from '../../src/csv/split-records.js';
import { messages } from '../../src/messages.js';
import { caught } from '../caught.js';

const find = (text: string, headerLine?: number) => findHeader(splitRecords(text, ',', 'a.csv'), 'a.csv', headerLine);
const table = 'id,name,count,poor\n1,a,10,2\n2,b,20,3\n';

describe('findHeader', () => {
  it.each([
    ['no title', table, 0],
    ['a padded title', `Poverty estimates,,,\n${table}`, 1],
    ['a bare title', `Poverty estimates\n${table}`, 1],
    ['several titles', `Poverty\nEstimates,2021\nby district\n${table}`, 3],
    ['an unquoted title with commas', `Source: Census, Washington, DC\n${table}`, 1],
    ['more titles than rows', 'Poverty\nestimates\n2021\nid,count\n1,2\n', 3],
    ['a header without data', 'id,count', 0],
    ['a nameless first column', ',id,name,count\n0,1,a,10\n1,2,b,20\n', 0],
    ['years as names', 'fips,name,2010,2020\n1,a,5,6\n', 0],
    ['a single column', 'count\n5\n6\n', 0],
    ['blanks in the rows', 'id,name,count,poor\n1,,,\n2,,,\n', 0],
  ])('finds the header below %s', (_, text, index) => {
    expect(find(text).index).toBe(index);
  });

  it('does not take a row of data for the header when the header is too narrow', () => {
    expect(find('id,count\n1,2,3\n4,5,6\n').index).toBe(0);
    expect(find('id,name,count,note\n1,a,2\n2,b,3\n').index).toBe(0);
  });

  it('sees a delimiter that ends every line, whether or not it ends the header', () => {
    expect(find('id,count,\n1,2,\n')).toEqual({ index: 0, trailingDelimiter: true });
    expect(find('id,count\n1,2,\n3,4,\n')).toEqual({ index: 0, trailingDelimiter: true });
    expect(find('id,note,\n1,2,\n3,4,x\n')).toEqual({ index: 0, trailingDelimiter: false });
    expect(find('id,note\n1,\n2,\n')).toEqual({ index: 0, trailingDelimiter: false });
  });

  it('takes the line it is told, counted as an editor counts', () => {
    expect(find(`"two\nlines",,,\n\n${table}`, 4).index).toBe(1);
    const error = caught(() => find(table, 9));
    expect(error.code).toBe('usage');
    expect(error.faults).toEqual([messages.noHeaderOnLine('a.csv', 9, 3)]);
  });
});
