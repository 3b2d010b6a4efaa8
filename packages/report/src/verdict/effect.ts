import type { AuditResult, Cell } from '@dpfair/result';
import { formatConfidence, formatInterval, formatPercent, formatWhole } from '../format/index.js';
import {
  bestWinner,
  countDirections,
  direction,
  distinguishable,
  type EntityView,
  entityView,
  outcomeUnit,
  worstLoser,
} from '../measure/index.js';
import { verdictMessages as say } from '../messages/verdict-messages.js';
import { postWords } from '../words/index.js';
import { entityLabel } from './entity-label.js';

/** What the headline cell does, to whom, and to how many; no full stop. */
export function effectSentence(result: AuditResult, at: string, cell: Cell): string {
  const { phrase } = postWords(cell.post);
  if (!distinguishable(cell.alpha)) return nothingSure(result, at, cell, phrase);
  return [whatShifts(result, at, cell, phrase), ...whom(result, cell)].join('; ');
}

function nothingSure(result: AuditResult, at: string, cell: Cell, phrase: string): string {
  const { alpha } = cell;
  if (alpha.estimate === 0 && alpha.lower === 0 && alpha.upper === 0) return say.alike(at, phrase);
  const how =
    alpha.lower === null
      ? say.withoutInterval()
      : cell.trials === null
        ? say.withinError()
        : say.withTrials(formatWhole(cell.trials));
  const sentence = say.notDistinguishable(at, phrase, how);
  if (alpha.upper === null) return sentence;
  const most = outcomeUnit(result, [alpha.upper]).text(alpha.upper);
  const limit =
    cell.method === 'montecarlo' ? say.atMost(most, formatConfidence(alpha.confidence)) : say.atMostExact(most);
  return `${sentence}; ${limit}`;
}

function whatShifts(result: AuditResult, at: string, cell: Cell, phrase: string): string {
  const { alpha } = cell;
  const unit = outcomeUnit(result, [alpha.estimate]);
  const gap = unit.interval(alpha.estimate, alpha.lower, alpha.upper);
  const entities = formatWhole(cell.entities.id.length);
  if (unit.kind === 'count') return say.misstates(at, phrase, gap, entities);
  const amount = shiftedAmount(result, cell);
  return amount === null
    ? say.gapOnly(at, phrase, gap)
    : say.shifts(at, phrase, amount, fromTo(cell) ?? say.between(entities));
}

/** Who pays whom; null when nobody is sure to lose or nobody is sure to gain. */
function fromTo(cell: Cell): string | null {
  const { gains, loses } = countDirections(cell);
  return gains > 0 && loses > 0 ? say.fromTo(formatWhole(loses), formatWhole(gains)) : null;
}

/** What the averages leave out; null when nothing was said of them. */
export function oneReleaseSentence(result: AuditResult, cell: Cell): string | null {
  if (!distinguishable(cell.alpha)) return null;
  return result.unit === 'count' ? say.oneReleaseErrs() : say.oneReleaseMoves();
}

/** The cost of privacy in words; null when it is unknown or its interval contains zero. */
export function shiftedAmount(result: AuditResult, cell: Cell): string | null {
  const cost = cell.costOfPrivacy;
  if (result.unit !== 'share' || cost.share === null || !distinguishable({ lower: cost.lower })) return null;
  const unit = outcomeUnit(result, [cost.share]);
  if (unit.kind !== 'dollars')
    return say.shiftsShare(formatInterval(cost.share, cost.lower, cost.upper, formatPercent));
  return say.shiftsDollars(unit.interval(cost.share, cost.lower, cost.upper), formatPercent(cost.share));
}

function whom(result: AuditResult, cell: Cell): string[] {
  const counts = countDirections(cell);
  const extremes = [worstLoser(cell), result.unit === 'count' ? bestWinner(cell) : null]
    .filter((index): index is number => index !== null)
    .filter((index) => ['gains', 'loses'].includes(direction(cell, index)))
    .map((index) => who(result, cell, entityView(result, cell, index)));
  const told = shiftedAmount(result, cell) !== null && fromTo(cell) !== null;
  const parts = told ? extremes : [...extremes, say.directions(formatWhole(counts.gains), formatWhole(counts.loses))];
  if (counts.unchanged > 0) parts.push(say.unchanged(formatWhole(counts.unchanged)));
  if (counts.undecided > 0) parts.push(say.undecided(formatWhole(counts.undecided)));
  return parts;
}

function who(result: AuditResult, cell: Cell, view: EntityView): string {
  const unit = outcomeUnit(result, [view.bias]);
  const [near, far] = [view.lower, view.upper]
    .map((end) => (end === null ? null : Math.abs(end)))
    .sort((first, second) => (first ?? 0) - (second ?? 0));
  const amount = unit.interval(view.bias === null ? null : Math.abs(view.bias), near ?? null, far ?? null);
  const of = unit.kind === 'count' ? say.ofItsCount : unit.kind === 'seats' ? say.ofItsSeats : say.ofItsShare;
  const fraction = view.fraction === null ? null : of(formatPercent(Math.abs(view.fraction)));
  const tell = (view.bias ?? 0) < 0 ? say.loses : say.gains;
  return tell(entityLabel(cell, view), amount, fraction);
}
