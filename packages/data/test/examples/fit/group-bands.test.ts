import { describe, expect, it } from 'vitest';
import { bandNames, bandOf } from '../../../src/examples/fit/group-bands.js';

describe('bands', () => {
  it('are named by their first and last whole number, or by where the next begins', () => {
    expect(bandNames([30, 45, 60], true)).toEqual(['under 30', '30 to 44', '45 to 59', '60 and over']);
    expect(bandNames([30, 45, 60], false)).toEqual(['under 30', '30 to under 45', '45 to under 60', '60 and over']);
    expect(bandNames([0.5, 2], true)).toEqual(['under 0.5', '0.5 to under 2', '2 and over']);
    expect(bandNames([1, 2], true)).toEqual(['under 1', '1', '2 and over']);
    expect(bandNames([18], true)).toEqual(['under 18', '18 and over']);
  });

  it('begin with the number that names them', () => {
    const ends = [30, 45];
    expect([29.999, 30, 44.999, 45, -1e300, 1e300].map((value) => bandOf(value, ends))).toEqual([0, 1, 1, 2, 0, 2]);
  });
});
