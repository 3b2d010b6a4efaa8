import { expect, it } from 'vitest';
import { joinKeyOf } from '../../src/spec/join-key.js';

it('a join key pairs the columns on both sides', () => {
  expect(joinKeyOf('State Postal Code=postal')).toEqual([{ left: 'State Postal Code', right: 'postal' }]);
  expect(joinKeyOf('a + b = c + d')).toEqual([
    { left: 'a', right: 'c' },
    { left: 'b', right: 'd' },
  ]);
});

it.each(['a', '=b', 'a=', 'a+b=c', 'a+=c+d', ''])('a join key is not %j', (text) => {
  expect(() => joinKeyOf(text)).toThrow(/^--on: /);
});
