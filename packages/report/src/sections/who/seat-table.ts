import type { AuditResult, Cell } from '@dpfair/result';
import { formatBeside, formatInterval, formatNumber, formatWhole, MISSING } from '../../format/index.js';
import type { Html } from '../../html/html.js';
import { type EntityView, type SeatChange, seatChanceText, withRange } from '../../measure/index.js';
import { seatColumnMessages as say } from '../../messages/events/seat-messages.js';
import { type Column, daggerOf, entityTable } from './entity-table.js';

/** Entities of one cell, in the given order: population, seats without noise and expected, and the chances of fewer and of more. */
export function seatTable(
  result: AuditResult,
  cell: Cell,
  indices: readonly number[],
  caption: string,
  id: string,
): Html {
  const chance =
    (change: SeatChange): Column['cell'] =>
    ({ index }) =>
      withRange(seatChanceText(cell, change, index));
  const difference = (view: EntityView) =>
    `${formatInterval(view.bias, view.lower, view.upper, formatNumber)}${daggerOf(cell, view)}`;
  const columns: readonly Column[] = [
    { head: say.chanceFewer(), cell: chance('fewer') },
    { head: say.chanceMore(), cell: chance('more') },
    { head: say.difference(), cell: difference },
    { head: say.truth(), cell: ({ truth }) => formatWhole(truth) },
    { head: say.expected(), cell: expected },
    { head: say.population(), cell: ({ count }) => formatWhole(count) },
  ];
  return entityTable({ result, cell, indices, caption, id }, columns, 2);
}

const expected = ({ truth, bias }: EntityView): string =>
  bias === null ? MISSING : formatBeside(truth + bias, Math.abs(bias) < UNWRITTEN ? 0 : bias, true);

/** A difference of seats that the decimals of a table do not show. */
const UNWRITTEN = 1e-6;
