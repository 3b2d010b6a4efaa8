import type { Pruning } from '@dpfair/result';
import type { TextTable } from '../../../figure.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { drawLines, type LinePanel } from '../../../figures/lines/draw-lines.js';
import { endsOf, type LineSeries } from '../../../figures/lines/line-marks.js';
import { linearScale } from '../../../figures/multiples/linear-axis.js';
import { cleanText, formatNumber, formatPercent, formatWhole } from '../../../format/index.js';
import { trainingFigureWords as say } from '../../../messages/training/figure-messages.js';
import { sentence } from '../../../words/index.js';
import { MOST_PANELS } from '../multiples/shown-groups.js';

type PrunedGroup = Pruning['groups'][number];

/** Loss that pruning adds to each group against the rate, with its bound; null where nothing was pruned at two rates. */
export function pruningFigure(pruning: readonly Pruning[]): FigureDraft | null {
  const rates = [...new Set(pruning.map(({ rate }) => rate))].sort((one, other) => one - other);
  const names = [...new Set(pruning.flatMap(({ groups }) => groups.map(({ group }) => group)))];
  if (rates.length < 2 || names.length === 0) return null;
  const scale = { type: 'linear', constant: 1, domain: [0, Math.max(...rates)] } as const;
  const x = { scale, title: say.rate(), write: formatPercent };
  const panels = names.slice(0, MOST_PANELS).map(
    (group): LinePanel => ({
      caption: [cleanText(group), ''],
      series: seriesOf(pruning, group),
      x,
    }),
  );
  const y = {
    scale: linearScale(panels.flatMap(({ series }) => endsOf(series))),
    title: say.lossAdded(),
    write: formatNumber,
  };
  const retrained = pruning.filter(({ method }) => method === 'equalised-loss');
  const equalised = retrained.every(({ keepsPrivacy }) => keepsPrivacy) ? say.equalised() : say.equalisedNotPrivate();
  const legend = [say.magnitude(), say.bound(), ...(retrained.length > 0 ? [equalised] : [])];
  const title = finding(pruning);
  return {
    id: 'pruning',
    title,
    explanation: say.pruningExplanation(),
    altText: say.pruningAlt(formatWhole(panels.length), title),
    draw: (layout) => drawLines(panels, legend, y, layout),
    table: tableOf(pruning),
  };
}

function seriesOf(pruning: readonly Pruning[], group: string): readonly LineSeries[] {
  const line = (method: Pruning['method'], style: number, of: (one: PrunedGroup) => number | null): LineSeries => ({
    style,
    intervals: 'bars',
    points: pruning
      .filter((one) => one.method === method)
      .sort((one, other) => one.rate - other.rate)
      .flatMap(({ rate, groups }) => {
        const found = groups.find((one) => one.group === group);
        const y = found === undefined ? null : of(found);
        return y === null ? [] : [{ x: rate, y, lower: null, upper: null }];
      }),
  });
  return [
    line('magnitude', 0, ({ excessiveLoss }) => excessiveLoss),
    line('magnitude', 1, ({ bound }) => bound),
    line('equalised-loss', 2, ({ excessiveLoss }) => excessiveLoss),
  ].filter(({ points }) => points.length > 0);
}

/** Who loses most and least at the largest rate of plain pruning. */
function finding(pruning: readonly Pruning[]): string {
  const [most] = pruning.filter(({ method }) => method === 'magnitude').sort((one, other) => other.rate - one.rate);
  const groups = (most?.groups ?? []).filter(({ excessiveLoss }) => excessiveLoss !== null);
  const [worst] = [...groups].sort((one, other) => (other.excessiveLoss ?? 0) - (one.excessiveLoss ?? 0));
  const [best] = [...groups].sort((one, other) => (one.excessiveLoss ?? 0) - (other.excessiveLoss ?? 0));
  if (most === undefined || worst === undefined || best === undefined || worst === best) return say.pruningTitlePlain();
  return say.pruningTitle(
    formatPercent(most.rate),
    cleanText(worst.group),
    formatNumber(worst.excessiveLoss),
    cleanText(best.group),
    formatNumber(best.excessiveLoss),
  );
}

function tableOf(pruning: readonly Pruning[]): TextTable {
  const rows = pruning.flatMap(({ method, rate, distance, gap, groups, keepsPrivacy }) =>
    groups.map((group) => [
      method === 'magnitude' ? say.magnitude() : say.equalised(),
      say.keepsPrivacy(keepsPrivacy),
      formatPercent(rate),
      cleanText(group.group),
      formatNumber(group.excessiveLoss),
      formatNumber(group.bound),
      formatNumber(group.certainBound),
      formatPercent(group.accuracy),
      formatNumber(group.gradientNorm),
      formatNumber(group.largestEigenvalue),
      formatNumber(distance),
      formatNumber(gap),
    ]),
  );
  return { columns: say.pruningColumns().map(sentence), rows };
}
