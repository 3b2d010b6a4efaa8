import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { saipeColumns } from '../../src/saipe/layout.js';
import { conditionsOn } from '../../src/tables/conditions-on.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';

const saipe = readTable(bytesOf(`${saipeColumns.map((name) => `"${name}"`).join(',')}\nMT,30,00001,Ann,9,5,1\n`), {
  file: 'saipe.csv',
});

describe('conditionsOn', () => {
  it('keeps the conditions on columns, in any case, and on aliases, in their order', () => {
    const conditions = ['ppe=1', 'state!=30', 'NAME = Ann', 'state = a=b', 'states=30'];
    expect(conditionsOn(saipe, conditions)).toEqual(['state!=30', 'NAME = Ann', 'state = a=b']);
  });

  it('refuses a condition without an equals sign', () => {
    const error = caught(() => conditionsOn(saipe, ['state']));
    expect(error.code).toBe('usage');
    expect(error.faults).toEqual([messages.badCondition('state')]);
  });
});
