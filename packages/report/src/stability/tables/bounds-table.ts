import type { StabilityCell, StabilityResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatNumber, formatPlain, formatWhole } from '../../format/index.js';
import { stabilityTableWords as say } from '../../messages/stability/table-messages.js';
import { labelOf } from '../variants.js';

const columns: readonly { readonly head: string; readonly of: (cell: StabilityCell) => string }[] = [
  { head: say.uniform(), of: ({ bounds }) => formatNumber(bounds.uniform) },
  { head: say.uniformLinear(), of: ({ bounds }) => formatNumber(bounds.uniformLinear) },
  { head: say.measured(), of: ({ replaced }) => formatNumber(replaced?.largest ?? null) },
  { head: say.replacements(), of: ({ replaced }) => formatWhole(replaced?.replacements ?? null) },
  { head: say.mayChange(), of: ({ bounds }) => formatNumber(bounds.changedPredictions) },
  { head: say.changed(), of: ({ replaced }) => formatNumber(replaced?.changedPredictions ?? null) },
  { head: say.excess(), of: ({ bounds }) => formatNumber(bounds.excessRisk) },
  { head: say.generalisation(), of: ({ bounds }) => formatNumber(bounds.generalisation) },
  { head: say.recommended(), of: ({ bounds }) => formatPlain(bounds.recommended, 3) },
  { head: say.admissibility(), of: ({ bounds }) => formatNumber(bounds.admissibility) },
  { head: say.kappa(), of: ({ bounds }) => formatNumber(bounds.kappa) },
  { head: say.gradientBound(), of: ({ bounds }) => formatNumber(bounds.gradientBound) },
];

/** Bounds of theory beside what was measured, cell by cell: those with either. */
export function boundsTable(result: StabilityResult): TextTable {
  const known = result.cells.filter(
    ({ bounds, replaced }) => bounds.uniform !== null || bounds.uniformLinear !== null || replaced !== null,
  );
  return {
    columns: [say.column(), say.algorithm(), say.lambda(), ...columns.map(({ head }) => head)],
    rows: known.map((cell) => [
      cleanText(cell.group),
      labelOf(result, cell),
      formatPlain(cell.lambda),
      ...columns.map(({ of }) => of(cell)),
    ]),
  };
}

/** Why some bounds are missing, and what the others take for granted; each once. */
export function boundsRemarks({ cells }: StabilityResult): readonly string[] {
  const remarks = cells.flatMap(({ bounds: { reason, assumption } }) => [reason, assumption]);
  return [...new Set(remarks)].flatMap((text) => (text === null ? [] : [cleanText(text)]));
}
