import { describe, expect, it } from 'vitest';
import { encode } from '../../../src/examples/encoding/encode.js';
import { withGroup } from '../../../src/examples/encoding/with-group.js';
import { prepareExamples } from '../../../src/examples/prepare-examples.js';
import { caught } from '../../caught.js';
import { tableOf } from '../table-of.js';

const table = tableOf(['age,town,sex,y', '10,A,f,no', '20,B,m,yes', '40,A,m,no', '50,B,f,yes']);
const { encoding } = prepareExamples(table, { label: 'y', group: 'sex', testShare: 0 });

describe('withGroup', () => {
  it('names the groups of another column and changes nothing else', () => {
    const other = withGroup(table, encoding, 'town', []);
    expect(other).toEqual({ ...encoding, group: { column: 'town', names: ['A', 'B'], bands: [] } });
    expect([...encode(table, other).examples.group]).toEqual([0, 1, 0, 1]);
  });

  it('makes bands of numbers, and one group of all rows', () => {
    const banded = withGroup(table, encoding, 'age', [15, 45]);
    expect(banded.group.names).toEqual(['under 15', '15 to 44', '45 and over']);
    expect([...encode(table, banded).examples.group]).toEqual([0, 1, 1, 2]);
    expect([...encode(table, withGroup(table, encoding, null, [])).examples.group]).toEqual([0, 0, 0, 0]);
  });

  it.each([
    ['towns', [], 'towns'],
    ['town', [3], 'bands of a column of text'],
    ['age', [60], '60 and over'],
    [null, [60], 'bands'],
  ])('refuses the column %s with bands %o', (column, bands, part) => {
    expect(caught(() => withGroup(table, encoding, column, bands)).message).toContain(part);
  });
});
