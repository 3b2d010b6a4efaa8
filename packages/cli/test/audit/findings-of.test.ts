import { readTable, toCountTable } from '@dpfair/data';
import { decisionByName } from '@dpfair/decisions';
import { expect, it } from 'vitest';
import { findingsOf } from '../../src/audit/findings-of.js';

const warningsOn = (rows: readonly string[]) => {
  const bytes = new TextEncoder().encode(['name,state,count,children', ...rows].join('\n'));
  const { table, lines } = toCountTable(readTable(bytes, { file: 'a.csv' }), {
    roles: {},
    counts: ['count'],
    fixed: ['children'],
    labels: ['state'],
  });
  const { warnings } = findingsOf(decisionByName('title1', {}), table, { file: 'a.csv', lines });
  return warnings.filter(({ code }) => code === 'impossible-counts').map(({ message }) => message);
};

it('rows with more formula children than children are counted, and named by line and numbers', () => {
  expect(warningsOn(['x,A,10,100', 'y,A,200,100', 'z,B,3,2'])).toEqual([
    expect.stringMatching(
      /^count is above children in 2 rows.*\(line 3, y: count 200, children 100; line 4, z: count 3, children 2\)$/,
    ),
  ]);
  expect(warningsOn(['x,A,10,10'])).toEqual([]);
});
