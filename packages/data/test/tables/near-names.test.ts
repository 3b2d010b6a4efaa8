import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance, nearNames } from '../../src/tables/near-names.js';

/** The definition of Levenshtein, without a table. */
function byDefinition(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  return Math.min(
    byDefinition(left.slice(1), right) + 1,
    byDefinition(left, right.slice(1)) + 1,
    byDefinition(left.slice(1), right.slice(1)) + (left[0] === right[0] ? 0 : 1),
  );
}

describe('editDistance', () => {
  it.each([
    ['kitten', 'sitting', 3],
    ['saturday', 'sunday', 3],
    ['', 'abc', 3],
  ])('from %s to %s is %d, as published', (left, right, distance) => {
    expect(editDistance(left, right)).toBe(distance);
  });

  it('equals its recursive definition on short words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
    fc.assert(fc.property(word, word, (left, right) => editDistance(left, right) === byDefinition(left, right)));
  });
});

describe('nearNames', () => {
  it('suggests the nearest first and nothing far', () => {
    expect(nearNames('wight', ['id', 'height', 'weight', 'population'])).toEqual(['weight', 'height']);
  });

  it('suggests a long name that contains a short one', () => {
    const poor = 'Estimated number of relevant children in poverty';
    expect(nearNames('Poverty', ['Name', poor])).toEqual([poor]);
  });

  it('has no suggestion for nothing, nor a name so short that every letter would change', () => {
    expect(nearNames('', ['a', 'b'])).toEqual([]);
    expect(nearNames('zz', ['ab', 'cd'])).toEqual([]);
    expect(nearNames('z', ['a', ''])).toEqual([]);
  });
});
