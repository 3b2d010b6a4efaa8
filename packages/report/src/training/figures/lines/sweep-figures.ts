import type { Sweep } from '@dpfair/result';
import { logScale } from '../../../axis/index.js';
import type { TextTable } from '../../../figure.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { drawLines, type LinePanel } from '../../../figures/lines/draw-lines.js';
import { endsOf, type LinePoint } from '../../../figures/lines/line-marks.js';
import { linearScale } from '../../../figures/multiples/linear-axis.js';
import {
  cleanText,
  cutName,
  formatInterval,
  formatNumber,
  formatPercent,
  formatPlain,
  formatWhole,
} from '../../../format/index.js';
import { trainingFigureWords as say } from '../../../messages/training/figure-messages.js';
import { sentence } from '../../../words/index.js';

/** More groups than there are styles have no line; those that change most are drawn. */
const MOST_LINES = 5;
const LONGEST = 28;

/** Excessive risk of the groups against the setting that was changed, a figure a setting. */
export function sweepFigures(sweeps: readonly Sweep[]): readonly FigureDraft[] {
  return sweeps.flatMap((sweep, index) => {
    const lines = linesOf(sweep);
    const values = sweep.points.map(({ value }) => value);
    if (new Set(values).size < 2 || lines.length === 0) return [];
    const parameter = say.parameter(sweep.parameter, sweep.of === null ? null : cleanText(sweep.of));
    const title = sentence(finding(sweep, parameter));
    const panel: LinePanel = {
      caption: null,
      series: lines.map(({ points }, style) => ({ style, points, intervals: 'bars' })),
      x: { scale: logScale(values), title: parameter, write: writeOf(sweep), at: ticksOf(values) },
    };
    const y = { scale: linearScale(endsOf(panel.series)), title: say.risk(), write: formatNumber };
    const names = lines.map(({ group }) => cutName(group, LONGEST));
    return [
      {
        id: `sweep-${sweep.parameter}${index === sweeps.findIndex((other) => other.parameter === sweep.parameter) ? '' : `-${index + 1}`}`,
        title,
        explanation: say.sweepExplanation(parameter),
        altText: say.sweepAlt(formatWhole(lines.length), parameter, title),
        draw: (layout) => drawLines([panel], names, y, layout),
        table: tableOf(sweep, parameter),
      },
    ];
  });
}

/** Sizes of a group are parts of its rows. */
const writeOf =
  ({ parameter }: Sweep) =>
  (value: number) =>
    parameter === 'group-size' ? formatPercent(value) : formatPlain(value);

/** The values that were tried, each once. */
const ticksOf = (values: readonly number[]) => [...new Set(values)].sort((one, other) => one - other);

interface GroupLine {
  readonly group: string;
  readonly points: readonly LinePoint[];
}

function linesOf({ points }: Sweep): readonly GroupLine[] {
  const names = [...new Set(points.flatMap(({ groups }) => groups.map(({ group }) => group)))];
  const lines = names.map((group) => ({
    group,
    points: points.flatMap(({ value, groups }) => {
      const risk = groups.find((one) => one.group === group)?.excessiveRisk;
      if (risk === undefined || risk.estimate === null) return [];
      return [{ x: value, y: risk.estimate, lower: risk.lower, upper: risk.upper }];
    }),
  }));
  const range = ({ points: along }: GroupLine) =>
    Math.max(...along.map(({ y }) => y)) - Math.min(...along.map(({ y }) => y));
  const kept = new Set(
    lines
      .filter((line) => line.points.length > 0)
      .sort((one, other) => range(other) - range(one))
      .slice(0, MOST_LINES),
  );
  return lines.filter((line) => kept.has(line));
}

/** How the widest difference between groups goes from the smallest to the largest value, as far as the intervals say. */
function finding(sweep: Sweep, parameter: string): string {
  const { points } = sweep;
  const write = writeOf(sweep);
  const ordered = [...points].sort((one, other) => one.value - other.value);
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (first === undefined || last === undefined || first.gap.estimate === null || last.gap.estimate === null) {
    return say.sweepTitlePlain(parameter);
  }
  const [from, to] = [write(first.value), write(last.value)];
  const texts = [parameter, from, to, gapText(first.gap), gapText(last.gap)] as const;
  if ((first.gap.lower ?? Number.NaN) > (last.gap.upper ?? Number.NaN)) return say.sweepTitleFalls(...texts);
  if ((first.gap.upper ?? Number.NaN) < (last.gap.lower ?? Number.NaN)) return say.sweepTitleRises(...texts);
  return say.sweepTitleOpen(parameter, from, to);
}

const gapText = ({ estimate, lower, upper }: Sweep['points'][number]['gap']) =>
  formatInterval(estimate, lower, upper, formatNumber);

function tableOf(sweep: Sweep, parameter: string): TextTable {
  const write = writeOf(sweep);
  const rows = sweep.points.flatMap(({ value, epsilon, accuracy, gap, groups }) =>
    groups.map(({ group, excessiveRisk: risk, clipping, noise }) => [
      write(value),
      cleanText(group),
      formatPlain(epsilon),
      formatInterval(accuracy.estimate, accuracy.lower, accuracy.upper, formatPercent),
      gapText(gap),
      formatInterval(risk.estimate, risk.lower, risk.upper, formatNumber),
      formatNumber(clipping),
      formatNumber(noise),
    ]),
  );
  return { columns: say.sweepColumns(parameter).map(sentence), rows };
}
