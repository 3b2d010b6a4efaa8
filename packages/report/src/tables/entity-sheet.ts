import { type AuditResult, type Cell, type CsvCell, writeCsv } from '@dpfair/result';
import { cellGrid, type EntityView, entityView } from '../measure/index.js';
import { unitView } from '../units/index.js';
import type { SheetColumn } from '../units/unit-view.js';

interface Block {
  readonly cell: Cell;
  /** Index in the cell by id. */
  readonly at: ReadonlyMap<string, number>;
  readonly columns: readonly SheetColumn[];
}

/**
 * Gain or loss of every entity for a spreadsheet, as CSV: one row an entity, in the order of the result, and one column a
 * combination of noise and post-processing, in dollars with a budget, else in the unit of the result; of a yes-or-no rule
 * the probability of yes. Simulated
 * combinations have the ends of their intervals too. What is the same in all combinations is written once: the file has a
 * sixth of the size of `entityCsv`, which has a row for each.
 */
export function entitySheet(result: AuditResult): string {
  const blocks = cellGrid(result).rows.flatMap((row) => row.cells.map((cell) => blockOf(result, cell, row.label)));
  const columns = ['id', 'name', 'count', 'truth', ...blocks.flatMap((block) => block.columns.map(({ name }) => name))];
  return writeCsv(columns, rows(result, blocks));
}

function blockOf(result: AuditResult, cell: Cell, label: string): Block {
  const at = new Map(cell.entities.id.map((id, index) => [id, index]));
  return { cell, at, columns: unitView(result).sheetColumns(result, cell, label) };
}

function* rows(result: AuditResult, blocks: readonly Block[]): Generator<CsvCell[]> {
  for (const id of new Set(blocks.flatMap((block) => block.cell.entities.id))) {
    const views = blocks.map(({ cell, at }) => viewOf(result, cell, at.get(id)));
    const { name, count, truth } = views.find((view) => view !== null) as EntityView;
    const values = blocks.flatMap(({ columns }, block) => {
      const view = views[block] ?? null;
      return columns.map((column) => (view === null ? null : column.of(view.index)));
    });
    yield [id, name === id ? '' : name, count, truth, ...values];
  }
}

function viewOf(result: AuditResult, cell: Cell, index: number | undefined): EntityView | null {
  return index === undefined ? null : entityView(result, cell, index);
}
