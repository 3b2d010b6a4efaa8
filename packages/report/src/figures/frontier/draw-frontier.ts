import { type AxisScale, axisSpec, fitTicks, position, scaleSpec, shortTick, ticks } from '../../axis/index.js';
import { sentence } from '../../words/index.js';
import { type Drawing, type Layout, type Panel, panelGrid } from '../drawing/panel-grid.js';
import { frontierKey, frontierLabels, NAME_ROW } from './frontier-labels.js';
import type { FrontierMark } from './frontier-mark.js';
import { frontierMarks } from './frontier-marks.js';
import { labelPlaces } from './label-places.js';

/** One budget as a panel. */
export interface FrontierPanel {
  readonly label: string;
  readonly marks: readonly FrontierMark[];
}

/** How an axis is measured and told. */
export interface FrontierAxis {
  readonly title: string;
  /** The scale for the marks of one panel. */
  readonly scale: (marks: readonly FrontierMark[]) => AxisScale;
  /** What a value is multiplied by before it is told: 100 for percentages. */
  readonly factor: number;
  readonly text: (value: number) => string;
  /** Pixels between two ticks, at least. */
  readonly spacing: number;
}

/** Harm against price, a mark for each way to do it, each named, and a panel for each budget. */
export function drawFrontier(
  panels: readonly FrontierPanel[],
  x: FrontierAxis,
  y: FrontierAxis,
  layout: Layout,
): Drawing {
  const wide = layout === 'wide';
  const most = Math.max(...panels.map(({ marks }) => marks.length));
  const right = wide ? 290 : 44;
  const sizes = {
    width: (wide ? 820 : 352) - 116 - right,
    height: Math.max(wide ? 240 : 220, most * NAME_ROW),
    left: 116,
    right,
    under: 46,
    between: 0,
    above: 46 + (wide ? 0 : most * NAME_ROW + 8),
  };
  return panelGrid(
    panels.map((panel) => [panelOf(panel, x, y, sizes, wide)]),
    sizes,
  );
}

function panelOf(
  { label, marks }: FrontierPanel,
  x: FrontierAxis,
  y: FrontierAxis,
  { width, height, above }: { readonly width: number; readonly height: number; readonly above: number },
  wide: boolean,
): Panel {
  const [xScale, yScale] = [x.scale(marks), y.scale(marks)];
  const ticksOf = (axis: FrontierAxis, scale: AxisScale, length: number) =>
    ticks(scale, axis.factor, axis.spacing / length, (value) => shortTick(axis.text(value)));
  const xAxis = axisSpec(x.title, fitTicks(ticksOf(x, xScale, width), xScale, width, 20));
  const yAxis = axisSpec(y.title, ticksOf(y, yScale, height), { minExtent: 90, maxExtent: 90 });
  const channels = {
    x: { type: 'quantitative', scale: scaleSpec(xScale), axis: xAxis },
    y: { type: 'quantitative', scale: scaleSpec(yScale), axis: yAxis },
  };
  const heights = marks.map(({ harm }) => (1 - position(yScale, harm)) * height);
  return {
    caption: [sentence(label), ''],
    layer: [
      ...frontierLabels(marks, labelPlaces(heights, height), channels, width, wide ? 'name' : 'number'),
      ...frontierMarks(marks, channels, yScale.domain[0]),
      ...(wide ? [] : frontierKey(marks, above)),
    ],
  };
}
