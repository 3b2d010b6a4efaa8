import type { AuditResult, Cell, Result } from '@dpfair/result';
import { cleanText, formatConfidence, readableProse } from '../format/index.js';
import { cellGrid, headlineCell } from '../measure/index.js';
import { verdictMessages as say } from '../messages/verdict-messages.js';
import { mitigationVerdict } from '../mitigation/mitigation-verdict.js';
import { unitView } from '../units/index.js';
import { methodWords, postWords, sentence } from '../words/index.js';
import { undefinedSentences } from './undefined.js';

/**
 * The finding of a result in a few plain sentences, in money when there is a budget. Worded by rules from the numbers:
 * nothing is said that the interval does not support, and a gap whose interval contains zero is called
 * "not distinguishable from zero". Plain text, not HTML; names from the data are cleaned of control characters.
 *
 * @param result a validated result
 * @returns sentences ending in a full stop, the method in brackets at the end
 * @example
 * verdict(result)
 * // 'At epsilon 0.01 the baseline rule shifts $356 million (2.2 % of the budget) on average over the noise, from 223
 * //  entities to 12,940; New York City loses $27.4 million on average, 2.0 % of its true share. A single release can
 * //  move more. Projection onto the simplex narrows the widest gap 135-fold. (exact; projection onto the simplex: series)'
 */
export function verdict(result: Result): string {
  return result.kind === 'mitigation' ? mitigationVerdict(result) : auditVerdict(result);
}

function auditVerdict(result: AuditResult): string {
  if (result.cells.length === 0) return say.nothing();
  const head = headlineCell(result);
  if (head === null) return say.undefinedGap(cleanText(readableProse(firstReason(result))));
  const grid = cellGrid(result);
  const { effect, compare, mildest, compared, mild } = unitView(result).findings(result, grid, head);
  const sentences = [
    ...effect,
    compare,
    ...undefinedSentences(grid),
    mildest,
    result.run.interrupted ? say.interrupted() : null,
  ].filter((text): text is string => text !== null);
  return `${sentences.map((text) => `${sentence(text)}.`).join(' ')} (${methodNote(head, compared, mild)})`;
}

/** The methods behind the numbers of the verdict, the headline first. */
function methodNote(head: Cell, compared: readonly Cell[], mild: Cell | null): string {
  const others = compared.filter((cell) => methodWords(cell) !== methodWords(head));
  const notes = [methodWords(head)];
  for (const cell of others) notes.push(`${postWords(cell.post).label}: ${methodWords(cell)}`);
  const simulated = [head, ...others, ...(mild ? [mild] : [])].filter((cell) => cell.method === 'montecarlo');
  const first = simulated[0];
  if (first) notes.push(say.confidence(formatConfidence(first.alpha.confidence)));
  return [...new Set(notes)].join('; ');
}

function firstReason(result: AuditResult): string {
  const reason = result.cells.map((cell) => cell.alpha.reason).find((text) => text !== null && text !== '');
  return (reason ?? say.noReason()).replace(/\.$/, '');
}
