import { expect, it } from 'vitest';
import { postalOfFips, stateCodes } from '../../src/saipe/state-codes.js';

it('there are 52 codes, all different, in order of FIPS code', () => {
  expect(stateCodes.length).toBe(52);
  expect(new Set(stateCodes.map(({ postal }) => postal)).size).toBe(52);
  expect(stateCodes.map(({ fips }) => fips)).toEqual(stateCodes.map(({ fips }) => fips).sort());
});

it.each([
  ['01', 'AL'],
  ['11', 'DC'],
  ['15', 'HI'],
  ['30', 'MT'],
  ['56', 'WY'],
  ['72', 'PR'],
])('FIPS state code %s is %s', (fips, postal) => {
  expect(postalOfFips(fips)).toBe(postal);
});

it.each(['00', '03', '07', '14', '43', '52', '57', '1', ''])('there is no state %j', (fips) => {
  expect(postalOfFips(fips)).toBeUndefined();
});
