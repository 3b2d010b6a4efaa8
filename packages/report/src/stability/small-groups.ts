import type { Repeated, StabilityCell, StabilityResult, StableGroupSize } from '@dpfair/result';
import { cleanText, formatWhole } from '../format/index.js';
import { stabilityTableWords as say } from '../messages/stability/table-messages.js';
import { groupColumns } from './variants.js';

/** Groups of a column with few test rows; none where the result does not say how many they have. */
export const smallGroups = ({ data }: StabilityResult, column: string): readonly StableGroupSize[] =>
  (data.groups.find((one) => one.column === column)?.sizes ?? []).filter(({ small }) => small);

/** What may be concluded of the statistical rate of a column: that of all its groups, of those that are not small, or nothing. */
export type RateBasis = 'all' | 'large' | 'none';

/** What the statistical rate of a column is to be concluded from. */
export function rateBasis(result: StabilityResult, column: string): RateBasis {
  if (smallGroups(result, column).length === 0) return 'all';
  return result.cells.some(({ group, withoutSmall }) => group === column && withoutSmall !== undefined)
    ? 'large'
    : 'none';
}

/** The statistical rate that is concluded from: without small groups where a cell has it. */
export const toldRate = ({ withoutSmall, statisticalRate }: StabilityCell): Repeated => withoutSmall ?? statisticalRate;

/** How many rows the groups have, of columns with small ones: a sentence each. */
export function sizeNotes(result: StabilityResult): readonly string[] {
  return groupColumns(result).flatMap((column) => {
    if (smallGroups(result, column).length === 0) return [];
    const sizes = result.data.groups.find((one) => one.column === column)?.sizes ?? [];
    return [say.sizes(cleanText(column), sizes.map(sizeText).join(', '))];
  });
}

/** A group with its rows: 'North (400 to train on, 100 tested)'. */
export const sizeText = ({ group, training, test, small }: StableGroupSize): string =>
  say.size(cleanText(group), formatWhole(training), formatWhole(test), small);
