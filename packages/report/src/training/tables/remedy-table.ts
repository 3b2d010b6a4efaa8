import type { TrainingRemedy, TrainingResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatInterval, formatNumber, formatProbability, MISSING } from '../../format/index.js';
import { remedyMessages as say } from '../../messages/training/remedy-messages.js';
import { sentence } from '../../words/index.js';
import { isPrivate, remedyComparisons } from '../remedies.js';
import { movedCell } from '../verdict/moved-words.js';
import { whoMoves } from '../who-moves.js';
import { remedyWords } from '../words/remedy-words.js';

/** Remedies as a table of text: a row each, budget by budget. */
export function remedyTable(result: TrainingResult): TextTable {
  const classes = (result.data?.classes ?? []).length > 0;
  const rows = remedyComparisons(result).flatMap(({ label, remedies }) =>
    remedies.map((remedy) => [label, ...remedyCells(result, remedies, remedy, classes)]),
  );
  return { columns: [say.budget(), ...remedyHeads(classes)].map(sentence), rows };
}

/** The same for the terminal, without remarks, which are on the page. */
export function shortRemedyTable(result: TrainingResult): TextTable {
  const { columns, rows } = remedyTable(result);
  return { columns: columns.slice(0, -1), rows: rows.map((row) => row.slice(0, -1)) };
}

/** Heads of the columns of {@link remedyCells}. */
export function remedyHeads(classes: boolean): readonly string[] {
  return [
    say.remedy(),
    say.privateHead(),
    classes ? say.accuracy() : say.minusError(),
    say.gap(),
    say.narrower(),
    say.moves(),
    say.worst(),
    say.efficient(),
    say.remark(),
  ];
}

/** One remedy in words and numbers. @param plain the first of the remedies that it is compared with: the training without one */
export function remedyCells(
  result: TrainingResult,
  [plain]: readonly TrainingRemedy[],
  remedy: TrainingRemedy,
  classes: boolean,
): readonly string[] {
  const { id, accuracy, gap, worst, efficient, remark } = remedy;
  const write = classes ? formatProbability : formatNumber;
  const reason = result.runs[remedy.run]?.privacy.reason ?? null;
  const remarks = [...new Set([reason, remark])].flatMap((text) => (text === null ? [] : [cleanText(text)]));
  return [
    sentence(remedyWords(id).label),
    isPrivate(result, remedy) ? say.yes() : say.no(),
    formatInterval(accuracy.estimate, accuracy.lower, accuracy.upper, write),
    formatInterval(gap.estimate, gap.lower, gap.upper, formatNumber),
    narrowing(remedy),
    plain === undefined || remedy === plain ? '' : movedCell(whoMoves(result, plain, remedy)),
    worst.group === null ? MISSING : say.worstOf(cleanText(worst.group), formatNumber(worst.excessiveRisk)),
    efficient ? say.star() : '',
    remarks.join('; '),
  ];
}

/** How many times narrower the gap is; not where the interval holds 1. */
function narrowing({ id, narrowing: { estimate, lower, upper } }: TrainingRemedy): string {
  if (id === 'none') return say.asItIs();
  if (estimate === null) return MISSING;
  if (lower !== null && lower <= 1 && (upper === null || upper >= 1)) return say.notSure();
  if (lower !== null && upper === null) return say.orMore(times(lower));
  return formatInterval(estimate, lower, upper, times);
}

const times = (value: number | null) => `${formatNumber(value)}x`;
