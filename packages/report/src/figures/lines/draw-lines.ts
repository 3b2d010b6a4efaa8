import type { AxisScale } from '../../axis/index.js';
import type { Drawing, Layout, Panel } from '../drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../drawing/theme.js';
import { groupGrid, type PanelPlace } from '../multiples/group-grid.js';
import { xChannel, yChannel } from '../multiples/linear-axis.js';
import { isInside, type LineSeries, lineMarks } from './line-marks.js';

/** An axis: its scale, title, and how a value is written. */
export interface LineAxis {
  readonly scale: AxisScale;
  readonly title: string;
  readonly write: (value: number) => string;
  /**
   * Where ticks are wanted.
   * @default round values
   */
  readonly at?: readonly number[];
}

/** One plot with lines. */
export interface LinePanel {
  readonly caption: readonly [string, string] | null;
  readonly series: readonly LineSeries[];
  readonly x: LineAxis;
  /** Lines that help to read: from one point to another. */
  readonly guides?: readonly (readonly { readonly x: number; readonly y: number }[])[];
  /** Dashed lines from side to side in the colour of a series, or grey where they are of several: what these are beside. */
  readonly levels?: readonly { readonly style: number | null; readonly y: number }[];
}

/**
 * Lines in panels that share the vertical axis, three a row.
 *
 * @param names of the series, by style; none for no legend
 */
export function drawLines(
  panels: readonly LinePanel[],
  names: readonly string[],
  axis: LineAxis,
  layout: Layout,
): Drawing {
  const legend = names.map((text, index) => {
    const { colour, shape } = seriesStyle(index);
    return { text, colour, shape };
  });
  const drawn = panels.map((panel) => (place: PanelPlace): Panel => {
    const x = xChannel(panel.x.scale, place, panel.x.title, panel.x.write, panel.x.at);
    const y = yChannel(axis.scale, place, axis.title, axis.write);
    return {
      caption: panel.caption,
      layer: [
        ...(isInside(axis.scale, 0) && axis.scale.type !== 'log'
          ? [
              guide(
                [
                  { x: panel.x.scale.domain[0], y: 0 },
                  { x: panel.x.scale.domain[1], y: 0 },
                ],
                x,
                y,
              ),
            ]
          : []),
        ...(panel.guides ?? []).map((points) => guide(points, x, y)),
        ...(panel.levels ?? []).map(({ style, y: at }) => level(at, style, y)),
        ...panel.series.flatMap((series) => lineMarks(series, x, y, axis.scale)),
      ],
    };
  });
  return groupGrid(drawn, legend, layout);
}

function level(at: number, style: number | null, y: Record<string, unknown>): Record<string, unknown> {
  const color = style === null ? neutrals.muted.light : seriesStyle(style).colour;
  return {
    data: { values: [{ y: at }] },
    mark: { type: 'rule', color, strokeWidth: 1.5, strokeDash: [6, 4] },
    encoding: { y: { ...y, field: 'y' } },
  };
}

function guide(
  values: readonly { readonly x: number; readonly y: number }[],
  x: Record<string, unknown>,
  y: Record<string, unknown>,
): Record<string, unknown> {
  return {
    data: { values },
    mark: { type: 'line', color: neutrals.muted.light, strokeWidth: 1 },
    encoding: { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } },
  };
}
