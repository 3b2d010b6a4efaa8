import { addNoise, gaussianSmoothing, metricFromScales } from '@dpfair/individual';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';

const smoothing = gaussianSmoothing(metricFromScales(1, [2, 0, 1], ['a', 'b', 'c']), { held: new Map([['b', 7]]) });
const seed = parseSeed(3);

describe('adding noise to rows', () => {
  it('adds the draw of the smoothing to columns that the metric sees, and holds the others', () => {
    const rows = Float64Array.of(10, 20, 30, 40, 50, 60);
    addNoise(smoothing, rows, seed, 4);
    const draw = new Float64Array(6);
    smoothing.fill(draw, seed, 4);
    const [a, , c, d, , f] = draw as unknown as [number, number, number, number, number, number];
    expect([...rows]).toEqual([10 + a, 7, 30 + c, 40 + d, 7, 60 + f]);
    expect(new Set([a, c, d, f, 0]).size).toBe(5);
  });

  it('is new for each trial, and the same again for the same one', () => {
    const of = (trial: number) => {
      const rows = new Float64Array(6);
      addNoise(smoothing, rows, seed, trial);
      return rows;
    };
    expect(of(1)).toEqual(of(1));
    expect(of(1)).not.toEqual(of(2));
  });
});
