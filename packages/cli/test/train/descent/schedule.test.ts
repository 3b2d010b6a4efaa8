import { expect, it } from 'vitest';
import { scheduleOf } from '../../../src/train/descent/schedule.js';

it('an epoch is as many steps as batches fit into the rows', () => {
  expect(scheduleOf({ batch: 100, epochs: 3 }, 1049)).toEqual({
    batch: 100,
    samplingRate: 100 / 1049,
    stepsPerEpoch: 10,
    steps: 30,
  });
});

it('a batch of all rows is one step an epoch', () => {
  expect(scheduleOf({ batch: 7, epochs: 2 }, 7)).toMatchObject({ samplingRate: 1, stepsPerEpoch: 1, steps: 2 });
});

it('without a size a batch is 256 rows, or all where there are fewer', () => {
  expect(scheduleOf({ batch: null, epochs: 1 }, 1000).batch).toBe(256);
  expect(scheduleOf({ batch: null, epochs: 1 }, 40)).toMatchObject({ batch: 40, samplingRate: 1 });
});

it('a batch of more rows than there are is refused', () => {
  expect(() => scheduleOf({ batch: 8, epochs: 1 }, 7)).toThrow('--batch: 8 (allowed: at most the 7 training rows)');
});
