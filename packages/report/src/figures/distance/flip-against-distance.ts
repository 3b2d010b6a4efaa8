import type { AuditResult, Cell } from '@dpfair/result';
import { type AxisScale, axisSpec, scaleSpec, shortTick, ticks } from '../../axis/index.js';
import { formatConfidence, formatNumber, formatPercent, formatWhole } from '../../format/index.js';
import { cellGrid, cellOf, headlineCell, rowOf } from '../../measure/index.js';
import { distanceMessages as say } from '../../messages/figures/distance-messages.js';
import { panelsText } from '../../messages/figures/figure-messages.js';
import { postWords, sentence } from '../../words/index.js';
import { hasWhiskers, MOST_POINTS } from '../bias/bias-marks.js';
import { dotLayers } from '../bias/dot-layers.js';
import type { FigureDraft } from '../drawing/figure-draft.js';
import { type Layout, type Panel, type PanelSizes, panelGrid } from '../drawing/panel-grid.js';
import { panelSizes } from '../drawing/panel-sizes.js';
import { neutrals, seriesStyle } from '../drawing/theme.js';
import { distanceFinding } from './distance-finding.js';
import { distanceTable } from './distance-table.js';
import { nearPoints } from './near-points.js';
import { FARTHEST, oneComparison } from './one-comparison.js';

/** Panels beside one another, and in all. */
const COLUMNS = 3;
const MOST_PANELS = 6;
/** Width in pixels that the long title of the axis takes. */
const ROOM_FOR_TITLE = 400;

interface Shown {
  readonly label: string;
  readonly cell: Cell;
}

/**
 * Probability of a wrong answer against the distance to the threshold in standard deviations of the noise: a panel for each
 * noise, with the post-processing of the headline; marks by size, and the curve of one comparison. Null where a result has no distances.
 */
export function flipAgainstDistance(result: AuditResult): FigureDraft | null {
  const head = headlineCell(result);
  if (head === null || head.entities.distance === undefined) return null;
  const grid = cellGrid(result);
  const shown = grid.rows
    .map((row) => ({ label: sentence(row.label), cell: cellOf(row, head.post) }))
    .filter((one): one is Shown => one.cell?.entities.distance !== undefined)
    .slice(0, MOST_PANELS);
  const title = distanceFinding(head, rowOf(grid, head).label);
  const far = head.entities.distance.filter((distance) => distance === null || Math.abs(distance) > FARTHEST).length;
  const few = shown.every(({ cell }) => cell.entities.id.length <= MOST_POINTS);
  return {
    id: 'flip-against-distance',
    title,
    explanation: [
      say.explanation(few, postWords(head.post).label),
      far > 0 ? say.beyond(formatWhole(far), String(FARTHEST)) : '',
      shown.some(({ cell }) => hasWhiskers(cell)) ? say.whiskers(formatConfidence(head.alpha.confidence)) : '',
    ].join(''),
    altText: say.alt(panelsText(shown.length), formatWhole(head.entities.id.length), title),
    draw: (layout) => panelGrid(panelsOf(shown, layout), sizesFor(shown.length, layout)),
    table: distanceTable(shown),
  };
}

const sizesFor = (panels: number, layout: Layout): PanelSizes => ({
  ...panelSizes(layout, Math.min(panels, COLUMNS)),
  above: 30,
});

function panelsOf(shown: readonly Shown[], layout: Layout): Panel[][] {
  const sizes = sizesFor(shown.length, layout);
  const points = shown.map(({ cell }) => nearPoints(cell));
  const most = Math.max(0.5, ...points.flatMap((all) => all.map(({ high }) => high)));
  const y: AxisScale = { type: 'linear', constant: 1, domain: [0, most * 1.08] };
  const columns = layout === 'wide' ? COLUMNS : 1;
  const panels = shown.map(({ label, cell }, index): Panel => {
    const first = index % columns === 0;
    const last = index + columns >= shown.length;
    const channels = { x: xChannel(last, sizes), y: yChannel(y, sizes, first), xScale: X, yScale: y };
    return {
      caption: ['', label],
      layer: [
        {
          data: { values: oneComparison(cell.mechanism.kind) },
          mark: { type: 'line', color: neutrals.muted.light, strokeWidth: 1.5 },
          encoding: { x: { ...channels.x, field: 'distance' }, y: { ...channels.y, field: 'wrong' } },
        },
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: 'rule', color: neutrals.ink.light, strokeWidth: 1 },
          encoding: { x: { ...channels.x, field: 'zero' } },
        },
        ...([0, 1, 2] as const).flatMap((size) => {
          const own = (points[index] ?? []).filter((point) => point.size === size);
          const plain = own.map(({ truth, bias, low, high }) => ({ truth, bias, low, high }));
          return own.length === 0 ? [] : dotLayers(plain, hasWhiskers(cell), channels, styleOf(size));
        }),
      ],
    };
  });
  return Array.from({ length: Math.ceil(panels.length / columns) }, (_, row) =>
    panels.slice(row * columns, (row + 1) * columns),
  );
}

const X: AxisScale = { type: 'linear', constant: 1, domain: [-FARTHEST, FARTHEST] };

/** Smallest, middle, largest: colour and shape. */
function styleOf(size: 0 | 1 | 2): { readonly colour: string; readonly shape: string } {
  const { colour, shape } = seriesStyle(size);
  return { colour, shape };
}

/** The channel of the distance. */
export function xChannel(titled: boolean, { width }: PanelSizes): Record<string, unknown> {
  const marks = [-4, -2, 0, 2, 4].map((value) => ({ value, label: formatNumber(value).replace(/\.0+$/, '') }));
  const title = width >= ROOM_FOR_TITLE ? say.x() : say.xShort();
  return { type: 'quantitative', scale: scaleSpec(X), axis: axisSpec(titled ? title : null, marks) };
}

/** The channel of a probability, from 0. */
export function yChannel(
  scale: AxisScale,
  { height, left }: PanelSizes,
  labelled: boolean,
  title = say.y(),
): Record<string, unknown> {
  const marks = ticks(scale, 100, 36 / height, (value) => shortTick(formatPercent(value))).filter(
    ({ value }) => value <= 1,
  );
  const extent = left - 26;
  const axis = axisSpec(labelled ? title : null, marks, {
    labels: labelled,
    ticks: labelled,
    minExtent: extent,
    maxExtent: extent,
  });
  return { type: 'quantitative', scale: scaleSpec(scale), axis };
}
