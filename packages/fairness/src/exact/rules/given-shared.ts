import { holdsGiven, type Predicate } from '@dpfair/decisions';
import { type NoisyCount, type Region, regionsBetween } from './noisy-count.js';
import { holdsAt, type SeenComparison, thresholdAt } from './shared-count.js';

/**
 * P(predicate | shared count): the other counts are independent, and each matters only by which side of its thresholds it is
 * on. Sums the probabilities of all combinations of sides for which the predicate holds.
 */
export function probabilityGiven(
  predicate: Predicate,
  comparisons: readonly SeenComparison[],
  others: ReadonlyMap<string, NoisyCount>,
): (shared: number) => number {
  const names = [...others.keys()];
  const value = new Map<string, number>();
  return (shared) => {
    const regions = names.map((name) => {
      const thresholds = comparisons.filter((one) => one.name === name).map((one) => thresholdAt(one, shared));
      return regionsBetween(others.get(name) as NoisyCount, thresholds);
    });
    const sum = (k: number): number => {
      if (k === names.length) return Number(holdsGiven(predicate, answersAt(comparisons, shared, value)));
      let total = 0;
      for (const { mass, at } of regions[k] as readonly Region[]) {
        value.set(names[k] as string, at);
        total += mass * sum(k + 1);
      }
      return total;
    };
    return sum(0);
  };
}

const answersAt = (comparisons: readonly SeenComparison[], shared: number, value: ReadonlyMap<string, number>) =>
  comparisons.map((one) => holdsAt(one, shared, one.name === null ? 0 : (value.get(one.name) as number)));
