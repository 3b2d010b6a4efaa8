import type { TrainingPath, TrainingRun } from '@dpfair/result';
import type { TextTable } from '../../../figure.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { cleanText, formatNumber, formatWhole } from '../../../format/index.js';
import { trainingFigureWords as say } from '../../../messages/training/figure-messages.js';
import { sentence } from '../../../words/index.js';
import { sideOf } from '../../runs.js';
import { shownGroups } from '../multiples/shown-groups.js';
import { drawAreas } from './draw-areas.js';
import { captionOf } from './learning-figure.js';

/** The terms of the steps, added up along the training, a panel a group; null where nothing was tracked. */
export function sumsFigure(run: TrainingRun, label: string): FigureDraft | null {
  const { path } = run;
  const shown = shownGroups(run);
  if (path === null || path.step.length < 2 || shown.length === 0) return null;
  const title = finding(run);
  const withPath = path.groups.some(({ accumulatedPath }) => accumulatedPath.slice(1).some((value) => value !== null));
  const panels = shown.flatMap((at) => {
    const [along, outcome] = [path.groups[at], run.groups[at]];
    if (along === undefined || outcome === undefined) return [];
    const sums = [along.accumulatedClipping, along.accumulatedNoise];
    const parts = withPath ? [...sums, along.accumulatedPath] : sums;
    const data = { x: path.step, parts, line: along.excessiveRisk, lower: along.lower, upper: along.upper };
    return [{ caption: captionOf(outcome), data }];
  });
  const names = [say.sumClipping(), say.sumNoise(), say.sumPath()];
  return {
    id: 'step-sums',
    title,
    explanation: withPath ? say.sumsExplanation(sentence(label)) : say.sumsExplanationOfLog(sentence(label)),
    altText: say.sumsAlt(formatWhole(panels.length), title),
    draw: (layout) => drawAreas(panels, withPath ? names : names.slice(0, 2), say.line(), layout),
    table: tableOf(path),
  };
}

/** Said of the group that bears most, where the sum of its clipping terms is clearly more than what it bears. */
function finding({ groups, gap }: TrainingRun): string {
  const worst = groups.find(({ group }) => group === gap.most);
  if (worst === undefined || sideOf(worst.excessiveRisk) !== 'above') return say.sumsTitlePlain();
  const { clipping, excessiveRisk, path } = worst;
  const repaired = sideOf(path) === 'below';
  const most = (clipping.lower ?? 0) > 2 * (excessiveRisk.upper ?? Number.POSITIVE_INFINITY);
  if (!(repaired && most)) return say.sumsTitlePlain();
  return say.sumsTitle(cleanText(worst.group), formatNumber(clipping.estimate), formatNumber(excessiveRisk.estimate));
}

function tableOf({ step, groups }: TrainingPath): TextTable {
  const rows = groups.flatMap((path) =>
    step.map((at, k) => [
      cleanText(path.group),
      formatWhole(at),
      ...[path.accumulatedClipping, path.accumulatedNoise, path.accumulatedPath, path.excessiveRisk].map((column) =>
        formatNumber(column[k] ?? null),
      ),
    ]),
  );
  return { columns: say.sumsColumns().map(sentence), rows };
}
