import fc from 'fast-check';
import { expect, it } from 'vitest';
import { joinNames, splitNames } from '../../../src/options/reading/name-list.js';

it('names are separated by commas, and spaces around them are dropped', () => {
  expect(splitNames('a, b ,c')).toEqual(['a', 'b', 'c']);
  expect(splitNames('a,')).toEqual(['a', '']);
  expect(splitNames('')).toEqual(['']);
});

it('double quotes keep commas, and two of them within are one', () => {
  expect(splitNames('"income, net",sex')).toEqual(['income, net', 'sex']);
  expect(splitNames('"5"" pipe, new"')).toEqual(['5" pipe, new']);
});

it('a double quote inside of a name, or one that is never closed, is a letter', () => {
  expect(splitNames('5" pipe,"x')).toEqual(['5" pipe', '"x']);
});

it('names that are written are read back', () => {
  const name = fc
    .string({ minLength: 1, unit: fc.constantFrom('a', 'B', ' ', ',', '"', 'ü') })
    .map((text) => text.trim());
  fc.assert(
    fc.property(
      fc.array(
        name.filter((text) => text !== ''),
        { minLength: 1 },
      ),
      (list) => {
        expect(splitNames(joinNames(list))).toEqual(list);
      },
    ),
  );
});
