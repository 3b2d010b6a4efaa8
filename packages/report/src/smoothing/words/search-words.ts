import type { PairSearchOfResult } from '@dpfair/result';
import { formatWhole } from '../../format/index.js';
import { searchWords as say } from '../../messages/smoothing/search-messages.js';
import { columnsOf } from './column-words.js';

/** A search in a few words: 'nearest rows', 'sex changed'. */
export function searchName({ search, changed }: PairSearchOfResult): string {
  return search === 'changed' ? say.searches.changed(changedColumns(changed)) : say.searches[search]();
}

/** What has to be known of the numbers of searches: what they leave open, and that sampled ratios are not exact. */
export function notesOnFound(searches: readonly PairSearchOfResult[]): string {
  const sampled = searches.some(({ excess }) => excess > 0);
  return [say.foundNote(), ...(sampled ? [say.sampledNote()] : [])].join(' ');
}

/** What a search looked at, in words. */
export function lookedAt({ search, changed, rows, ofRows, alternatives }: PairSearchOfResult): string {
  const texts = [formatWhole(rows), formatWhole(ofRows), formatWhole(alternatives)] as const;
  return search === 'changed' ? say.looked.changed(...texts, changedColumns(changed)) : say.looked[search](...texts);
}

const changedColumns = (changed: readonly string[]) =>
  changed.length === 0 ? say.noColumns() : columnsOf(changed).join(', ');
