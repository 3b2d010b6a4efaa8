import { expect, it } from 'vitest';
import { shortTick } from '../../src/axis/axis-spec.js';

it('ticks are written without spare zeros', () => {
  expect(['$1.00 million', '$100', '10.0\u202f%', '0.10', '1,000', '$10.0 billion'].map(shortTick)).toEqual([
    '$1 million',
    '$100',
    '10\u202f%',
    '0.1',
    '1,000',
    '$10 billion',
  ]);
});
