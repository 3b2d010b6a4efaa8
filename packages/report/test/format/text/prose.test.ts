import { expect, it } from 'vitest';
import { readableProse } from '../../../src/format/text/prose.js';

it('sentences from elsewhere lose their exponents and keep all else', () => {
  expect(readableProse('an error of 1.12e-7 % of alpha')).toBe('an error of less than 0.000001 % of alpha');
  expect(readableProse('limit 2.5e-4, file a1e5.csv, -3E+6')).toBe('limit 0.00025, file a1e5.csv, −3 million');
});
