import type { StabilityCell, StabilityResult } from '@dpfair/result';
import { logScale } from '../../axis/index.js';
import type { TextTable } from '../../figure.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { drawLines, type LinePanel } from '../../figures/lines/draw-lines.js';
import { endsOf, type LineSeries } from '../../figures/lines/line-marks.js';
import { cleanText, formatNumber, formatPlain, formatWhole } from '../../format/index.js';
import { stabilityFigureWords as say } from '../../messages/stability/figure-messages.js';
import { stabilityTableWords as table } from '../../messages/stability/table-messages.js';
import { sentence } from '../../words/index.js';
import { groupColumns, labelOf, orderedCells, type Variant, variantsOf } from '../variants.js';
import { lambdaAxis } from './lambda-axis.js';

const MOST_PANELS = 12;

interface Curve {
  readonly name: string;
  readonly of: (cell: StabilityCell) => number | null;
  /** What stands in the table where there is no number. */
  readonly missing: string;
}

const curves: readonly Curve[] = [
  { name: say.uniform(), of: ({ bounds }) => bounds.uniform, missing: table.noBound() },
  { name: say.uniformLinear(), of: ({ bounds }) => bounds.uniformLinear, missing: table.noBound() },
  { name: say.largest(), of: ({ replaced }) => replaced?.largest ?? null, missing: table.notMeasured() },
];

/** What theory allows one training row to change beside what was measured, on a logarithmic axis; null without bounds at two lambdas. */
export function boundsFigure(result: StabilityResult): FigureDraft | null {
  const bounded = result.cells.filter((cell) => curves.some(({ of }) => (of(cell) ?? 0) > 0));
  const lambdas = [...new Set(bounded.map(({ lambda }) => lambda))].sort((one, other) => one - other);
  if (lambdas.length < 2) return null;
  const x = lambdaAxis(lambdas);
  const drawn = groupColumns(result)
    .flatMap((column) => variantsOf(result, column).map((variant) => linesOf(column, variant)))
    .filter(({ series }) => series.length > 0);
  const panels = alike(drawn)
    .map((lines): LinePanel => ({ caption: captionOf(lines), series: lines[0]?.series ?? [], x }))
    .sort((one, other) => other.series.length - one.series.length)
    .slice(0, MOST_PANELS);
  // Styles are places in the list: what is not drawn is left out only at its end.
  const last = Math.max(...panels.flatMap(({ series }) => series.map(({ style }) => style)));
  const known = curves.slice(0, last + 1);
  const y = {
    scale: logScale(panels.flatMap(({ series }) => endsOf(series))),
    title: say.bound(),
    write: formatNumber,
  };
  const title = finding(bounded);
  const measured = bounded.some(({ replaced }) => replaced !== null);
  return {
    id: 'bounds',
    title,
    explanation: say.boundsExplanation(measured),
    altText: say.boundsAlt(measured, formatWhole(panels.length), title),
    draw: (layout) =>
      drawLines(
        panels,
        known.map(({ name }) => sentence(name)),
        y,
        layout,
      ),
    table: tableOf(result, bounded),
  };
}

/** The lines of one algorithm for one column of groups. */
interface Lines {
  readonly column: string;
  readonly label: string;
  readonly series: readonly LineSeries[];
}

function linesOf(column: string, { label, cells }: Variant): Lines {
  const series = curves.map(
    ({ of }, style): LineSeries => ({
      style,
      intervals: 'bars',
      points: cells.flatMap((cell) => {
        const value = of(cell);
        return value === null || !(value > 0) ? [] : [{ x: cell.lambda, y: value, lower: null, upper: null }];
      }),
    }),
  );
  return { column: cleanText(column), label, series: series.filter(({ points }) => points.length > 0) };
}

/** Those whose lines are the same, together: bounds hang on the data and lambda, seldom on the fairness term. */
function alike(all: readonly Lines[]): readonly (readonly Lines[])[] {
  const found = new Map<string, Lines[]>();
  for (const lines of all) {
    const key = JSON.stringify(lines.series);
    const same = found.get(key);
    if (same === undefined) found.set(key, [lines]);
    else same.push(lines);
  }
  return [...found.values()];
}

function captionOf(lines: readonly Lines[]): readonly [string, string] {
  const each = (of: (one: Lines) => string) => [...new Set(lines.map(of))].join(', ');
  return [each(({ label }) => label), say.by(each(({ column }) => column))];
}

/** By how much the tighter bound exceeds what was measured, where it is closest. */
function finding(cells: readonly StabilityCell[]): string {
  const times = cells.flatMap(({ bounds, replaced }) => {
    const known = [bounds.uniform, bounds.uniformLinear].filter((bound) => bound !== null);
    return known.length === 0 || replaced === null || !(replaced.largest > 0)
      ? []
      : [Math.min(...known) / replaced.largest];
  });
  if (times.length === 0) return say.boundsPlain();
  const closest = Math.min(...times);
  return closest < 1 ? say.boundsBroken() : say.boundsTitle(formatNumber(closest));
}

function tableOf(result: StabilityResult, cells: readonly StabilityCell[]): TextTable {
  const shown = curves.filter(({ of }) => cells.some((cell) => of(cell) !== null));
  const rows = orderedCells(result)
    .filter((cell) => cells.includes(cell))
    .map((cell) => [
      cleanText(cell.group),
      labelOf(result, cell),
      formatPlain(cell.lambda),
      ...shown.map(({ of, missing }) => numberOf(of(cell), missing)),
    ]);
  return { columns: [...say.boundsColumns(), ...shown.map(({ name }) => name)].map(sentence), rows };
}

const numberOf = (value: number | null, missing: string) => (value === null ? missing : formatNumber(value));
