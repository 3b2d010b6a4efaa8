import type { AuditResult, Cell, CellResult, Mitigation, MitigationResult, TargetOption } from '@dpfair/result';
import { mechanismLabels } from '../words/index.js';

/** A result as an audit of its cells: what all pages have in common. */
export const auditView = (result: CellResult): AuditResult =>
  result.kind === 'audit' ? result : { ...result, kind: 'audit' };

/** The decision as it is, at each budget: an audit without the mitigations. */
export function asItIs(result: MitigationResult): AuditResult {
  const positions = new Set(result.mitigations.map(({ against }) => against));
  return { ...result, kind: 'audit', cells: result.cells.filter((_, k) => positions.has(k)) };
}

/** One mitigation with its numbers. */
export interface MitigationRow {
  readonly mitigation: Mitigation;
  readonly cell: Cell;
}

/** Everything that was compared at one budget; the decision as it is comes first. */
export interface Comparison {
  /** The noise in words, unlike that of other budgets. */
  readonly label: string;
  readonly baseline: Cell;
  readonly rows: readonly MitigationRow[];
}

/** The mitigations of a result by budget. */
export function comparisonsOf(result: MitigationResult): readonly Comparison[] {
  const { cells, mitigations } = result;
  const positions = [...new Set(mitigations.map(({ against }) => against))];
  const labels = mechanismLabels(
    positions.map((position) => (cells[position] as Cell).mechanism),
    namesNoise(result),
  );
  return positions.map((position, k) => ({
    label: labels[k] as string,
    baseline: cells[position] as Cell,
    rows: mitigations.flatMap((mitigation, at) =>
      mitigation.against === position ? [{ mitigation, cell: cells[at] as Cell }] : [],
    ),
  }));
}

/** Where a target chose among kinds of noise, the one that it chose is named. */
export const namesNoise = ({ certificate }: MitigationResult): boolean =>
  new Set(certificate?.options.map(({ kind }) => kind)).size > 1;

/** Whether a row was trained on the true counts at hand, so that its coefficients say something of single persons. */
export const isNotPrivate = ({ training }: MitigationResult, { mitigation: { id, assumes } }: MitigationRow): boolean =>
  ['logistic', 'svm'].includes(id) && training === null && assumes.length > 0;

/** Whether a row is what the certificate of the result chose. */
export function isChosen({ certificate }: MitigationResult, { mitigation, cell }: MitigationRow): boolean {
  if (certificate === undefined || certificate.chosen === null) return false;
  const { kind, post, smallest } = certificate.options[certificate.chosen] as TargetOption;
  const { mechanism } = cell;
  return mitigation.id === post && mechanism.kind === kind && mechanism.epsilon === smallest?.epsilon;
}
