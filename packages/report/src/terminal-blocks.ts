import type { Result } from '@dpfair/result';
import type { TextTable } from './figure.js';
import { viewOf } from './kinds/result-views.js';

/**
 * What a terminal shows of a result, in order: the options of a target, the table of {@link summaryTable}, the verdict, and what
 * else the result holds (questions that come along, sampling error).
 *
 * @returns tables, and sentences as text
 */
export function terminalBlocks(result: Result): readonly (TextTable | string)[] {
  const view = viewOf(result);
  return [...(view.first?.(result) ?? []), view.summary(result), view.verdict(result), ...view.more(result)];
}
