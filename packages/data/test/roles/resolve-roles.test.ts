import { describe, expect, it } from 'vitest';
import { messages } from '../../src/messages.js';
import { readTable } from '../../src/read-table.js';
import { resolveRoles } from '../../src/roles/resolve-roles.js';
import { bytesOf } from '../bytes-of.js';
import { caught } from '../caught.js';
import { alabamaText } from '../saipe/saipe-line.js';

const table = readTable(bytesOf('ID,state,district,Count,a+b\n1,01,7,5,x\n'), { file: 'a.csv' });
const saipe = readTable(bytesOf(alabamaText), { file: 'ussd21.txt' });
const labels = (found: ReturnType<typeof resolveRoles>) =>
  Object.fromEntries([...found].map(([role, { label }]) => [role, label]));

describe('resolveRoles', () => {
  it('finds a role by the name of a column in any case', () => {
    expect(labels(resolveRoles(table, {}, ['id', 'name', 'count']))).toEqual({ id: 'ID', count: 'Count' });
  });

  it('puts columns together, unless a column has that very name', () => {
    const found = resolveRoles(table, { id: 'state + district', name: 'a+b' }, ['id', 'name']);
    expect(labels(found)).toEqual({ id: 'state+district', name: 'a+b' });
    expect(found.get('id')?.columns).toEqual([1, 2]);
  });

  it('takes mapping before name before default', () => {
    expect(labels(resolveRoles(saipe, { count: 'children', group: 'fips' }, ['id', 'name', 'group', 'count']))).toEqual(
      {
        id: 'State FIPS Code+District ID',
        name: 'Name',
        group: 'State FIPS Code',
        count: 'Estimated Population 5-17',
      },
    );
  });

  it('reads no role from an alias without being asked', () => {
    expect(resolveRoles(saipe, {}, ['population']).size).toBe(0);
  });

  it('refuses roles that are not wanted, all at once, and unknown columns', () => {
    const error = caught(() => resolveRoles(table, { wieght: 'Count', nmae: 'ID' }, ['id', 'name', 'weight']));
    expect(error.code).toBe('usage');
    expect(error.faults).toEqual(
      ['wieght', 'nmae'].map((role) => messages.unknownRole(role, ['id', 'name', 'weight'])),
    );
    expect(error.message).toContain('did you mean weight?');
    expect(caught(() => resolveRoles(table, { id: 'state+distict' }, ['id'])).message).toContain(
      'did you mean district?',
    );
  });
});
