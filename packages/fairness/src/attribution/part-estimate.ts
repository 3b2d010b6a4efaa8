import { chooseMethod } from '../audit/choose-method.js';
import type { BiasEstimate } from '../estimate.js';
import { notSplit } from '../messages/why.js';
import type { PreparedCell } from '../models/prepared-cell.js';
import type { Steps } from '../steps/steps.js';

/**
 * The bias of a part of a cell that was computed, not simulated: computed too, where its stated error is within what the audit
 * allows of a cell. A worse one is not told, so that no part is the error of a formula.
 *
 * @param tolerance as of `chooseMethod`, a fraction of the alpha of the part. @param trials as of `chooseMethod`.
 */
export function* partEstimate(part: PreparedCell, tolerance: number, trials: number): Steps<BiasEstimate> {
  if (part.model.exact === undefined && part.model.series === undefined)
    return { method: 'exact', undefinedBecause: notSplit.notSimulated };
  const { estimate } = yield* chooseMethod(part, 'auto', tolerance, trials);
  return estimate ?? { method: 'exact', undefinedBecause: notSplit.errorTooLarge };
}
