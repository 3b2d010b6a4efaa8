import { describe, expect, it } from 'vitest';
import { parseSeed } from '../../src/random/seed.js';
import { openStream } from '../../src/random/stream.js';
import { drawRows } from '../../src/sampling/draw-rows.js';

describe('drawn rows', () => {
  const rows = Int32Array.of(30, 7, 101, 12, 5, 9);
  const sorted = [5, 7, 9, 12, 30, 101];

  it.each([0, 1, 4, 6])('are %i and the others, both ascending, each row once', (count) => {
    for (let seed = 0; seed < 50; seed++) {
      const { chosen, others } = drawRows(rows, count, openStream(parseSeed(seed), 'test', 0));
      expect(chosen).toHaveLength(count);
      expect([...chosen, ...others].sort((one, other) => one - other)).toEqual(sorted);
      for (const part of [chosen, others]) expect([...part]).toEqual([...part].sort((one, other) => one - other));
    }
    expect([...rows]).toEqual([30, 7, 101, 12, 5, 9]);
  });

  it('can be any pair of rows', () => {
    const pairs = new Set<string>();
    for (let seed = 0; seed < 2000; seed++)
      pairs.add(drawRows(rows, 2, openStream(parseSeed(seed), 'test', 0)).chosen.join());
    expect(pairs.size).toBe(15);
  });

  it.each([-1, 7, 1.5, Number.NaN])('cannot be %d of six', (count) => {
    expect(() => drawRows(rows, count, openStream(parseSeed(1), 'test', 0))).toThrow(RangeError);
  });
});
