import { expect, it } from 'vitest';
import { guardWidth } from '../../src/csv/guard-width.js';
import { messages } from '../../src/messages.js';
import { caught } from '../caught.js';

it('10,000 columns pass and 10,001 are refused with their line', () => {
  guardWidth(`a\n${','.repeat(9_999)}\n`, ',', 'a.csv');
  const error = caught(() => guardWidth(`a\n${','.repeat(10_000)}`, ',', 'a.csv'));
  expect(error.faults).toEqual([messages.tooManyColumns('a.csv', 2, 10_001, 10_000)]);
});

it('a long text between quotes is one column', () => {
  expect(() => guardWidth(`id,text\n1,"${','.repeat(50_000)}"\n`, ',', 'a.csv')).not.toThrow();
});
