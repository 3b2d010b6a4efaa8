import type { AuditResult, Cell } from '@dpfair/result';
import { formatNumber, formatProbability, formatWhole } from '../format/index.js';
import {
  type CellGrid,
  distinguishable,
  entityView,
  expectedChanges,
  likeliestChange,
  rowOf,
  type SeatChange,
  seatChance,
  seatChanceText,
  withRange,
} from '../measure/index.js';
import { seatVerdictMessages as say } from '../messages/events/seat-messages.js';
import { verdictMessages } from '../messages/verdict-messages.js';
import { atLabel } from '../words/index.js';
import { amountFindings } from './amount-findings.js';
import { comparedCells, compareSentence } from './compare.js';
import { entityLabel } from './entity-label.js';
import type { Findings } from './findings.js';
import { milderCell, milderSentence } from './milder.js';

/** Chances below this are counted together. */
const SMALL = 0.001;
/** Chances below this are not written in digits. */
const UNWRITTEN = 1e-6;

/** What the verdict says of seats: who is likely to lose one and to gain one, and what narrows the gap. */
export function seatFindings(result: AuditResult, grid: CellGrid, head: Cell): Findings {
  // Cells of mitigations come without chances.
  if (expectedChanges(head, 'fewer') === null) return amountFindings(result, grid, head);
  const row = rowOf(grid, head);
  const mild = milderCell(grid, head);
  return {
    effect: [effectSentence(result, atLabel(row.label), head), distinguishable(head.alpha) ? say.oneRelease() : null],
    compare: compareSentence(row, head),
    mildest: mild === null ? null : milderSentence(result, atLabel(rowOf(grid, mild).label), mild),
    compared: comparedCells(row, head),
    mild,
  };
}

function effectSentence(result: AuditResult, at: string, cell: Cell): string {
  const [loser, winner] = [likeliestChange(cell, 'fewer'), likeliestChange(cell, 'more')];
  if (loser === null && winner === null) return nobody(at, cell);
  const likeliest = Math.max(
    loser === null ? 0 : upper(cell, 'fewer', loser),
    winner === null ? 0 : upper(cell, 'more', winner),
  );
  if (likeliest < UNWRITTEN) return say.hardly(at);
  const name = (index: number) => entityLabel(cell, entityView(result, cell, index));
  const chance = (change: SeatChange, index: number) => withRange(seatChanceText(cell, change, index));
  const gains = loser === null ? say.gainsSeat : say.gains;
  const parts = [
    ...(loser === null ? [] : [say.loses(name(loser), chance('fewer', loser))]),
    ...(winner === null ? [] : [gains(name(winner), chance('more', winner))]),
  ];
  const fewer = expectedChanges(cell, 'fewer');
  const calm = calmEntities(cell);
  return [
    say.effect(at, parts),
    ...(fewer === null ? [] : [say.expected(formatNumber(fewer))]),
    ...(calm === 0 ? [] : [say.calm(formatWhole(calm), formatProbability(SMALL))]),
  ].join('; ');
}

function nobody(at: string, cell: Cell): string {
  if (cell.method === 'montecarlo') {
    const how =
      cell.trials === null ? verdictMessages.withoutInterval() : verdictMessages.withTrials(formatWhole(cell.trials));
    const most = cell.entities.id.reduce((largest, _, index) => Math.max(largest, upper(cell, 'fewer', index)), 0);
    return `${say.unseen(at, how)}; ${say.atMost(formatProbability(most))}`;
  }
  return say.nothing(at);
}

const upper = (cell: Cell, change: SeatChange, index: number): number => {
  const { probability, half } = seatChance(cell, change, index);
  return Math.min(1, (probability ?? 0) + (half ?? 1));
};

/** Entities whose chances are both small, whatever the error of the estimate. */
function calmEntities(cell: Cell): number {
  const small = (change: SeatChange, index: number) => upper(cell, change, index) < SMALL;
  return cell.entities.id.filter((_, index) => small('fewer', index) && small('more', index)).length;
}
