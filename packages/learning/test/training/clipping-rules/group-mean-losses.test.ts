import { describe, expect, test } from 'vitest';
import { groupMeanLosses } from '../../../src/training/clipping-rules/group-mean-losses.js';

const sums = (losses: readonly number[], counts: readonly number[]) => ({
  losses: Float64Array.from(losses),
  counts: Float64Array.from(counts),
});

describe('mean losses of groups from noisy sums', () => {
  test('are sums over counts, and that of all the sum of sums over the sum of counts', () => {
    expect(groupMeanLosses(sums([6, 1], [4, 2]), { lossBound: 4, noise: 0 }, 1)).toEqual({
      groups: [1.5, 0.5],
      all: 7 / 6,
    });
  });

  test('are cut to where a mean of losses can be', () => {
    const { groups, all } = groupMeanLosses(sums([-3, 50], [4, 2]), { lossBound: 4, noise: 0 }, 1);
    expect(groups).toEqual([0, 4]);
    expect(all).toBe(4);
  });

  test('are missing for groups of no row, and for those that three standard deviations of the noise could make', () => {
    expect(groupMeanLosses(sums([0, 1], [0, 1]), { lossBound: 4, noise: 0 }, 1).groups).toEqual([null, 1]);
    // A count has noise of sqrt(2) x 5 = 7.071; of nine releases added up, 21.213, three of which are 63.64.
    const noisy = { lossBound: 4, noise: 5 };
    expect(groupMeanLosses(sums([1, 1], [21.2, 21.3]), noisy, 1).groups).toEqual([null, 1 / 21.3]);
    expect(groupMeanLosses(sums([1, 1], [63.6, 63.7]), noisy, 9).groups).toEqual([null, 1 / 63.7]);
  });

  test('are missing for all together below three standard deviations of the sum of counts', () => {
    // Two counts: sqrt(2) x 7.071 = 10, three of which are 30.
    const noisy = { lossBound: 4, noise: 5 };
    expect(groupMeanLosses(sums([1, 1], [25, 4.9]), noisy, 1).all).toBeNull();
    expect(groupMeanLosses(sums([1, 1], [25, 5.1]), noisy, 1).all).toBeCloseTo(2 / 30.1, 15);
  });
});
