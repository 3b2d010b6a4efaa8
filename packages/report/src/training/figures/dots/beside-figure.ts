import type { Measured, TrainingResult, TrainingRun } from '@dpfair/result';
import { type AxisScale, axisSpec, fitTicks, scaleSpec, shortTick, ticks, widen } from '../../../axis/index.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { type Drawing, type Layout, type Panel, panelGrid } from '../../../figures/drawing/panel-grid.js';
import { neutrals, seriesStyle } from '../../../figures/drawing/theme.js';
import { cleanText, cutName, formatInterval, formatNumber, formatPercent, formatWhole } from '../../../format/index.js';
import { trainingFigureWords as say } from '../../../messages/training/figure-messages.js';
import { sentence } from '../../../words/index.js';

const ROW = 26;

/** One measure of the groups. */
interface Measure {
  readonly name: string;
  readonly values: readonly Measured[];
  readonly write: (value: number | null) => string;
  /** Where a line stands: what no harm is. */
  readonly neutral: number;
}

/** What groups pay in loss beside what they get: excessive risk, error and how well members are found; null where one measure alone is known. */
export function besideFigure({ attacks }: TrainingResult, run: TrainingRun, label: string): FigureDraft | null {
  const shown = run.groups.filter(({ excessiveRisk }) => excessiveRisk.estimate !== null);
  const areas = shown.map(
    ({ group }) => attacks?.membership.find((one) => one.group === group)?.areaUnderCurve ?? nothing,
  );
  const all: Measure[] = [
    { name: say.risk(), values: shown.map(({ excessiveRisk }) => excessiveRisk), write: formatNumber, neutral: 0 },
    {
      name: say.error(),
      values: shown.map(({ accuracy }) => turned(accuracy.private)),
      write: formatPercent,
      neutral: 0,
    },
    { name: say.found(), values: areas, write: formatNumber, neutral: 0.5 },
  ];
  const measures = all.filter(({ values }) => values.some(({ estimate }) => estimate !== null));
  if (shown.length < 2 || measures.length < 2) return null;
  const names = shown.map(({ group }) => cleanText(group));
  const title = finding(names, measures);
  return {
    id: 'risk-and-error',
    title,
    explanation: say.besideExplanation(sentence(label), attacks !== null && attacks.membership.length > 0),
    altText: say.besideAlt(formatWhole(names.length), title),
    draw: (layout) => draw(names, measures, layout),
    table: {
      columns: [say.group(), ...measures.map(({ name }) => name)].map(sentence),
      rows: names.map((name, k) => [name, ...measures.map(({ values, write }) => textOf(values[k] ?? nothing, write))]),
    },
  };
}

const nothing: Measured = { estimate: null, lower: null, upper: null };
const textOf = ({ estimate, lower, upper }: Measured, write: Measure['write']) =>
  formatInterval(estimate, lower, upper, write);
const turned = ({ estimate, lower, upper }: Measured): Measured => ({
  estimate: estimate === null ? null : 1 - estimate,
  lower: upper === null ? null : 1 - upper,
  upper: lower === null ? null : 1 - lower,
});

/** Whether the group with the largest excessive risk is also that with the largest error, where each is one group: by the estimates. */
function finding(names: readonly string[], [risk, error]: readonly Measure[]): string {
  const [worst, other] = [worstOf(names, risk), worstOf(names, error)];
  if (worst === null || other === null || error === undefined) return say.besidePlain();
  return worst === other ? say.besideSame(worst, error.name) : say.besideOther(worst, error.name, other);
}

/** The one group with the largest value; null where several share it. */
function worstOf(names: readonly string[], measure: Measure | undefined): string | null {
  const sizes = measure?.values.map(({ estimate }) => estimate ?? Number.NEGATIVE_INFINITY) ?? [];
  const largest = Math.max(...sizes);
  const [first, second] = names.filter((_, k) => sizes[k] === largest);
  return second === undefined ? (first ?? null) : null;
}

function draw(names: readonly string[], measures: readonly Measure[], layout: Layout): Drawing {
  const narrow = layout === 'narrow';
  const left = narrow ? 116 : 150;
  const columns = narrow ? 1 : measures.length;
  const width = Math.floor(((narrow ? 352 : 960) - left - 12 - (columns - 1) * 24) / columns);
  const height = names.length * ROW + 8;
  const panels = measures.map(
    (measure, k): Panel => ({
      caption: [sentence(measure.name), ''],
      layer: [...marks(measure, names.length, width), ...(narrow || k === 0 ? [labels(names, narrow ? 15 : 20)] : [])],
    }),
  );
  const rows = narrow ? panels.map((panel) => [panel]) : [panels];
  return panelGrid(rows, { width, height, left, right: 12, under: 48, between: 24 });
}

function marks({ values, write, neutral, name }: Measure, rows: number, width: number): Record<string, unknown>[] {
  const known = values.flatMap(({ estimate, lower, upper }, k) =>
    estimate === null ? [] : [{ row: k + 1, estimate, lower: lower ?? estimate, upper: upper ?? estimate }],
  );
  const ends = known.flatMap(({ lower, upper }) => [lower, upper]);
  const [low, high] = [Math.min(neutral, ...ends), Math.max(neutral, ...ends)];
  const scale: AxisScale = widen(
    { type: 'linear', constant: 1, domain: [low, high > low ? high : low + 1] },
    0.04,
    0.06,
  );
  const places = fitTicks(
    ticks(scale, 1, 60 / width, (value) => shortTick(write(value))),
    scale,
    width,
  );
  const x = { type: 'quantitative', scale: scaleSpec(scale), axis: axisSpec(name, places) };
  const y = {
    field: 'row',
    type: 'quantitative',
    scale: { domain: [rows + 0.7, 0.3], nice: false, zero: false },
    axis: null,
  };
  const { colour, shape } = seriesStyle(0);
  return [
    {
      data: { values: [{ neutral }] },
      mark: { type: 'rule', color: neutrals.ink.light, strokeWidth: 1 },
      encoding: { x: { ...x, field: 'neutral' } },
    },
    {
      data: { values: known },
      mark: { type: 'rule', color: colour, strokeWidth: 4, opacity: 0.45 },
      encoding: { y, x: { ...x, field: 'lower' }, x2: { field: 'upper' } },
    },
    {
      data: { values: known },
      mark: { type: 'point', shape, size: 60, filled: true, color: colour, opacity: 1 },
      encoding: { y, x: { ...x, field: 'estimate' } },
    },
  ];
}

function labels(names: readonly string[], longest: number): Record<string, unknown> {
  const scale = { domain: [names.length + 0.7, 0.3], nice: false, zero: false };
  return {
    data: { values: names.map((name, k) => ({ row: k + 1, text: cutName(name, longest) })) },
    mark: { type: 'text', align: 'right', baseline: 'middle', limit: 0, fill: neutrals.ink.light },
    encoding: {
      x: { value: -8 },
      y: { field: 'row', type: 'quantitative', scale, axis: null },
      text: { field: 'text', type: 'nominal' },
    },
  };
}
