import type { Measured, SmoothedGroup, SmoothingResult, SmoothingRun } from '@dpfair/result';
import { logScale } from '../../axis/index.js';
import type { TextTable } from '../../figure.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { asideOf } from '../../figures/lines/aside.js';
import { drawLines, type LinePanel } from '../../figures/lines/draw-lines.js';
import { endsOf, type LineSeries } from '../../figures/lines/line-marks.js';
import { spanScale } from '../../figures/multiples/linear-axis.js';
import { cleanText, formatPercent, formatPlain, formatProbability, formatWhole } from '../../format/index.js';
import { smoothingFigureWords as say } from '../../messages/smoothing/figure-messages.js';
import { sentence } from '../../words/index.js';
import { fraction, groupsOf, nameOf } from '../smoothed.js';
import { type GroupMeasure, groupMeasures, isApart } from './group-measures.js';

/** More groups have no panel; they are in the table. */
const MOST_GROUPS = 8;
/** Means of the same numbers that were added up in two ways differ by less. */
const SAME = 1e-9;

/** Accuracy and the probability of the right class against the scale of the metric, all rows and each group; null where there is one scale. */
export function tradeOff(result: SmoothingResult): FigureDraft | null {
  const runs = [...result.runs].sort((one, other) => one.metric.constant - other.metric.constant);
  const scales = [...new Set(runs.map(({ metric }) => metric.constant))].filter((constant) => constant > 0);
  const [first, last] = [runs[0], runs.at(-1)];
  if (scales.length < 2 || first === undefined || last === undefined) return null;
  const measures = groupMeasures(result);
  const x = { scale: logScale(scales), title: say.scale(), write: (value: number) => formatPlain(value), at: scales };
  const panels = groupsOf(first)
    .slice(0, MOST_GROUPS + 1)
    .map((group, place) => panelOf(runs, group, place, measures, x))
    .filter(({ series }) => series.length > 0);
  if (panels.length === 0) return null;
  const levels = panels.flatMap((panel) => panel.levels?.map(({ y }) => y) ?? []);
  const y = {
    scale: spanScale([...panels.flatMap(({ series }) => endsOf(series)), ...levels]),
    title: say.fraction(),
    write: formatPercent,
  };
  const title = finding(first, last, measures);
  return {
    id: 'trade-off',
    title,
    explanation: say.tradeExplanation(panels.some((panel) => panel.levels?.some(({ style }) => style === null))),
    altText: say.tradeAlt(formatWhole(panels.length), title),
    draw: (layout) =>
      drawLines(
        panels,
        measures.map(({ name }) => sentence(name)),
        y,
        layout,
      ),
    table: tableOf(runs, measures),
  };
}

function panelOf(
  runs: readonly SmoothingRun[],
  group: SmoothedGroup,
  place: number,
  measures: readonly GroupMeasure[],
  x: LinePanel['x'],
): LinePanel {
  const series = measures.map(
    ({ of }, style): LineSeries => ({
      style,
      intervals: 'bars',
      solid: true,
      shift: asideOf(style, measures.length),
      points: runs.flatMap((run) => {
        const found = place === 0 ? run.population : run.groups.find((one) => one.group === group.group);
        const value = found === undefined ? null : of(found).smoothed;
        if (value === null || value.estimate === null || !(run.metric.constant > 0)) return [];
        return [{ x: run.metric.constant, y: value.estimate, lower: value.lower, upper: value.upper }];
      }),
    }),
  );
  const name = place === 0 ? sentence(say.allRows()) : cleanText(group.group);
  return {
    caption: [group.small ? `${name} \u2020` : name, say.rows(formatWhole(group.rows))],
    series: series.filter(({ points }) => points.length > 0),
    x,
    levels: levelsOf(group, measures),
  };
}

/** The measures of the model as it is; those that are the same number are one. */
function levelsOf(group: SmoothedGroup, measures: readonly GroupMeasure[]): NonNullable<LinePanel['levels']> {
  const found = measures.flatMap(({ of }, style) => {
    const { estimate } = of(group).model;
    return estimate === null ? [] : [{ style, y: estimate }];
  });
  const isSame = (one: number, other: number) => Math.abs(one - other) < SAME;
  return found
    .filter(({ y }, place) => !found.slice(0, place).some((one) => isSame(one.y, y)))
    .map(({ style, y }) => ({ style: found.filter((one) => isSame(one.y, y)).length > 1 ? null : style, y }));
}

/** What the last measure, the probability, does over all rows from the smallest scale to the largest. */
function finding(first: SmoothingRun, last: SmoothingRun, measures: readonly GroupMeasure[]): string {
  const measure = measures.at(-1);
  if (measure === undefined) return say.tradePlain();
  const [from, to] = [formatPlain(first.metric.constant), formatPlain(last.metric.constant)];
  const [low, high]: readonly Measured[] = [
    measure.of(first.population).smoothed,
    measure.of(last.population).smoothed,
  ];
  const before = formatProbability(measure.of(first.population).model.estimate);
  if (low === undefined || high === undefined || low.estimate === null || high.estimate === null)
    return say.tradePlain();
  if (!isApart(low, high)) return say.tradeOpen(from, to, measure.name, before);
  return say.tradeTitle(
    from,
    to,
    measure.name,
    formatProbability(low.estimate),
    formatProbability(high.estimate),
    before,
  );
}

function tableOf(runs: readonly SmoothingRun[], measures: readonly GroupMeasure[]): TextTable {
  const rows = runs.flatMap((run) =>
    groupsOf(run).flatMap((group) =>
      measures.map(({ name, of }) => [
        formatPlain(run.metric.constant),
        nameOf(run, group),
        name,
        fraction(of(group).model),
        fraction(of(group).smoothed),
      ]),
    ),
  );
  return { columns: say.tradeColumns().map(sentence), rows };
}
