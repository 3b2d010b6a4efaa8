import { DpfairError, type StableGroupSize } from '@dpfair/result';
import { stableFaults } from '../../messages/stable.js';
import type { StableSpec } from '../../spec/stable/stable-spec.js';
import type { LoadedSet } from '../load-stable-data.js';

/**
 * The group that disparate impact is about, a place in the values of a column: the one that was named, or the one with the lowest part of favourable
 * labels. A group of few test rows is not taken unasked where two others are left.
 *
 * @param place of the column among the group columns
 * @param sizes of its groups
 * @throws DpfairError `input` for a group that is not there
 */
export function contrastOf(
  { contrast }: Pick<StableSpec, 'contrast'>,
  { set, input }: Pick<LoadedSet, 'set' | 'input'>,
  place: number,
  sizes: readonly StableGroupSize[],
): number {
  const { name, values, of } = set.groups[place] as LoadedSet['set']['groups'][number];
  const named = contrast[name];
  if (named !== undefined) {
    const found = values.indexOf(named);
    if (found < 0) throw new DpfairError('input', stableFaults.noValue('contrast', input.path, name, named, values));
    return found;
  }
  const choosesLarge = sizes.filter(({ small }) => !small).length > 1;
  const rates = values.map((_, value) => {
    if (choosesLarge && sizes[value]?.small === true) return Number.POSITIVE_INFINITY;
    let [rows, yes] = [0, 0];
    of.forEach((own, row) => {
      if (own !== value) return;
      rows++;
      if (set.labels[row] === 1) yes++;
    });
    return rows === 0 ? Number.POSITIVE_INFINITY : yes / rows;
  });
  return rates.indexOf(Math.min(...rates));
}
