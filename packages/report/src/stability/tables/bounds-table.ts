import type { StabilityCell, StabilityResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatNumber, formatPlain, formatWhole } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { isWaiting } from '../how-far.js';
import { missingText } from '../measures.js';
import { groupColumns, headLambda, labelOf, orderedCells, variantsOf } from '../variants.js';
import { joined } from '../verdict/who-is-stable.js';

interface BoundColumn {
  readonly head: string;
  readonly of: (cell: StabilityCell) => number | null;
  /** @default formatNumber */
  readonly write?: (value: number) => string;
  /** What stands where there is no number. */
  readonly missing: () => string;
  /** Whether it is of replaced rows: left out where none were. */
  readonly replaced?: true;
  /** Whether it says nothing where no cell has a bound. */
  readonly bounded?: true;
  /** Its head on a terminal; none where there is no room for it. */
  readonly short?: string;
}

const { shortBounds: short } = say;
const ofBound = { missing: say.noBound } as const;
const ofReplaced = { missing: say.notMeasured, replaced: true } as const;
const plain = (value: number) => formatPlain(value, 3);

const columns: readonly BoundColumn[] = [
  { head: say.uniform(), of: ({ bounds }) => bounds.uniform, ...ofBound, short: short.uniform() },
  { head: say.uniformLinear(), of: ({ bounds }) => bounds.uniformLinear, ...ofBound, short: short.uniformLinear() },
  { head: say.measured(), of: ({ replaced }) => replaced?.largest ?? null, ...ofReplaced, short: short.measured() },
  {
    head: say.replacements(),
    of: ({ replaced }) => replaced?.replacements ?? null,
    write: formatWhole,
    ...{ missing: () => formatWhole(0), replaced: true },
  },
  { head: say.mayChange(), of: ({ bounds }) => bounds.changedPredictions, ...ofBound, short: short.mayChange() },
  {
    head: say.changed(),
    of: ({ replaced }) => replaced?.changedPredictions ?? null,
    ...ofReplaced,
    short: short.changed(),
  },
  { head: say.excess(), of: ({ bounds }) => bounds.excessRisk, missing: say.noBound },
  { head: say.generalisation(), of: ({ bounds }) => bounds.generalisation, ...ofBound, short: short.generalisation() },
  {
    head: say.recommended(),
    of: ({ bounds }) => bounds.recommended,
    write: plain,
    missing: say.none,
    bounded: true,
    short: short.recommended(),
  },
  { head: say.admissibility(), of: ({ bounds }) => bounds.admissibility, missing: say.noBound },
  { head: say.kappa(), of: ({ bounds }) => bounds.kappa, missing: say.noBound },
  { head: say.gradientBound(), of: ({ bounds }) => bounds.gradientBound, missing: say.noBound },
];

/** Whether theory bounds anything of a cell. */
export const hasBounds = ({ bounds }: StabilityCell) => bounds.uniform !== null || bounds.uniformLinear !== null;

/** Bounds of theory beside what was measured, cell by cell: those with either. */
export function boundsTable(result: StabilityResult): TextTable {
  return tableOf(
    result,
    orderedCells(result).filter((cell) => hasBounds(cell) || cell.replaced !== null),
    columns,
  );
}

/** The same for a terminal: all cells where rows were replaced, else those at the lambda that the verdict speaks of. */
export function shortBoundsTable(result: StabilityResult): TextTable {
  return tableOf(
    result,
    toldCells(result),
    columns.flatMap(({ short, ...column }) => (short === undefined ? [] : [{ ...column, head: short }])),
  );
}

/** Cells of {@link shortBoundsTable}. */
export function toldCells(result: StabilityResult): readonly StabilityCell[] {
  const measured = result.cells.some(({ replaced }) => replaced !== null);
  const heads = new Map(groupColumns(result).map((column) => [column, headLambda(variantsOf(result, column))]));
  return orderedCells(result).filter((cell) =>
    measured ? hasBounds(cell) || cell.replaced !== null : hasBounds(cell) && cell.lambda === heads.get(cell.group),
  );
}

function tableOf(result: StabilityResult, known: readonly StabilityCell[], all: readonly BoundColumn[]): TextTable {
  const measured = known.some(({ replaced }) => replaced !== null);
  const bounds = known.some(hasBounds);
  const columns = all.filter(
    ({ of, replaced, bounded }) =>
      (replaced === true ? measured : known.some((cell) => of(cell) !== null)) && (bounds || bounded !== true),
  );
  const text = (cell: StabilityCell, { of, write = formatNumber, missing }: BoundColumn) => {
    const value = of(cell);
    if (value !== null) return write(value);
    return isWaiting(cell) ? missingText(cell) : missing();
  };
  return {
    columns: [say.column(), say.algorithm(), say.lambda(), ...columns.map(({ head }) => head)],
    rows: known.map((cell) => [
      cleanText(cell.group),
      labelOf(result, cell),
      formatPlain(cell.lambda),
      ...columns.map((column) => text(cell, column)),
    ]),
  };
}

/**
 * Why some bounds are missing, and what the others take for granted. Each is said once; assumptions that begin alike are one remark, with the
 * algorithms that each end is about.
 */
export function boundsRemarks(result: StabilityResult, cells: readonly StabilityCell[]): readonly string[] {
  const reasons = new Set(cells.flatMap(({ bounds: { reason } }) => reason ?? []));
  const assumed = new Map<string, Map<string, Set<string>>>();
  for (const cell of cells) {
    const { assumption } = cell.bounds;
    if (assumption === null) continue;
    const [head = '', ...rest] = assumption.split('; ');
    const ends = assumed.get(head) ?? new Map<string, Set<string>>();
    const end = rest.join('; ');
    assumed.set(head, ends.set(end, (ends.get(end) ?? new Set()).add(labelOf(result, cell))));
  }
  const remarks = [...assumed].map(([head, ends]) =>
    say.assumed(
      head,
      [...ends].flatMap(([end, names]) => (end === '' ? [] : [say.assumedOf(joined([...names]), end)])),
    ),
  );
  return [...reasons, ...remarks].map(cleanText);
}
