import type { AuditResult, Cell } from '@dpfair/result';
import { dataText, type Html } from '../../html/html.js';
import { table } from '../../html/table.js';
import { direction, type EntityView, entityView } from '../../measure/index.js';
import { whoMessages } from '../../messages/page-messages.js';

/** What is said of each entity under one head. */
export interface Column {
  readonly head: string;
  readonly cell: (view: EntityView) => string | Html;
}

/** Which entities of a cell are listed, in this order, and as what. */
export interface Listed {
  readonly result: AuditResult;
  readonly cell: Cell;
  readonly indices: readonly number[];
  readonly caption: string;
  readonly id: string;
}

/** Entities with name, identifier and what else is said of them. @param words how many of all columns, from the left, hold words. */
export function entityTable(
  { result, cell, indices, caption, id }: Listed,
  columns: readonly Column[],
  words: number,
): Html {
  const all: readonly Column[] = [
    { head: whoMessages.name(), cell: (view) => dataText(view.name) },
    { head: whoMessages.id(), cell: (view) => dataText(view.id) },
    ...columns,
  ];
  return table(
    all.map(({ head }) => head),
    indices.map((index) => {
      const view = entityView(result, cell, index);
      return all.map((column) => column.cell(view));
    }),
    { caption, id, words },
  );
}

/** A dagger behind a number that cannot be told from zero. */
export const daggerOf = (cell: Cell, { bias, index }: EntityView): string =>
  bias !== null && direction(cell, index) === 'undecided' ? '\u202f\u2020' : '';
