import type { AuditResult, Cell } from '@dpfair/result';
import { cleanText, formatConfidence, readableProse } from '../format/index.js';
import { cellGrid, headlineCell } from '../measure/index.js';
import { verdictMessages as say } from '../messages/verdict-messages.js';
import { unitView } from '../units/index.js';
import { methodWords, postWords, sentence } from '../words/index.js';
import { undefinedSentences } from './undefined.js';

/** The verdict of an audit: effect, who bears it, what is milder, with the methods in brackets. */
export function auditVerdict(result: AuditResult): string {
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
