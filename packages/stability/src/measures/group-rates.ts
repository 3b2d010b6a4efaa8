// Statistical rate: Huang and Vishnoi (ICML 2019), section 4; for more than two groups the smallest rate over the largest.
import type { GroupColumn } from '../program/training-set.js';
import { measureMessages } from './messages.js';
import type { RepeatedValue } from './over-repetitions.js';

/** How the favourable class is spread over the groups of a column, each number with the reason where it is undefined. */
export interface GroupRates {
  /** Fraction of the rows of each group that are given the favourable class, in the order of the column's values. */
  readonly rates: readonly RepeatedValue[];
  /** Gamma: the smallest rate over the largest, 0 to 1. */
  readonly statisticalRate: RepeatedValue;
  /** Rate of the contrast group over that of all other rows together, 0 or more. */
  readonly disparateImpact: RepeatedValue;
  /** Largest rate minus the smallest, 0 to 1. */
  readonly parityGap: RepeatedValue;
}

/**
 * Rates of the favourable class by group. A group without rows leaves all comparisons undefined, a column of one value disparate impact; where nobody is given the favourable class
 * gamma is 0 / 0 and undefined, and the gap is 0.
 *
 * @param predictions 1 for the favourable class, 0 for the other, one a row.
 * @param of the group of each of these rows, a place in `values`.
 * @param contrast the group that disparate impact is about, a place in `values`.
 * @example
 * groupRates(Uint8Array.of(1, 0, 1, 1), { values: ['a', 'b'], of: Int32Array.of(0, 0, 1, 1) }, 0).statisticalRate.value // 0.5
 */
export function groupRates(
  predictions: Uint8Array,
  { values, of }: Pick<GroupColumn, 'values' | 'of'>,
  contrast: number,
): GroupRates {
  const rows = new Float64Array(values.length);
  const yes = new Float64Array(values.length);
  predictions.forEach((prediction, row) => {
    const group = of[row] as number;
    rows[group] = (rows[group] as number) + 1;
    yes[group] = (yes[group] as number) + prediction;
  });
  const rates = values.map((value, group) =>
    ratio(yes[group] as number, rows[group] as number, measureMessages.emptyGroup(value)),
  );
  const empty = rates.find(({ value }) => value === null);
  if (empty !== undefined) return { rates, statisticalRate: empty, disparateImpact: empty, parityGap: empty };
  const numbers = rates.map(({ value }) => value as number);
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  const [allRows, allYes] = [total(rows), total(yes)];
  const otherRows = allRows - (rows[contrast] as number);
  return {
    rates,
    statisticalRate: smallestOverLargest(rates),
    disparateImpact:
      otherRows === 0
        ? { value: null, reason: measureMessages.oneGroup }
        : ratio(
            numbers[contrast] as number,
            (allYes - (yes[contrast] as number)) / otherRows,
            allYes === 0 ? measureMessages.nobody : measureMessages.noOthers,
          ),
    parityGap: { value: most - least, reason: null },
  };
}

/**
 * Gamma of some groups: the smallest of their rates over the largest, undefined where one of them is, or where all are 0.
 *
 * @param rates of one group or more
 * @example smallestOverLargest([{ value: 0.2, reason: null }, { value: 0.4, reason: null }]).value // 0.5
 */
export function smallestOverLargest(rates: readonly RepeatedValue[]): RepeatedValue {
  const empty = rates.find(({ value }) => value === null);
  if (empty !== undefined) return empty;
  const numbers = rates.map(({ value }) => value as number);
  return ratio(Math.min(...numbers), Math.max(...numbers), measureMessages.nobody);
}

const ratio = (part: number, whole: number, reason: string): RepeatedValue =>
  whole === 0 ? { value: null, reason } : { value: part / whole, reason: null };

const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
