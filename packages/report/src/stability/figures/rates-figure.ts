import type { StabilityCell, StabilityResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { asideOf } from '../../figures/lines/aside.js';
import { drawLines, type LinePanel } from '../../figures/lines/draw-lines.js';
import { endsOf, type LineSeries } from '../../figures/lines/line-marks.js';
import { linearScale } from '../../figures/multiples/linear-axis.js';
import { cleanText, cutName, formatPercent, formatPlain, formatProbability, formatWhole } from '../../format/index.js';
import { stabilityFigureWords as say } from '../../messages/stability/figure-messages.js';
import { stabilityWords as words } from '../../messages/stability/word-messages.js';
import { sentence } from '../../words/index.js';
import { repeatedText } from '../measures.js';
import { smallGroups } from '../small-groups.js';
import { groupColumns, labelOf, type Variant, variantsOf } from '../variants.js';
import { lambdaAxis, lambdasOf } from './lambda-axis.js';

const MOST_PANELS = 12;
/** As many groups as there are styles have a line. */
const MOST_LINES = 5;
const LONGEST = 28;

/** How often each group gets the favourable class against lambda, for each column of groups a figure of its own with a panel an algorithm. */
export function rateFigures(result: StabilityResult): readonly (FigureDraft | null)[] {
  const lambdas = lambdasOf(result);
  if (lambdas.length < 2) return [];
  return groupColumns(result).map((column, k) => rateFigure(result, column, k, lambdas));
}

function rateFigure(
  result: StabilityResult,
  column: string,
  k: number,
  lambdas: readonly number[],
): FigureDraft | null {
  const variants = variantsOf(result, column).filter(({ cells }) =>
    cells.some(({ rates }) => rates.some(({ rate }) => rate.estimate !== null)),
  );
  if (variants.length === 0) return null;
  const names = [
    ...new Set(variants.flatMap(({ cells }) => cells.flatMap(({ rates }) => rates.map(({ group }) => group)))),
  ];
  const lines = farthest(variants, names);
  const groupsLeft = names.length - lines.length;
  const x = lambdaAxis(lambdas);
  const shown = variants.slice(0, MOST_PANELS);
  const panels = shown.map((variant) => panelOf(variant, lines, x));
  const left = variants.length - shown.length;
  const y = {
    scale: linearScale(panels.flatMap(({ series }) => endsOf(series))),
    title: say.rate(),
    write: formatPercent,
  };
  const title = finding(result, column);
  return {
    id: `rates-${k + 1}`,
    title,
    explanation: say.ratesExplanation(
      left === 0 ? null : formatWhole(left),
      groupsLeft === 0 ? null : formatWhole(groupsLeft),
    ),
    altText: say.ratesAlt(formatWhole(panels.length), title),
    draw: (layout) =>
      drawLines(
        panels,
        lines.map((name) => cutName(name, LONGEST)),
        y,
        layout,
      ),
    table: tableOf(result, column),
  };
}

/** Of more groups than there are styles those with the lowest and the highest rates on average, in the order of the data. */
function farthest(variants: readonly Variant[], names: readonly string[]): readonly string[] {
  if (names.length <= MOST_LINES) return names;
  const rates = variants.flatMap(({ cells }) => cells.flatMap((cell) => cell.rates));
  const meanOf = (name: string) => {
    const known = rates.flatMap(({ group, rate }) => (group === name && rate.estimate !== null ? [rate.estimate] : []));
    return known.length === 0 ? null : known.reduce((sum, rate) => sum + rate, 0) / known.length;
  };
  const ordered = names
    .flatMap((name) => {
      const mean = meanOf(name);
      return mean === null ? [] : [{ name, mean }];
    })
    .sort((one, other) => one.mean - other.mean);
  const low = ordered.slice(0, Math.ceil(MOST_LINES / 2));
  const high = ordered.slice(low.length).slice(-(MOST_LINES - low.length));
  const drawn = new Set([...low, ...high].map(({ name }) => name));
  return names.filter((name) => drawn.has(name));
}

function panelOf({ label, cells }: Variant, names: readonly string[], x: LinePanel['x']): LinePanel {
  const series = names.map(
    (group, style): LineSeries => ({
      style,
      shift: asideOf(style, names.length),
      intervals: 'bars',
      points: cells.flatMap(({ lambda, rates }) => {
        const rate = rates.find((one) => one.group === group)?.rate;
        if (rate === undefined || rate.estimate === null) return [];
        return [{ x: lambda, y: rate.estimate, lower: rate.lower, upper: rate.upper }];
      }),
    }),
  );
  return { caption: [label, ''], series: series.filter(({ points }) => points.length > 0), x };
}

/** Where rates are farthest apart, by the estimates. */
function finding(result: StabilityResult, column: string): string {
  const own = result.cells.filter(({ group }) => group === column);
  const small = new Set(smallGroups(result, column).map((one) => one.group));
  const [widest] = [...own].sort((one, other) => widthOf(other, small) - widthOf(one, small));
  if (widest === undefined || !(widthOf(widest, small) > 0)) return say.ratesPlain();
  const ordered = known(widest, small);
  const [high, low] = [ordered[0], ordered.at(-1)];
  if (high === undefined || low === undefined) return say.ratesPlain();
  const text = ({ group, rate }: typeof high) => say.groupRate(cleanText(group), formatProbability(rate.estimate));
  const lambda = words.lambda(formatPlain(widest.lambda));
  return say.ratesTitle(labelOf(result, widest), cleanText(column), lambda, text(high), text(low));
}

/** Rates from the highest, those of small groups aside. */
const known = ({ rates }: StabilityCell, small: ReadonlySet<string>) =>
  rates
    .filter(({ group, rate }) => rate.estimate !== null && !small.has(group))
    .sort((one, other) => (other.rate.estimate ?? 0) - (one.rate.estimate ?? 0));

function widthOf(cell: StabilityCell, small: ReadonlySet<string>): number {
  const ordered = known(cell, small);
  return (ordered[0]?.rate.estimate ?? 0) - (ordered.at(-1)?.rate.estimate ?? 0);
}

function tableOf(result: StabilityResult, column: string): TextTable {
  const rows = variantsOf(result, column).flatMap(({ label, cells }) =>
    cells.flatMap((cell) =>
      cell.rates.map(({ group, rate }) => [
        label,
        cleanText(group),
        formatPlain(cell.lambda),
        repeatedText(cell, rate, formatProbability),
      ]),
    ),
  );
  return { columns: say.ratesColumns().map(sentence), rows };
}
