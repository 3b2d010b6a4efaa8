import type { PairSearchOfResult } from '@dpfair/result';
import { formatWhole } from '../../format/index.js';
import { searchWords as say } from '../../messages/smoothing/search-messages.js';
import { excessOf } from '../smoothed.js';
import { largestRatio } from '../worst-pairs.js';
import { columnsOf } from './column-words.js';

/** A search in a few words: 'nearest rows', 'sex changed'. */
export function searchName({ search, changed }: PairSearchOfResult): string {
  return search === 'changed' ? say.searches.changed(changedColumns(changed)) : say.searches[search]();
}

/** What has to be known of the numbers of searches: what they leave open, and that sampled ratios are not exact. */
export function notesOnFound(searches: readonly PairSearchOfResult[], withGroups: boolean): string {
  const most = excessOfAll(searches);
  const isMissing = searches.some(
    (search) =>
      largestRatio(search) === null || (withGroups && search.groups.some((group) => group.largestRatio === null)),
  );
  const [model, smoothed] = (['model', 'smoothed'] as const).map((of) => searches.some((search) => search.of === of));
  return [
    ...(model ? [say.foundNote()] : []),
    ...(smoothed ? [most >= 1 ? say.blindNote() : say.foundBeyond(excessOf(most))] : []),
    say.notFoundNote(),
    ...(most === 0 || most >= 1 ? [] : [say.sampledNote()]),
    ...(isMissing ? [say.noRatio()] : []),
  ].join(' ');
}

/** Which pairs of these searches are unfair: of sampled answers only those beyond what sampling may add. */
export function unfairWords(searches: readonly PairSearchOfResult[]): string {
  const most = excessOfAll(searches);
  if (most === 0) return say.unfair();
  return most >= 1 ? say.neverUnfair() : say.unfairBeyond(excessOf(most));
}

/** The largest excess of searches; 0 where no answers were sampled. */
export const excessOfAll = (searches: readonly PairSearchOfResult[]): number =>
  Math.max(0, ...searches.map(({ excess }) => excess));

/** What a search looked at, in words. */
export function lookedAt({ search, changed, rows, ofRows, alternatives }: PairSearchOfResult): string {
  // Values that occur in changed columns are one more than a row has others.
  const others = search === 'changed' ? Math.max(0, alternatives - 1) : alternatives;
  const texts = [formatWhole(rows), formatWhole(ofRows), formatWhole(others)] as const;
  return search === 'changed' ? say.looked.changed(...texts, changedColumns(changed)) : say.looked[search](...texts);
}

const changedColumns = (changed: readonly string[]) =>
  changed.length === 0 ? say.noColumns() : columnsOf(changed).join(', ');
