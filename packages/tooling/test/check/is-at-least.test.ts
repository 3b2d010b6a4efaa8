import { expect, test } from 'vitest';
import { isAtLeast } from '../../check/is-at-least.mjs';

test.each([
  ['20.19.0', '20.19', true],
  ['20.19', '20.19.0', true],
  ['20.20.2', '20.19', true],
  ['24.0.0', '20.19', true],
  ['20.9.1', '20.19', false],
  ['18.99.0', '20.19', false],
  ['20.19.0', '20.19.1', false],
])('version %s against %s: new enough is %s', (have, want, enough) => {
  expect(isAtLeast(have, want)).toBe(enough);
});
