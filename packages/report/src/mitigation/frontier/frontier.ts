import type { MitigationResult } from '@dpfair/result';
import { axisSpec, fitTicks, scaleSpec, shortTick, sizeScale, ticks, widen } from '../../axis/index.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { type Drawing, type Layout, type Panel, panelGrid } from '../../figures/drawing/panel-grid.js';
import { cutName, formatDollars, formatEpsilon, formatNumber, formatPercent, formatWhole } from '../../format/index.js';
import { type OutcomeUnit, outcomeUnit } from '../../measure/index.js';
import { mitigationMessages as say } from '../../messages/mitigation-messages.js';
import { sentence } from '../../words/index.js';
import { mitigationColumns } from '../mitigation-columns.js';
import { frontierFinding } from '../mitigation-verdict.js';
import { auditView, comparisonsOf } from '../views.js';
import { frontierLabels, frontierMarks } from './frontier-marks.js';
import { type FrontierPoint, frontierPoints, type PriceAxis, priceAxis } from './frontier-points.js';

/** One budget as a panel. */
interface FrontierPanel {
  readonly label: string;
  readonly points: readonly FrontierPoint[];
}

/** Gap against price, a mark for each mitigation and a panel for each budget; null where there is nothing to draw. */
export function frontier(result: MitigationResult): FigureDraft | null {
  const axis = priceAxis(result);
  const comparisons = comparisonsOf(result);
  const panels = comparisons
    .map((comparison) => ({ label: comparison.label, points: frontierPoints(comparison, axis) }))
    .filter(({ points }) => points.length > 1);
  if (panels.length === 0) return null;
  const unit = outcomeUnit(
    auditView(result),
    result.cells.map((cell) => cell.alpha.estimate),
  );
  const columns = mitigationColumns(result);
  const count = Math.max(...panels.map(({ points }) => points.length));
  return {
    id: 'frontier',
    title: frontierFinding(result) ?? say.frontierPlain(),
    explanation: say.frontierExplain(harmWords(axis, unit), priceWords(axis)),
    altText: say.frontierAlt(priceWords(axis), formatWhole(count), formatWhole(panels.length)),
    draw: (layout) => draw(panels, axis, unit, layout),
    table: {
      columns: [say.noise(), say.mitigation(), ...columns.map(({ head }) => head), say.efficientColumn()].map(sentence),
      rows: comparisons.flatMap(({ label, rows }) =>
        rows.map((row) => [
          label,
          row.mitigation.id,
          ...columns.map(({ of }) => of(row)),
          row.mitigation.efficient ? say.yes() : say.no(),
        ]),
      ),
    },
  };
}

const priceWords = (axis: PriceAxis): string =>
  ({ share: say.xMoney(), dollars: say.xDollars(), 'wrong-yes': say.xWrongYes(), epsilon: say.xEpsilon() })[axis];

const harmWords = (axis: PriceAxis, unit: OutcomeUnit): string =>
  axis === 'wrong-yes' ? say.yWrongNo() : say.yGap(unit.header);

const priceText = (axis: PriceAxis) => (value: number) =>
  ({
    share: formatPercent,
    dollars: formatDollars,
    'wrong-yes': formatNumber,
    epsilon: (epsilon: number) => formatEpsilon(epsilon),
  })[axis](value);

const LONGEST = 38;
const ROW = 16;

function draw(panels: readonly FrontierPanel[], axis: PriceAxis, unit: OutcomeUnit, layout: Layout): Drawing {
  const wide = layout === 'wide';
  const most = Math.max(...panels.map(({ points }) => points.length));
  const right = wide ? 290 : 44;
  const keyed = wide ? 0 : most * ROW + 8;
  const sizes = {
    width: (wide ? 820 : 352) - 116 - right,
    height: Math.max(wide ? 240 : 220, most * ROW),
    left: 116,
    right,
    under: 46,
    between: 0,
    above: 46 + keyed,
  };
  const rows = panels.map((panel): readonly Panel[] => [panelOf(panel, axis, unit, sizes, wide)]);
  return panelGrid(rows, sizes);
}

function panelOf(
  { label, points }: FrontierPanel,
  axis: PriceAxis,
  unit: OutcomeUnit,
  { width, height, above }: { readonly width: number; readonly height: number; readonly above: number },
  wide: boolean,
): Panel {
  const x = widen(sizeScale(points.map(({ price }) => price)), 0.03, 0.03);
  const y = widen(
    sizeScale(points.flatMap(({ harm, upper, lower }) => [harm, upper, ...(lower > 0 ? [lower] : [])])),
    0.02,
    0.04,
  );
  const xTicks = fitTicks(
    ticks(x, 1, 70 / width, (value) => shortTick(priceText(axis)(value))),
    x,
    width,
    20,
  );
  const isCount = axis === 'wrong-yes';
  const yTicks = ticks(y, isCount ? 1 : unit.factor, 22 / height, (value) =>
    shortTick(isCount ? formatNumber(value) : unit.cell(value)),
  );
  const channels = {
    x: { type: 'quantitative', scale: scaleSpec(x), axis: axisSpec(priceWords(axis), xTicks) },
    y: {
      type: 'quantitative',
      scale: scaleSpec(y),
      axis: axisSpec(harmWords(axis, unit), yTicks, { minExtent: 90, maxExtent: 90 }),
    },
    xScale: x,
    yScale: y,
    width,
    height,
  };
  const names = points.map((point, index) =>
    wide ? cutName(`${point.efficient ? '★ ' : ''}${point.label}`, LONGEST) : String(index + 1),
  );
  const key = wide ? [] : keyOf(points, above);
  return {
    caption: [sentence(label), ''],
    layer: [...frontierLabels(points, names, channels), ...frontierMarks(points, channels), ...key],
  };
}

/** Where names have no room beside the plot: numbers, with their names above it. */
function keyOf(points: readonly FrontierPoint[], above: number): Record<string, unknown>[] {
  return points.map((point, index) => ({
    data: { values: [{ name: cutName(`${index + 1}  ${point.efficient ? '★ ' : ''}${point.label}`, LONGEST) }] },
    mark: { type: 'text', align: 'left', baseline: 'middle', limit: 0, fontWeight: point.efficient ? 600 : 400 },
    encoding: {
      x: { value: -100 },
      y: { value: index * ROW - above + 8 },
      text: { field: 'name', type: 'nominal' },
    },
  }));
}
