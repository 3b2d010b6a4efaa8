import type { MitigationResult } from '@dpfair/result';
import {
  formatDollars,
  formatEpsilon,
  formatInterval,
  formatNumber,
  formatPercent,
  formatProbability,
  formatSpan,
  MISSING,
} from '../format/index.js';
import { outcomeUnit, restsOnZero } from '../measure/index.js';
import { mitigationMessages as say } from '../messages/mitigation-messages.js';
import { auditView, type MitigationRow } from './views.js';

/** One column of numbers of a comparison. */
export interface MitigationColumn {
  readonly head: string;
  readonly of: (row: MitigationRow) => string;
}

/** The columns of numbers that go with the unit of the decision. */
export function mitigationColumns(result: MitigationResult): readonly MitigationColumn[] {
  const audit = auditView(result);
  const unit = outcomeUnit(
    audit,
    result.cells.map((cell) => cell.alpha.estimate),
  );
  const money = unit.kind === 'dollars';
  const gap: MitigationColumn = {
    head: say.gap(unit.header),
    of: ({ cell }) => {
      const { estimate, lower, upper } = cell.alpha;
      return (restsOnZero(cell, cell.alpha) ? formatSpan : formatInterval)(estimate, lower, upper, unit.cell);
    },
  };
  const narrower: MitigationColumn = { head: say.narrower(), of: narrowing };
  const epsilon: MitigationColumn = {
    head: say.epsilon(),
    of: ({ mitigation }) => (mitigation.epsilon === null ? MISSING : formatEpsilon(mitigation.epsilon)),
  };
  if (result.unit === 'probability') {
    const rate = (kind: 'falseNegative' | 'falsePositive') => (row: MitigationRow) => {
      const of = row.cell.falseRates?.overall[kind];
      return of === undefined ? MISSING : formatInterval(of.rate, of.lower, of.upper, formatProbability);
    };
    return [
      gap,
      { head: say.wrongNo(), of: rate('falseNegative') },
      { head: say.wrongYes(), of: rate('falsePositive') },
      epsilon,
    ];
  }
  if (result.unit !== 'share') return [gap, narrower, epsilon];
  return [
    gap,
    narrower,
    { head: say.cost(), of: (row) => cost(row, money) },
    { head: say.extra(), of: extra },
    epsilon,
  ];
}

/** Beyond so many times the safe end an estimate is not given. */
const VAGUE = 10;

function narrowing({ mitigation }: MitigationRow): string {
  if (mitigation.change === 'none') return say.asItIs();
  const { estimate, lower, upper } = mitigation.narrowing;
  if (lower === null) return MISSING;
  if (lower < 1 && (upper === null || upper > 1)) return say.notSure();
  // An estimate of about 0 whose interval is not says nothing of how many times.
  const isVague = estimate === null || upper === null || estimate > upper || estimate > VAGUE * lower;
  return isVague ? say.orMore(times(lower)) : times(estimate);
}

const times = (value: number | null) => (value === null ? MISSING : `${formatNumber(value)}x`);

function cost({ cell }: MitigationRow, money: boolean): string {
  const { share, lower, upper, dollars, dollarsLower, dollarsUpper } = cell.costOfPrivacy;
  const write = restsOnZero(cell, cell.costOfPrivacy) ? formatSpan : formatInterval;
  return money ? write(dollars, dollarsLower, dollarsUpper, formatDollars) : write(share, lower, upper, formatPercent);
}

/** What is paid beyond the budget, on average. */
function extra({ mitigation: { price } }: MitigationRow): string {
  if (price === null) return MISSING;
  if (price.lower <= 0 && price.upper >= 0) return formatPercent(0);
  const share = formatPercent(price.estimate);
  return price.dollars === null ? share : `${formatDollars(price.dollars)}, ${share}`;
}
