import type { AuditResult, Cell } from '@dpfair/result';
import { type AxisScale, axisSpec, effectScale, fitTicks, scaleSpec, ticks } from '../../axis/index.js';
import { cleanText, cutName, formatWhole } from '../../format/index.js';
import {
  type CellGrid,
  type CellRow,
  cellGrid,
  cellOf,
  type GroupView,
  groupViews,
  headlineCell,
  measured,
  rowOf,
} from '../../measure/index.js';
import { groupMessages as say } from '../../messages/figures/figure-messages.js';
import { amountGroups } from '../../tables/amount-groups.js';
import { atLabel, postWords, sentence } from '../../words/index.js';
import type { FigureDraft } from '../drawing/figure-draft.js';
import { type Drawing, type Layout, type Panel, panelGrid } from '../drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../drawing/theme.js';
import { undefinedMark } from '../drawing/undefined-mark.js';
import { type GroupEffect, groupEffect } from './group-effect.js';

/** More groups than this show only the two ends of the ranking. */
const MOST_GROUPS = 30;
const ROW = 20;
/** Room in pixels that the title of the axis takes. */
const TITLE_WIDTH = 300;

/** Forest plot of the groups at the noise of the headline, sorted by gain or loss, in dollars with a budget; null without groups. */
export function groupForest(result: AuditResult): FigureDraft | null {
  const head = headlineCell(result);
  if (head === null || head.groups.length === 0) return null;
  const effect = groupEffect(result);
  const views = groupViews(head, effect.order).filter((view) => effect.of(view) !== null);
  if (views.length === 0) return null;
  const shown =
    views.length <= MOST_GROUPS ? views : [...views.slice(0, MOST_GROUPS / 2), ...views.slice(-MOST_GROUPS / 2)];
  const grid = cellGrid(result);
  const row = rowOf(grid, head);
  const title = finding(atLabel(row.label), postWords(head.post).phrase, views, effect);
  const scale = scaleOf(row.cells.flatMap((cell) => values(cell, shown, effect)));
  const how = scale.type === 'symlog' ? say.logarithmic() : '';
  const explanation =
    say.explanation(
      formatWhole(shown.length),
      formatWhole(head.groups.length),
      effect.sorted + how,
      effect.drawn + how,
    ) + (shown.some((view) => view.group.small) ? say.small() : '');
  return {
    id: 'groups',
    title,
    explanation,
    altText: say.alt(formatWhole(shown.length), title),
    draw: (layout) => draw(grid, row, shown, effect, layout),
    table: amountGroups(result, row, new Set(shown.map((view) => view.group.group))),
  };
}

function finding(at: string, phrase: string, views: readonly GroupView[], { text }: GroupEffect): string {
  const loser = views.find((view) => view.direction === 'loses');
  const winner = views.findLast((view) => view.direction === 'gains');
  const name = (view: GroupView) => cutName(view.group.group, 60);
  if (loser && winner) return sentence(say.title(at, phrase, name(loser), text(loser), name(winner), text(winner)));
  if (loser) return sentence(say.titleLoser(at, phrase, name(loser), text(loser)));
  return sentence(winner ? say.titleWinner(at, phrase, name(winner), text(winner)) : say.titleNothing(at, phrase));
}

function draw(grid: CellGrid, row: CellRow, shown: readonly GroupView[], effect: GroupEffect, layout: Layout): Drawing {
  const cells = grid.posts.map((post) => cellOf(row, post)).filter((cell): cell is Cell => cell !== undefined);
  const narrow = layout === 'narrow';
  const [left, right, between] = [narrow ? 112 : 150, 66, 24];
  const columns = narrow ? 1 : cells.length;
  const width = Math.floor(
    Math.min(520, Math.max(150, ((narrow ? 352 : 960) - left - right - (columns - 1) * between) / columns)),
  );
  const height = shown.length * ROW + 8;
  const data = cells.map((cell) => values(cell, shown, effect));
  const x = scaleOf(data.flat());
  const places = fitTicks(ticks(x, effect.factor, 78 / width, effect.tick), x, width);
  // panels too narrow for a title each share one
  const shared = !narrow && columns > 1 && width < TITLE_WIDTH;
  const whole = columns * width + (columns - 1) * between;
  const panels = cells.map(
    (cell, index): Panel => ({
      caption: [sentence(row.label), postWords(cell.post).label],
      layer: [
        ...marks(data[index] as Value[], grid.posts.indexOf(cell.post), {
          type: 'quantitative',
          scale: scaleSpec(x),
          axis: axisSpec(shared ? null : effect.axis, places),
        }),
        ...(measured(cell) ? [] : undefinedMark({ width, height })),
        ...(shared && index === 0 ? [sharedTitle(effect.axis, whole / 2, height + 36)] : []),
        ...(narrow || index === 0 ? [margin(shown, 'name', -8, 'right', narrow ? 15 : 20)] : []),
        ...(narrow || index === cells.length - 1
          ? [margin(shown, 'size', width + 8, 'left', 14), sizeHeader(width + 8)]
          : []),
      ],
    }),
  );
  const rows = narrow ? panels.map((panel) => [panel]) : [panels];
  return panelGrid(rows, { width, height, left, right, under: 48, between });
}

