import type { GroupPath, TrainingPath, TrainingRun } from '@dpfair/result';
import { signedScale } from '../../../axis/index.js';
import type { TextTable } from '../../../figure.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { drawLines, type LinePanel } from '../../../figures/lines/draw-lines.js';
import { endsOf } from '../../../figures/lines/line-marks.js';
import { cleanText, formatInterval, formatNumber, formatPercent, formatWhole } from '../../../format/index.js';
import { trainingFigureWords as say } from '../../../messages/training/figure-messages.js';
import { sentence } from '../../../words/index.js';
import { shownGroups } from '../multiples/shown-groups.js';

const terms = ['clippingFirst', 'clippingSecond', 'direction', 'magnitude', 'noise'] as const;

/** The terms of single steps, a panel a group; null where nothing was tracked. */
export function termsFigure(run: TrainingRun, label: string): FigureDraft | null {
  const { path } = run;
  const shown = shownGroups(run);
  if (path === null || path.step.length < 3 || shown.length === 0) return null;
  const title = finding(path, shown);
  const last = Math.max(1, ...path.step);
  const x = {
    scale: { type: 'linear', constant: 1, domain: [0, last] },
    title: say.step(),
    write: formatWhole,
  } as const;
  const panels = shown.flatMap((at): LinePanel[] => {
    const [along, outcome] = [path.groups[at], run.groups[at]];
    if (along === undefined || outcome === undefined) return [];
    const clipped = outcome.clipRate === null ? '' : say.clipped(formatPercent(outcome.clipRate));
    const series = terms.map((term, style) => ({
      style,
      points: pointsOf(path.step, along[term]),
      intervals: 'band' as const,
    }));
    return [{ caption: [cleanText(along.group), clipped], series, x }];
  });
  const y = {
    scale: signedScale(panels.flatMap(({ series }) => endsOf(series))),
    title: say.termOfStep(),
    write: formatNumber,
  };
  const names = terms.map((term) => say.terms[term]());
  return {
    id: 'step-terms',
    title,
    explanation: say.termsExplanation(sentence(label)),
    altText: say.termsAlt(formatWhole(panels.length), title),
    draw: (layout) => drawLines(panels, names, y, layout),
    table: tableOf(path),
  };
}

/** How large the second-order part of clipping is beside the first-order part, summed over tracked steps and groups. */
function finding({ groups }: TrainingPath, shown: readonly number[]): string {
  const total = (of: (path: GroupPath) => readonly (number | null)[]) =>
    shown.reduce((sum, at) => {
      const path = groups[at];
      return sum + (path === undefined ? 0 : of(path).reduce<number>((all, value) => all + Math.abs(value ?? 0), 0));
    }, 0);
  const [first, second] = [total(({ clippingFirst }) => clippingFirst), total(({ clippingSecond }) => clippingSecond)];
  if (first === 0) return say.termsTitlePlain();
  const ratio = second / first;
  return ratio < 0.1 ? say.termsTitleNegligible() : say.termsTitle(formatNumber(ratio));
}

function pointsOf(step: readonly number[], values: readonly (number | null)[]) {
  return step.flatMap((x, k) => {
    const y = values[k] ?? null;
    return y === null ? [] : [{ x, y, lower: null, upper: null }];
  });
}

function tableOf({ step, groups }: TrainingPath): TextTable {
  const rows = groups.flatMap((path) =>
    step
      .slice(0, -1)
      .map((at, k) => [
        cleanText(path.group),
        formatWhole(at),
        formatNumber(path.clipping[k] ?? null),
        ...terms.map((term) => formatNumber(path[term][k] ?? null)),
        formatNumber(path.descent[k] ?? null),
        formatInterval(
          path.remainder[k] ?? null,
          path.remainderLower[k] ?? null,
          path.remainderUpper[k] ?? null,
          formatNumber,
        ),
      ]),
  );
  const columns = [
    say.group(),
    say.step(),
    say.clippingTerm(),
    ...terms.map((term) => say.terms[term]()),
    say.descent(),
    say.remainder(),
  ];
  return { columns: columns.map(sentence), rows };
}
