import type { TrainingResult } from '@dpfair/result';
import {
  type AxisScale,
  axisSpec,
  fitTicks,
  position,
  scaleSpec,
  shortTick,
  ticks,
  widen,
} from '../../../axis/index.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { type Drawing, type Layout, type Panel, panelGrid } from '../../../figures/drawing/panel-grid.js';
import { cutName, formatInterval, formatNumber, formatPoints } from '../../../format/index.js';
import { remedyMessages as say } from '../../../messages/training/remedy-messages.js';
import { labelPlaces } from '../../../mitigation/frontier/label-places.js';
import { sentence } from '../../../words/index.js';
import { remedyComparisons } from '../../remedies.js';
import { remedyTable } from '../../tables/remedy-table.js';
import { remedyWords } from '../../words/remedy-words.js';
import { remedyLabels, remedyMarks } from './remedy-marks.js';
import { type RemedyPoint, remedyPoints } from './remedy-points.js';

const LONGEST = 38;
const ROW = 16;

interface FrontierPanel {
  readonly label: string;
  readonly points: readonly RemedyPoint[];
}

/** Gap against what is lost in accuracy, a mark a remedy and a panel a budget; null where fewer than two can be compared. */
export function remedyFrontier(result: TrainingResult): FigureDraft | null {
  const panels = remedyComparisons(result)
    .map(({ label, remedies }) => ({ label, points: remedyPoints(result, remedies, (id) => remedyWords(id).label) }))
    .filter(({ points }) => points.length > 1);
  if (panels.length === 0) return null;
  const classes = (result.data?.classes ?? []).length > 0;
  const title = finding(panels);
  return {
    id: 'frontier',
    title,
    explanation: say.frontierExplanation(),
    altText: say.frontierAlt(title),
    draw: (layout) => draw(panels, classes, layout),
    table: remedyTable(result),
  };
}

/** The private one with the narrowest gap among the efficient, by the estimates; said with its price. */
function finding([panel]: readonly FrontierPanel[]): string {
  const efficient = (panel?.points ?? []).filter((point) => point.efficient && point.isPrivate);
  const narrowest = efficient.at(-1);
  const plain = remedyWords('none').label;
  if (narrowest === undefined || narrowest.label === plain) return say.frontierTitlePlain();
  return say.frontierTitle(
    narrowest.label,
    formatInterval(narrowest.gap, narrowest.lower, narrowest.upper, formatNumber),
    narrowest.levelsDown,
  );
}

function draw(panels: readonly FrontierPanel[], classes: boolean, layout: Layout): Drawing {
  const wide = layout === 'wide';
  const most = Math.max(...panels.map(({ points }) => points.length));
  const right = wide ? 290 : 44;
  const sizes = {
    width: (wide ? 820 : 352) - 116 - right,
    height: Math.max(wide ? 240 : 220, most * ROW),
    left: 116,
    right,
    under: 46,
    between: 0,
    above: 46 + (wide ? 0 : most * ROW + 8),
  };
  return panelGrid(
    panels.map((panel) => [panelOf(panel, classes, sizes, wide)]),
    sizes,
  );
}

function panelOf(
  { label, points }: FrontierPanel,
  classes: boolean,
  { width, height, above }: { readonly width: number; readonly height: number; readonly above: number },
  wide: boolean,
): Panel {
  const x = scaleOf(points.map(({ price }) => price));
  const y = scaleOf(points.flatMap(({ lower, upper }) => [lower, upper]));
  const price = (value: number) => (classes ? formatPoints(value) : formatNumber(value));
  const xTicks = fitTicks(
    ticks(x, classes ? 100 : 1, 60 / width, (value) => shortTick(price(value))),
    x,
    width,
    20,
  );
  const yTicks = ticks(y, 1, 22 / height, (value) => shortTick(formatNumber(value)));
  const channels = {
    x: { type: 'quantitative', scale: scaleSpec(x), axis: axisSpec(classes ? say.xPoints() : say.xLoss(), xTicks) },
    y: { type: 'quantitative', scale: scaleSpec(y), axis: axisSpec(say.y(), yTicks, { minExtent: 90, maxExtent: 90 }) },
  };
  const names = points.map((point, index) => (wide ? named(point) : String(index + 1)));
  const places = labelPlaces(
    points.map(({ gap }) => (1 - position(y, gap)) * height),
    height,
  );
  return {
    caption: [sentence(label), ''],
    layer: [
      ...remedyLabels(points, names, places, channels, width),
      ...remedyMarks(points, channels),
      ...(wide ? [] : keyOf(points, above)),
    ],
  };
}

function scaleOf(values: readonly number[]): AxisScale {
  const high = Math.max(...values);
  return widen({ type: 'linear', constant: 1, domain: [0, high > 0 ? high : 1] }, 0.04, 0.06);
}

/** Efficient ones have a star; those that are not private a word. */
function named({ label, efficient, isPrivate }: RemedyPoint): string {
  return cutName(`${efficient ? '★ ' : ''}${label}${isPrivate ? '' : say.notPrivateMark()}`, LONGEST);
}

function keyOf(points: readonly RemedyPoint[], above: number): Record<string, unknown>[] {
  return points.map((point, index) => ({
    data: { values: [{ name: `${index + 1}  ${named(point)}` }] },
    mark: { type: 'text', align: 'left', baseline: 'middle', limit: 0, fontWeight: point.efficient ? 600 : 400 },
    encoding: { x: { value: -100 }, y: { value: index * ROW - above + 8 }, text: { field: 'name', type: 'nominal' } },
  }));
}
