import { expect, it } from 'vitest';
import { countNoun } from '../../src/words/unit-words.js';
import { buildResult } from '../fixtures/build-result.js';

it.each([
  ['Estimated number of relevant children 5 to 17 years old in poverty who are related to the householder', 'children'],
  ['households_2010', 'households'],
  ['Estimated Total Population', 'persons'],
  ['poor', 'persons'],
  ['x', 'units'],
])('a count column called "%s" counts %s', (column, noun) => {
  const result = buildResult([]);
  expect(countNoun({ ...result, input: { ...result.input, columns: { count: column } } })).toBe(noun);
});
