import type { RiskCauseOfRows, TrainingRun } from '@dpfair/result';
import { widen } from '../../../axis/index.js';
import type { TextTable } from '../../../figure.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { drawLines, type LinePanel } from '../../../figures/lines/draw-lines.js';
import { endsOf } from '../../../figures/lines/line-marks.js';
import { linearScale } from '../../../figures/multiples/linear-axis.js';
import {
  cleanText,
  formatCorrelation,
  formatInterval,
  formatNumber,
  formatPlain,
  formatWhole,
} from '../../../format/index.js';
import { trainingFigureWords as say } from '../../../messages/training/figure-messages.js';
import { sentence } from '../../../words/index.js';
import { sideOf } from '../../runs.js';

/** Mean excessive risk of rows against each property that it may come with; null where that was not asked for. */
export function riskCausesFigure({ causes }: TrainingRun, label: string): FigureDraft | null {
  const drawn = causes.filter(({ bins }) => bins.length > 1);
  if (drawn.length === 0) return null;
  const title = finding(drawn);
  const panels = drawn.map(panelOf);
  const y = {
    scale: linearScale(panels.flatMap(({ series }) => endsOf(series))),
    title: say.risk(),
    write: formatNumber,
  };
  return {
    id: 'risk-causes',
    title,
    explanation: say.causesExplanation(sentence(label)),
    altText: say.causesAlt(formatWhole(drawn.length), title),
    draw: (layout) => drawLines(panels, [], y, layout),
    table: tableOf(causes),
  };
}

/** The property with the strongest correlation whose interval does not hold zero. */
function finding(causes: readonly RiskCauseOfRows[]): string {
  const clear = causes.filter(({ correlation }) => ['above', 'below'].includes(sideOf(correlation)));
  const strength = ({ correlation }: RiskCauseOfRows) => Math.abs(correlation.estimate ?? 0);
  const [first] = [...clear].sort((one, other) => strength(other) - strength(one));
  if (first === undefined) return say.causesTitleNone();
  const { estimate, lower, upper } = first.correlation;
  const text = formatInterval(estimate, lower, upper, formatCorrelation);
  return sideOf(first.correlation) === 'above'
    ? say.causesTitle(say.causes[first.cause](), text)
    : say.causesTitleFalls(say.causes[first.cause](), text);
}

function panelOf({ cause, correlation: { estimate, lower, upper }, bins }: RiskCauseOfRows): LinePanel {
  const points = bins.flatMap(({ middle, risk }) =>
    risk.estimate === null ? [] : [{ x: middle, y: risk.estimate, lower: risk.lower, upper: risk.upper }],
  );
  const places = bins.map(({ middle }) => middle);
  const [from, to] = [Math.min(...places), Math.max(...places)];
  const scale = widen({ type: 'linear', constant: 1, domain: [from, to > from ? to : from + 1] }, 0.05, 0.05);
  return {
    caption: [
      sentence(say.causes[cause]()),
      say.correlation(formatInterval(estimate, lower, upper, formatCorrelation)),
    ],
    series: [{ style: 0, points, intervals: 'bars' }],
    x: { scale, title: say.causes[cause](), write: formatPlain },
  };
}

function tableOf(causes: readonly RiskCauseOfRows[]): TextTable {
  const rows = causes.flatMap(({ cause, correlation, rankCorrelation, reason, bins }) => {
    const about = [
      say.causes[cause](),
      reason === null ? measured(correlation, formatCorrelation) : cleanText(reason),
      measured(rankCorrelation, formatCorrelation),
    ];
    return bins.map(({ from, to, rows: count, risk }) => [
      ...about,
      say.range(formatNumber(from), formatNumber(to)),
      formatWhole(count),
      measured(risk, formatNumber),
    ]);
  });
  return { columns: say.causesColumns().map(sentence), rows };
}

function measured(
  { estimate, lower, upper }: RiskCauseOfRows['correlation'],
  write: (value: number | null) => string,
): string {
  return formatInterval(estimate, lower, upper, write);
}
