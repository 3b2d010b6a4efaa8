import type { Result } from '@dpfair/result';
import type { TextTable } from './figure.js';
import { viewOf } from './kinds/result-views.js';

/**
 * What a terminal shows of a result, in order: the options of a target, the table of {@link summaryTable}, the verdict, and what
 * else the result holds (questions that come along, sampling error); at the end what a dagger in the tables means, where there is one.
 *
 * @returns tables with a row or more, and sentences as text
 */
export function terminalBlocks(result: Result): readonly (TextTable | string)[] {
  const view = viewOf(result);
  const told = view.paragraphs?.(result) ?? [view.verdict(result)];
  const all = [...(view.first?.(result) ?? []), view.summary(result), ...told, ...view.more(result)];
  const blocks = all.filter((block) => typeof block === 'string' || block.rows.length > 0);
  return view.dagger !== undefined && blocks.some(hasDagger) ? [...blocks, view.dagger()] : blocks;
}

/** At the end of a name, or before an interval. */
const dagger = / \u2020(?: \(|$)/;

const hasDagger = (block: TextTable | string): boolean =>
  typeof block !== 'string' && block.rows.some((cells) => cells.some((cell) => dagger.test(cell)));
