import { describe, expect, it } from 'vitest';
import { contrastOf } from '../../../src/stable/groups/contrast-of.js';
import type { LoadedSet } from '../../../src/stable/load-stable-data.js';

// Favoured: 1 of 4 of a, 1 of 2 of b, 0 of 1 of c.
const values = ['a', 'b', 'c'];
const set = {
  rows: 7,
  columns: [],
  features: new Float64Array(),
  labels: Int8Array.of(1, -1, -1, -1, 1, -1, -1),
  groups: [{ name: 'g', values, of: Int32Array.of(0, 0, 0, 0, 1, 1, 2) }],
};
const loaded = { set, input: { path: 'a.csv' } as LoadedSet['input'] };
const sizes = (...small: boolean[]) =>
  small.map((own, k) => ({ group: values[k] as string, training: 9, test: 9, small: own }));
const chosen = (contrast: Record<string, string>, ...small: boolean[]) =>
  values[contrastOf({ contrast }, loaded, 0, sizes(...small))];

describe('the group that disparate impact is about', () => {
  it('is that with the lowest part of favourable labels', () => {
    expect(chosen({}, false, false, false)).toBe('c');
  });

  it('is none of few test rows where two others are left, unless it is named', () => {
    expect(chosen({}, false, false, true)).toBe('a');
    expect(chosen({ g: 'c' }, false, false, true)).toBe('c');
    expect(chosen({}, false, true, true)).toBe('c');
    expect(chosen({}, true, true, true)).toBe('c');
  });

  it('is refused where nobody is of it', () => {
    expect(() => chosen({ g: 'z' }, false, false, false)).toThrow(/--contrast: no row has this value.*z/);
  });
});
