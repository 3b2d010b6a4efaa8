import { expect, it } from 'vitest';
import { text } from '../../../src/options/reading/values.js';
import { inOptionOrder } from '../../../src/spec/keys/in-option-order.js';
import { knownKeys } from '../../../src/spec/keys/known-keys.js';
import { withoutKeys } from '../../../src/spec/keys/without-keys.js';

it('what is null or undefined is not known; false, 0 and an empty list are', () => {
  const given = { a: null, b: undefined, c: false, d: 0, e: [] };
  expect(knownKeys<Record<keyof typeof given, unknown>>(given)).toStrictEqual({ c: false, d: 0, e: [] });
});

it('equal specs have equal text, whatever the order they were said in', () => {
  const option = { describe: '', read: text };
  const options = { first: option, 'second-one': option };
  expect(JSON.stringify(inOptionOrder({ secondOne: 2, first: 1 }, options))).toBe('{"first":1,"secondOne":2}');
});

it('keys that are taken away are gone, and the others as they were', () => {
  expect(withoutKeys({ a: 1, b: 2, c: 3 }, ['b', 'd'])).toStrictEqual({ a: 1, c: 3 });
});
