import { isSmallGroup, type StableGroupSize } from '@dpfair/result';
import type { GroupColumn } from '@dpfair/stability';

/**
 * How many rows of a split each group of a column has, in the order of the column's values; small is one with few test rows.
 *
 * @param pool rows that repetitions draw from
 * @param test rows that classifiers are measured on
 * @example
 * const sex = { name: 'sex', values: ['f', 'm'], of: Int32Array.of(0, 1, 1) };
 * groupSizes(sex, Int32Array.of(0, 1), Int32Array.of(2))[1] // { group: 'm', training: 1, test: 1, small: true }
 */
export function groupSizes(
  { values, of }: GroupColumn,
  pool: Int32Array,
  test: Int32Array,
): readonly StableGroupSize[] {
  const [training, tested] = [pool, test].map((rows) => {
    const counts = new Array<number>(values.length).fill(0);
    for (const row of rows) counts[of[row] as number] = (counts[of[row] as number] as number) + 1;
    return counts;
  }) as [number[], number[]];
  return values.map((group, place) => {
    const count = tested[place] as number;
    return { group, training: training[place] as number, test: count, small: isSmallGroup(count) };
  });
}
