import type { AuditResult } from '@dpfair/result';
import { shortTick } from '../../axis/index.js';
import { formatPercent } from '../../format/index.js';
import { type GroupOrder, type GroupView, outcomeUnit } from '../../measure/index.js';
import { groupMessages as say } from '../../messages/figures/figure-messages.js';

/** What is drawn of groups: dollars where there is a budget, else percent of their own total. */
export interface GroupEffect {
  readonly order: GroupOrder;
  readonly of: (view: GroupView) => number | null;
  readonly lower: (view: GroupView) => number | null;
  readonly upper: (view: GroupView) => number | null;
  /** Data unit to unit shown. */
  readonly factor: number;
  /** For a tick of the axis. */
  readonly tick: (value: number) => string;
  readonly axis: string;
  /** Of one group in a title, without its sign. */
  readonly text: (view: GroupView) => string;
  readonly sorted: string;
  readonly drawn: string;
}

/** Percent compares groups of every size; with a budget it is the money that is asked for, and percent is in the table. */
export function groupEffect(result: AuditResult): GroupEffect {
  const unit = outcomeUnit(result, []);
  const size = (value: number | null) => (value === null ? null : Math.abs(value));
  const percent = (view: GroupView) => formatPercent(size(view.fraction));
  if (unit.kind !== 'dollars')
    return {
      order: 'fraction',
      of: (view) => view.fraction,
      lower: (view) => view.lower,
      upper: (view) => view.upper,
      factor: 100,
      tick: (value) => shortTick(formatPercent(value)),
      axis: say.x(),
      text: (view) => say.ofItsTotal(percent(view)),
      sorted: say.sortedPercent(),
      drawn: say.drawnPercent(),
    };
  return {
    order: 'bias',
    of: (view) => view.group.bias,
    lower: (view) => view.group.lower,
    upper: (view) => view.group.upper,
    factor: unit.factor,
    tick: (value) => shortTick(unit.cell(value)),
    axis: say.xDollars(),
    text: (view) => say.dollarsAndPercent(unit.cell(size(view.group.bias)), percent(view)),
    sorted: say.sortedDollars(),
    drawn: say.drawnDollars(),
  };
}
