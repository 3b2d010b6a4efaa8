import type { Result } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { terminalBlocks } from '../src/index.js';
import { buildSmoothing } from './fixtures/smoothing/build-smoothing.js';
import { buildStability, cellOf, repeated } from './fixtures/stability/build-stability.js';
import { buildRun, buildTraining, female, male } from './fixtures/training/build-training.js';
import { wholeTraining } from './fixtures/training/whole-training.js';

const legends = (result: Result) =>
  terminalBlocks(result).filter((block) => typeof block === 'string' && block.startsWith('A dagger'));
const like = { algorithm: 'zvrg', group: 'race', lambda: 0, stab: 9, rate: 0.6, accuracy: 0.8 } as const;

describe('what a terminal shows', () => {
  it('ends with what a dagger means where a table has one, and has no daggers to explain elsewhere', () => {
    expect(legends(wholeTraining())).toEqual([expect.stringContaining('marks groups of few rows')]);
    expect(legends(buildTraining([buildRun([female, male])]))).toEqual([]);
    const cell = cellOf(like);
    const lost = { ...cell, statisticalRate: repeated(0.6, null, 'not defined in 2 of 4 repetitions') };
    expect(legends(buildStability([lost]))).toEqual([expect.stringContaining('not defined in every repetition')]);
    expect(legends(buildStability([cell]))).toEqual([]);
  });

  it('has no table without rows: of a run that was stopped before anything was done only that nothing is concluded', () => {
    expect(terminalBlocks(buildSmoothing([]))).toEqual([expect.stringMatching(/^Nothing was concluded/)]);
  });
});
