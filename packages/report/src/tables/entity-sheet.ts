import { type AuditResult, type Cell, type CsvCell, writeCsv } from '@dpfair/result';
import { answerView, cellGrid, type EntityView, entityView, outcomeUnit, toDollars } from '../measure/index.js';

interface SheetColumn {
  readonly name: string;
  readonly of: (view: EntityView) => number | null;
}

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
  const columns = result.unit === 'probability' ? answerColumns(cell, label) : biasColumns(result, cell, label);
  return { cell, at, columns };
}

function answerColumns(cell: Cell, label: string): SheetColumn[] {
  const of = `yes: ${label}, ${cell.post}`;
  const end = (sign: 1 | -1) => (view: EntityView) => {
    const { yes, half } = answerView(cell, view.index);
    return yes === null || half === null ? null : Math.min(1, Math.max(0, yes + sign * half));
  };
  const yes: SheetColumn = { name: of, of: (view) => answerView(cell, view.index).yes };
  const ends: SheetColumn[] = [
    { name: `lower ${of}`, of: end(-1) },
    { name: `upper ${of}`, of: end(1) },
  ];
  return cell.method === 'montecarlo' ? [yes, ...ends] : [yes];
}

function biasColumns(result: AuditResult, cell: Cell, label: string): SheetColumn[] {
  const money = outcomeUnit(result, []).kind === 'dollars';
  const scaled = (value: number | null) => (money ? toDollars(result, value) : value);
  const of = `${money ? 'dollars' : 'bias'}: ${label}, ${cell.post}`;
  const bias: SheetColumn = { name: of, of: (view) => scaled(view.bias) };
  const ends: SheetColumn[] = [
    { name: `lower ${of}`, of: (view) => scaled(view.lower) },
    { name: `upper ${of}`, of: (view) => scaled(view.upper) },
  ];
  return cell.method === 'montecarlo' ? [bias, ...ends] : [bias];
}

function* rows(result: AuditResult, blocks: readonly Block[]): Generator<CsvCell[]> {
  for (const id of new Set(blocks.flatMap((block) => block.cell.entities.id))) {
    const views = blocks.map(({ cell, at }) => viewOf(result, cell, at.get(id)));
    const { name, count, truth } = views.find((view) => view !== null) as EntityView;
    const values = blocks.flatMap(({ columns }, block) => {
      const view = views[block] ?? null;
      return columns.map((column) => (view === null ? null : column.of(view)));
    });
    yield [id, name === id ? '' : name, count, truth, ...values];
  }
}

function viewOf(result: AuditResult, cell: Cell, index: number | undefined): EntityView | null {
  return index === undefined ? null : entityView(result, cell, index);
}
