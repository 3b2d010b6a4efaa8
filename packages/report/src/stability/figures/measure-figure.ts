import type { StabilityResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { asideOf } from '../../figures/lines/aside.js';
import { drawLines, type LinePanel } from '../../figures/lines/draw-lines.js';
import { endsOf, type LineSeries } from '../../figures/lines/line-marks.js';
import { spanScale } from '../../figures/multiples/linear-axis.js';
import { cleanText, formatPercent, formatPlain, formatWhole } from '../../format/index.js';
import { stabilityFigureWords as say } from '../../messages/stability/figure-messages.js';
import { sentence } from '../../words/index.js';
import { type Measure, repeatedText, toldMeasure } from '../measures.js';
import { rateBasis } from '../small-groups.js';
import { besideOf, groupColumns, showsShrinkage, type Variant, variantsOf } from '../variants.js';
import { joined } from '../verdict/who-is-stable.js';
import { type DrawnVariants, drawnVariants } from './drawn-variants.js';
import { lambdaAxis, lambdasOf } from './lambda-axis.js';

/** More columns of groups are in the table only. */
const MOST_PANELS = 12;

/** A measure against lambda, a panel a column of groups and a line an algorithm, published figures as hollow marks; null where there is one lambda. */
export function measureFigure(result: StabilityResult, measure: Measure): FigureDraft | null {
  const lambdas = lambdasOf(result);
  if (lambdas.length < 2) return null;
  const variants = drawnVariants(result);
  const columns = groupColumns(result);
  const x = lambdaAxis(lambdas);
  const panels = columns
    .slice(0, MOST_PANELS)
    .map((column) => panelOf(result, column, toldMeasure(measure, rateBasis(result, column)), variants, x))
    .filter(({ series }) => series.length > 0);
  if (panels.length === 0) return null;
  const values = panels.flatMap(({ series }) => endsOf(series));
  const write = measure.id === 'accuracy' ? formatPercent : (value: number) => measure.write(value);
  const y = { scale: spanScale(values), title: say.axes[measure.id](), write };
  const title = finding(result, measure, columns);
  const published = panels.some(({ series }) => series.some(({ hollow }) => hollow));
  return {
    id: measure.id,
    title,
    explanation: say.measureExplanation(
      showsShrinkage(result) ? say.plain() : null,
      published,
      variants.left.length === 0 ? null : variants.left.join(', '),
      columns.length > MOST_PANELS ? formatWhole(columns.length - MOST_PANELS) : null,
    ),
    altText: say.measureAlt(say.measures[measure.id](), formatWhole(panels.length), title),
    draw: (layout) => drawLines(panels, variants.drawn, y, layout),
    table: tableOf(result, measure),
  };
}

function panelOf(
  result: StabilityResult,
  column: string,
  measure: Measure,
  { drawn }: DrawnVariants,
  x: LinePanel['x'],
): LinePanel {
  const own = variantsOf(result, column).filter(({ label }) => drawn.includes(label));
  const series = own.flatMap((variant, place) =>
    seriesOf(variant, measure, { style: drawn.indexOf(variant.label), shift: asideOf(place, own.length) }),
  );
  const rows = say.testRows(formatWhole(own[0]?.cells[0]?.stab.ofRows ?? null));
  const few =
    measure.id === 'statistical-rate' && rateBasis(result, column) !== 'all'
      ? say.few[rateBasis(result, column)]()
      : '';
  return { caption: [sentence(say.by(cleanText(column))), measure.id === 'stab' ? rows : few], series, x };
}

function seriesOf(
  { cells }: Variant,
  { of, published }: Measure,
  look: Pick<LineSeries, 'style' | 'shift'>,
): readonly LineSeries[] {
  const ours = cells.flatMap((cell) => {
    const { estimate, lower, upper } = of(cell);
    return estimate === null ? [] : [{ x: cell.lambda, y: estimate, lower, upper }];
  });
  const theirs = cells.flatMap((cell) => {
    const { mean } = published(cell);
    return mean === null ? [] : [{ x: cell.lambda, y: mean, lower: null, upper: null }];
  });
  return [
    ...(theirs.length === 0
      ? []
      : [{ ...look, intervals: 'bars' as const, hollow: true, joined: false, points: theirs }]),
    ...(ours.length === 0 ? [] : [{ ...look, intervals: 'bars' as const, points: ours }]),
  ];
}

/** For whom the measure falls or rises from the smallest lambda to the largest, as far as intervals say. */
function finding(result: StabilityResult, measure: Measure, all: readonly string[]): string {
  const { id } = measure;
  const columns = all.filter((column) => id !== 'statistical-rate' || rateBasis(result, column) !== 'none');
  const measureIn = (column: string) => toldMeasure(measure, rateBasis(result, column));
  const changed = (side: 'above' | 'below') =>
    columns.flatMap((column) => {
      const { of } = measureIn(column);
      const labels = variantsOf(result, column).flatMap(({ label, cells }) => {
        const [first, last] = [cells[0], cells.at(-1)];
        if (first === undefined || last === undefined || first === last) return [];
        return besideOf(of(last), of(first)) === side ? [label] : [];
      });
      return labels.length === 0 ? [] : [say.inColumn(joined(labels), cleanText(column))];
    });
  const [down, up] = [changed('below'), changed('above')];
  const name = say.measures[id]();
  const isKnown = columns.some((column) =>
    variantsOf(result, column).some(({ cells }) =>
      [cells[0], cells.at(-1)].every((cell) => cell && measureIn(column).of(cell).estimate !== null),
    ),
  );
  if (!isKnown) return say.fewEnds(name);
  const parts = [
    ...(down.length === 0 ? [] : [say.falls(down.join(say.andFor()))]),
    ...(up.length === 0 ? [] : [say.rises(up.join(say.andFor()))]),
  ];
  return parts.length === 0 ? say.open(name) : say.finding(name, parts.join('; '));
}

function tableOf(result: StabilityResult, measure: Measure): TextTable {
  const { name, write, published } = measure;
  const some = result.cells.some((cell) => published(cell).mean !== null);
  const rows = groupColumns(result).flatMap((column) =>
    variantsOf(result, column).flatMap(({ label, cells }) =>
      cells.map((cell) => {
        const { mean } = published(cell);
        return [
          cleanText(column),
          label,
          formatPlain(cell.lambda),
          repeatedText(cell, toldMeasure(measure, rateBasis(result, column)).of(cell), write),
          ...(some ? [mean === null ? say.notPublished() : write(mean)] : []),
        ];
      }),
    ),
  );
  const heads = [...say.measureColumns(name), ...(some ? [say.published()] : [])];
  return { columns: heads.map(sentence), rows };
}