/** One scale for all panels. */
const scaleOf = (data: readonly Value[]): AxisScale =>
  effectScale(
    data.map(({ effect }) => effect),
    data.flatMap(({ lower, upper }) => [lower, upper]),
  );

interface Value {
  readonly row: number;
  readonly effect: number;
  readonly lower: number;
  readonly upper: number;
}

/** The groups of a cell in the rows of the headline. */
function values(cell: Cell, shown: readonly GroupView[], { of, lower, upper }: GroupEffect): Value[] {
  const views = new Map(groupViews(cell).map((view) => [view.group.group, view]));
  return shown.flatMap(({ group }, index) => {
    const view = views.get(group.group);
    const effect = view === undefined ? null : of(view);
    if (view === undefined || effect === null) return [];
    return [{ row: index + 1, effect, lower: lower(view) ?? effect, upper: upper(view) ?? effect }];
  });
}

function yChannel(rows: number): Record<string, unknown> {
  const scale = { type: 'linear', domain: [rows + 0.7, 0.3], nice: false, zero: false };
  return { field: 'row', type: 'quantitative', scale, axis: null };
}

function marks(data: readonly Value[], index: number, x: Record<string, unknown>): Record<string, unknown>[] {
  const { colour, shape } = seriesStyle(index);
  const y = yChannel(Math.max(...data.map((value) => value.row), 1));
  return [
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: neutrals.ink.light, strokeWidth: 1 },
      encoding: { x: { ...x, field: 'zero' } },
    },
    {
      data: { values: data },
      mark: { type: 'rule', color: colour, strokeWidth: 2 },
      encoding: { y, x: { ...x, field: 'lower' }, x2: { field: 'upper' } },
    },
    {
      data: { values: data },
      mark: { type: 'point', shape, size: 50, filled: true, color: colour, opacity: 1 },
      encoding: { y, x: { ...x, field: 'effect' } },
    },
  ];
}

/** A column of text beside the plot: names on the left, sizes on the right. */
function margin(
  shown: readonly GroupView[],
  what: 'name' | 'size',
  x: number,
  align: string,
  longest: number,
): Record<string, unknown> {
  const text = ({ group }: GroupView) =>
    what === 'name' ? cutName(cleanText(group.group), longest) : say.size(formatWhole(group.entities), group.small);
  const data = shown.map((view, index) => ({ row: index + 1, text: text(view) }));
  return {
    data: { values: data },
    mark: { type: 'text', align, baseline: 'middle', fill: neutrals.ink.light, limit: 0 },
    encoding: { y: yChannel(shown.length), x: { value: x }, text: { field: 'text', type: 'nominal' } },
  };
}

/** One title under all panels, in the place of that of an axis. */
function sharedTitle(text: string, x: number, y: number): Record<string, unknown> {
  return {
    data: { values: [{ text }] },
    mark: { type: 'text', align: 'center', baseline: 'middle', fill: neutrals.ink.light, limit: 0 },
    encoding: { x: { value: x }, y: { value: y }, text: { field: 'text', type: 'nominal' } },
  };
}

/** The head of the numbers on the right. */
function sizeHeader(x: number): Record<string, unknown> {
  return {
    data: { values: [{ text: say.sizeHeader() }] },
    mark: { type: 'text', align: 'left', baseline: 'middle', fill: neutrals.muted.light, limit: 0 },
    encoding: { x: { value: x }, y: { value: -11 }, text: { field: 'text', type: 'nominal' } },
  };
}
