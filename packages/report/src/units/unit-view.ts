import type { AuditResult, Cell, CsvCell } from '@dpfair/result';
import type { TextTable } from '../figure.js';
import type { FigureDraft } from '../figures/drawing/figure-draft.js';
import type { Html } from '../html/html.js';
import type { CellGrid, CellRow, OutcomeUnit } from '../measure/index.js';
import type { MethodText } from '../messages/method-messages.js';
import type { Findings } from '../verdict/findings.js';

/**
 * What differs between the pages of results in different units: one record for each. Everything else on the page asks the
 * record, and never the unit.
 */
export interface UnitView {
  /** Figures in the order of the page; each gives null where the result has nothing for it. */
  readonly figures: readonly ((result: AuditResult) => FigureDraft | null | Promise<FigureDraft | null>)[];
  /** What the verdict says. */
  readonly findings: (result: AuditResult, grid: CellGrid, head: Cell) => Findings;
  /** The run as a table of text, for the terminal. */
  readonly summary: (result: AuditResult) => TextTable;
  /** The caption and the columns of the table on the page, for each post-processing. */
  readonly numbers: (result: AuditResult, unit: OutcomeUnit) => SummaryColumns;
  /** The groups of one mechanism and budget. */
  readonly groups: (result: AuditResult, row: CellRow) => TextTable;
  /** A note above the groups. */
  readonly groupsNote: string | null;
  /** Entities of one cell; `scaled` are those that choose the unit of shares. */
  readonly entities: (
    result: AuditResult,
    cell: Cell,
    shown: readonly number[],
    scaled: readonly number[],
    caption: string,
    id: string,
  ) => Html;
  /** Words around the tables of entities. */
  readonly who: WhoWords;
  /** Whether the questions that come along have a section of their own. */
  readonly eventsApart: boolean;
  /** Whether the budget is a thing of this decision. */
  readonly hasBudget: boolean;
  /** The rule as it was typed, where there is one. */
  readonly rule: (result: AuditResult) => string | null;
  /** What of the decision is not modelled, and what is assumed independent. */
  readonly limits: (result: AuditResult) => { readonly decision: string; readonly independence: string };
  readonly definitions: readonly MethodText[];
  /** More columns of the CSV of entities, for the entity at an index of a cell. */
  readonly csvColumns: readonly { readonly name: string; readonly of: (cell: Cell, index: number) => CsvCell }[];
  /** The columns that a combination of noise and post-processing has in the sheet for spreadsheets. */
  readonly sheetColumns: (result: AuditResult, cell: Cell, label: string) => readonly SheetColumn[];
  /** The sheet as a download. */
  readonly download: { readonly file: string; readonly link: string; readonly tooLarge: (entities: string) => string };
}

/** One column of the sheet: its name, and the value of an entity by its index in the cell. */
export interface SheetColumn {
  readonly name: string;
  readonly of: (index: number) => number | null;
}

export interface SummaryColumns {
  readonly caption: string;
  readonly columns: readonly SummaryColumn[];
}

/** One column of the table of numbers. `of` is given the cells of a row, and then writes each of them. */
export interface SummaryColumn {
  readonly head: string;
  readonly of: (row: readonly Cell[]) => (cell: Cell) => Html;
}

export interface WhoWords {
  readonly worst: () => string;
  readonly harmed: (count: string, cell: string) => string;
  readonly helped: (count: string, cell: string) => string;
  readonly all: (cell: string) => string;
  readonly noteInterval: (confidence: string) => string;
  readonly noteComputed: () => string;
  readonly noteSeries: () => string;
  /** Where some cells are exact and others series, which are named. */
  readonly noteBoth: (series: string) => string;
  /** In place of the tables where nobody is harmed or helped. */
  readonly nobodyMoves: () => string | null;
}
