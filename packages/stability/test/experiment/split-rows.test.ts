import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { drawTraining, splitRows, trainingRows } from '../../src/experiment/split-rows.js';

const seed = parseSeed(4);

describe('a split of rows', () => {
  it('parts all of them, rounded, each part ascending', () => {
    const { pool, test } = splitRows(103, 0.2, seed);
    expect([pool.length, test.length]).toEqual([82, 21]);
    expect([...pool, ...test].sort((one, other) => one - other)).toEqual(Array.from({ length: 103 }, (_, row) => row));
    expect([...test]).toEqual([...test].sort((one, other) => one - other));
  });

  it('is refused where a part would be empty', () => {
    for (const share of [0.01, 0.99])
      expect(() => splitRows(20, share, seed)).toThrow(`test share of 20 rows: ${share}`);
    expect(() => trainingRows(Int32Array.of(1, 2, 3), 0.1)).toThrow('train share of 3 rows: 0.1');
  });
});

describe('the training rows of a repetition', () => {
  const { pool } = splitRows(1000, 0.2, seed);

  it('are a part of the pool without repetition, another one in each repetition, the same one again', () => {
    const [first, second, again] = [0, 1, 0].map((repetition) => drawTraining(pool, 0.75, seed, repetition));
    expect(first?.length).toBe(600);
    expect(new Set(first).size).toBe(600);
    expect(first?.every((row) => pool.includes(row))).toBe(true);
    expect(again).toEqual(first);
    expect(second).not.toEqual(first);
  });

  it('of two repetitions share about as many rows as chance has it: three quarters of three quarters', () => {
    const [first, second] = [drawTraining(pool, 0.75, seed, 2), drawTraining(pool, 0.75, seed, 3)];
    const shared = first.filter((row) => second.includes(row)).length;
    // Hypergeometric: mean 450, standard deviation 5.3.
    expect(Math.abs(shared - 450)).toBeLessThan(40);
  });

  it('are all of the pool with a share of 1', () => {
    expect(drawTraining(pool, 1, seed, 5)).toEqual(pool);
  });
});
