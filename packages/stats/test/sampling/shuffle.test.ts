import { describe, expect, it } from 'vitest';
import { openStream, parseSeed, shuffle, shuffleFirst } from '../../src/index.js';

describe('a shuffle', () => {
  it('keeps the values, and needs no draw for one or none', () => {
    const values = Int32Array.from({ length: 50 }, (_, k) => k);
    shuffle(values, openStream(parseSeed(3), 'test', 0));
    expect([...values]).not.toEqual(Array.from({ length: 50 }, (_, k) => k));
    expect([...values].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, k) => k));
    const none: number[] = [];
    shuffle(none, openStream(parseSeed(3), 'test', 0));
    expect(none).toEqual([]);
  });

  it('gives every order of three values for some draws: the six ways to draw from 3 and from 2', () => {
    const orders = new Set<string>();
    for (const last of [0, 1, 2]) {
      for (const middle of [0, 1]) {
        const draws = [last, middle];
        const stream = { ...openStream(parseSeed(1), 'test', 0), nextInteger: () => draws.shift() as number };
        const values = [1, 2, 3];
        shuffle(values, stream);
        orders.add(values.join(''));
      }
    }
    expect([...orders].sort()).toEqual(['123', '132', '213', '231', '312', '321']);
  });

  it('of the first places gives every pair of four for some draws, and keeps the others behind', () => {
    const pairs = new Set<string>();
    for (const first of [0, 1, 2, 3]) {
      for (const second of [0, 1, 2]) {
        const draws = [first, second];
        const stream = { ...openStream(parseSeed(1), 'test', 0), nextInteger: () => draws.shift() as number };
        const values = [1, 2, 3, 4];
        shuffleFirst(values, 2, stream);
        expect([...values].sort()).toEqual([1, 2, 3, 4]);
        pairs.add(values.slice(0, 2).join(''));
      }
    }
    expect(pairs.size).toBe(12);
  });
});
