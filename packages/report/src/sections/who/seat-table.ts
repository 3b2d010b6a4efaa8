import type { AuditResult, Cell } from '@dpfair/result';
import { formatBeside, formatInterval, formatNumber, formatWhole, MISSING } from '../../format/index.js';
import { dataText, type Html } from '../../html/html.js';
import { table } from '../../html/table.js';
import {
  direction,
  type EntityView,
  entityView,
  type SeatChange,
  seatChanceText,
  withRange,
} from '../../measure/index.js';
import { seatColumnMessages as say } from '../../messages/events/seat-messages.js';
import { whoMessages } from '../../messages/page-messages.js';

/** Entities of one cell, in the given order: population, seats without noise and expected, and the chances of fewer and of more. */
export function seatTable(
  result: AuditResult,
  cell: Cell,
  indices: readonly number[],
  caption: string,
  id: string,
): Html {
  const chance = (change: SeatChange, index: number) => withRange(seatChanceText(cell, change, index));
  const rows = indices.map((index) => {
    const view = entityView(result, cell, index);
    return [
      dataText(view.name),
      dataText(view.id),
      chance('fewer', index),
      chance('more', index),
      `${formatInterval(view.bias, view.lower, view.upper, formatNumber)}${unsure(cell, view)}`,
      formatWhole(view.truth),
      expected(view),
      formatWhole(view.count),
    ];
  });
  const heads = [
    whoMessages.name(),
    whoMessages.id(),
    say.chanceFewer(),
    say.chanceMore(),
    say.difference(),
    say.truth(),
    say.expected(),
    say.population(),
  ];
  return table(heads, rows, { caption, id, words: 2 });
}

const expected = ({ truth, bias }: EntityView): string =>
  bias === null ? MISSING : formatBeside(truth + bias, bias, false);

/** A dagger behind a difference that cannot be told from zero. */
const unsure = (cell: Cell, view: EntityView): string =>
  view.bias !== null && direction(cell, view.index) === 'undecided' ? '\u202f\u2020' : '';
