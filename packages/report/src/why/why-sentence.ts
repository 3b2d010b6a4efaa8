import type { AuditResult, Cell } from '@dpfair/result';
import { formatPercent, readableProse } from '../format/index.js';
import { cellGrid, type OutcomeUnit, outcomeUnit, rowOf } from '../measure/index.js';
import { whyMessages as say } from '../messages/why-messages.js';
import { atLabel, postWords, sentence } from '../words/index.js';
import { partsOf } from './parts.js';

/** At which noise and post-processing, to begin a sentence with. */
export function whereOf(result: AuditResult, cell: Cell): string {
  return sentence(say.where(atLabel(rowOf(cellGrid(result), cell).label), postWords(cell.post).phrase));
}

/** What the gains and losses of a cell come from, in one sentence; null for a result that does not say. */
export function whySentence(result: AuditResult, cell: Cell): string | null {
  const { attribution } = cell;
  if (attribution === undefined) return null;
  const where = whereOf(result, cell);
  if (attribution.reason !== null) return say.notSplit(where, readableProse(attribution.reason));
  const parts = partsOf(cell);
  const [first] = parts;
  if (first === undefined) return say.nothing(where);
  if (parts.length === 1) {
    const { label, meaning } = say.causes[first.cause];
    return say.alone(where, label, meaning);
  }
  const words = parts.map(({ cause, weight }) => {
    const { label, meaning } = say.causes[cause];
    return say.part(formatPercent(weight), label, meaning);
  });
  return say.parts(where, `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`);
}

/** Whether one gap holds for all counts, in one sentence; null for a result that does not say. */
export function uniformSentence(result: AuditResult, { uniformAlpha }: Cell): string | null {
  if (uniformAlpha === undefined) return null;
  const reason = readableProse(uniformAlpha.reason);
  if (uniformAlpha.value === null) return say.noUniform(reason);
  const unit: OutcomeUnit = outcomeUnit(result, [uniformAlpha.value]);
  return say.uniform(unit.text(uniformAlpha.value), reason);
}
