import type { AuditResult, Cell, Mechanism } from '@dpfair/result';
import {
  type AxisScale,
  axisSpec,
  fitTicks,
  logScale,
  position,
  scaleSpec,
  shortTick,
  ticks,
  widen,
} from '../../axis/index.js';
import type { TextTable } from '../../figure.js';
import { formatConfidence, formatDistinct, formatRange, MISSING } from '../../format/index.js';
import { type CellGrid, cellGrid, cellOf, type OutcomeUnit, outcomeUnit } from '../../measure/index.js';
import { gapMessages as say } from '../../messages/figures/figure-messages.js';
import { noiseDeviation, noiseNames, postWords } from '../../words/index.js';
import type { FigureDraft } from '../drawing/figure-draft.js';
import { type Drawing, type Layout, panelGrid } from '../drawing/panel-grid.js';
import { seriesStyle } from '../drawing/theme.js';
import { gapFinding } from './gap-finding.js';
import { besideLines, gapLabels, keyAbove, keyHeight } from './gap-labels.js';
import { type GapSeries, gapMarks } from './gap-marks.js';
import { zeroGaps } from './zero-gaps.js';

/** Gap (alpha) against the privacy budget, a line per post-processing; null with fewer than two budgets. */
export function gapAgainstBudget(result: AuditResult): FigureDraft | null {
  const grid = cellGrid(result);
  const budget = budgetOf(grid);
  const series = seriesOf(grid, budget.value);
  if (series.every((one) => new Set(one.points.map((point) => point.budget)).size < 2)) return null;
  const unit = outcomeUnit(
    result,
    result.cells.map((cell) => cell.alpha.estimate),
  );
  const title = gapFinding(grid, unit.kind === 'probability' ? unit : null);
  const confidence = formatConfidence(result.cells[0]?.alpha.confidence ?? 0.95);
  return {
    id: 'gap-against-budget',
    title,
    explanation: say.explanation(confidence) + zeroGaps(grid),
    altText: say.alt(series.map((one) => one.label).join(', '), title),
    draw: (layout) => draw(series, budget, unit, layout),
    table: table(grid, unit),
  };
}

interface Budget {
  readonly title: string;
  /** Less noise further right: true when a larger value is less private. */
  readonly ascending: boolean;
  readonly value: (mechanism: Mechanism) => number | null;
}

function budgetOf(grid: CellGrid): Budget {
  if (grid.rows.every((row) => (row.mechanism.epsilon ?? 0) > 0)) {
    return { title: say.xEpsilon(), ascending: true, value: (mechanism) => mechanism.epsilon };
  }
  return { title: say.xNoise(), ascending: false, value: noiseDeviation };
}

function seriesOf(grid: CellGrid, value: (mechanism: Mechanism) => number | null): GapSeries[] {
  const kinds = [...new Set(grid.rows.map((row) => row.mechanism.kind))];
  return kinds
    .flatMap((kind) => grid.posts.map((post) => ({ kind, post })))
    .map(({ kind, post }) => ({
      label: kinds.length > 1 ? `${noiseNames[kind].label}, ${postWords(post).label}` : postWords(post).label,
      style: {
        ...seriesStyle(kinds.indexOf(kind) * grid.posts.length + grid.posts.indexOf(post)),
        colour: seriesStyle(grid.posts.indexOf(post)).colour,
      },
      points: grid.rows
        .filter((row) => row.mechanism.kind === kind)
        .flatMap((row) => pointOf(cellOf(row, post), value(row.mechanism)))
        .sort((first, second) => first.budget - second.budget),
    }))
    .filter((one) => one.points.length > 0);
}

function pointOf(cell: Cell | undefined, budget: number | null): GapSeries['points'] {
  const { estimate, lower, upper } = cell?.alpha ?? { estimate: null, lower: null, upper: null };
  if (estimate === null || estimate <= 0 || budget === null || budget <= 0) return [];
  return [{ budget, gap: estimate, lower: lower ?? estimate, upper: upper ?? estimate }];
}

function draw(series: readonly GapSeries[], budget: Budget, unit: OutcomeUnit, layout: Layout): Drawing {
  const wide = layout === 'wide';
  const right = wide ? 260 : 24;
  const plain = {
    width: (wide ? 820 : 352) - 116 - right,
    height: wide ? 300 : 260,
    left: 116,
    right,
    under: 46,
    between: 0,
    above: 10,
  };
  const points = series.flatMap((one) => one.points);
  const flat = logScale(points.map((point) => point.budget));
  const x: AxisScale = budget.ascending ? flat : { ...flat, domain: [flat.domain[1], flat.domain[0]] };
  const ends = points.flatMap((point) => [point.gap, point.upper, ...(point.lower > 0 ? [point.lower] : [])]);
  const y = widen(logScale(ends), 0.02, wide ? 0.02 : 0.1);
  const places = [...new Set(points.map((point) => point.budget))].sort((first, second) => first - second);
  const marks = spaced(x, places, 44 / plain.width);
  const texts = formatDistinct(marks);
  const xTicks = fitTicks(
    marks.map((value, index) => ({ value, label: texts[index] as string })),
    x,
    plain.width,
    20,
  );
  const yTicks = ticks(y, unit.factor, 22 / plain.height, (value) => shortTick(unit.cell(value)));
  const channels = {
    x: {
      type: 'quantitative',
      scale: scaleSpec(x),
      axis: axisSpec(wide ? budget.title : cutTitle(budget.title), xTicks),
    },
    y: {
      type: 'quantitative',
      scale: scaleSpec(y),
      axis: axisSpec(say.y(unit.header), yTicks, { minExtent: 90, maxExtent: 90 }),
    },
    xScale: x,
    yScale: y,
  };
  const labels = gapLabels(series, channels, plain.height);
  const sizes = wide ? plain : { ...plain, above: plain.above + keyHeight(labels) };
  const words = wide ? besideLines(labels, channels, sizes) : keyAbove(labels, sizes);
  return panelGrid([[{ caption: null, layer: [...gapMarks(series, channels), ...words] }]], sizes);
}

/** Keeps the places that are at least `spacing` of the axis apart. */
function spaced(scale: AxisScale, values: readonly number[], spacing: number): number[] {
  const kept: number[] = [];
  for (const value of values) {
    if (kept.every((other) => Math.abs(position(scale, other) - position(scale, value)) >= spacing)) kept.push(value);
  }
  return kept;
}

function cutTitle(title: string): string {
  return title.replace(/ \(.*/, ' (right: less private)');
}

function table(grid: CellGrid, unit: OutcomeUnit): TextTable {
  const rows = grid.posts.flatMap((post) =>
    grid.rows.flatMap((row) => {
      const cell = cellOf(row, post);
      if (cell === undefined) return [];
      const { estimate, lower, upper } = cell.alpha;
      return [
        [
          postWords(post).label,
          row.label,
          unit.cell(estimate),
          formatRange(estimate, lower, upper, unit.cell) ?? MISSING,
        ],
      ];
    }),
  );
  return { columns: say.columns(unit.header), rows };
}
