import type { GroupOutcome, GroupPath, TrainingPath, TrainingRun } from '@dpfair/result';
import type { TextTable } from '../../../figure.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { cleanText, formatConfidence, formatInterval, formatNumber, formatWhole } from '../../../format/index.js';
import { trainingFigureWords as say } from '../../../messages/training/figure-messages.js';
import { sentence } from '../../../words/index.js';
import { sideOf } from '../../runs.js';
import { bearingMost } from '../../verdict/who-bears.js';
import { shownGroups } from '../multiples/shown-groups.js';
import { type AreaPanel, drawAreas } from './draw-areas.js';

/** The parts of the excessive risk from clipping and from noise along the training, a panel a group; null where nothing was tracked, or a log was. */
export function learningFigure(run: TrainingRun, label: string): FigureDraft | null {
  const { path } = run;
  const shown = shownGroups(run);
  if (path === null || path.step.length < 2 || shown.length === 0) return null;
  const known = path.groups.some(({ clippingPart }) => clippingPart.some((value) => value !== null));
  if (!known) return null;
  const title = finding(run);
  const all = formatWhole(run.groups.length);
  const more = shown.length < run.groups.length ? say.notAll(formatWhole(shown.length), all) : '';
  return {
    id: 'learning',
    title,
    explanation: say.learningExplanation(sentence(label), formatConfidence(run.confidence)) + sampledNote(run) + more,
    altText: say.learningAlt(formatWhole(shown.length), title),
    draw: (layout) => drawAreas(panelsOf(run, path, shown), [say.clippingPart(), say.noisePart()], say.line(), layout),
    table: tableOf(path),
  };
}

/** That lines are of a sample of the rows; nothing where all rows were followed. */
function sampledNote({ path, population: { rows } }: TrainingRun): string {
  if (path === null || path.rows === null || rows.training === null || path.rows >= rows.training) return '';
  return say.sampled(formatWhole(path.rows), formatWhole(rows.training));
}

function finding(run: TrainingRun): string {
  const [worst, ...rivals] = bearingMost(run);
  if (worst === undefined || rivals.length > 0 || sideOf(run.gap) !== 'above') return say.learningTitleUnsure();
  const name = cleanText(worst.group);
  const { clippingPart, noisePart } = worst;
  if ((clippingPart.lower ?? Number.NaN) > (noisePart.upper ?? Number.NaN))
    return say.learningTitle(name, say.clipping());
  if ((noisePart.lower ?? Number.NaN) > (clippingPart.upper ?? Number.NaN)) return say.learningTitle(name, say.noise());
  return say.learningTitleOpen(name);
}

function panelsOf({ groups }: TrainingRun, path: TrainingPath, shown: readonly number[]): readonly AreaPanel[] {
  return shown.flatMap((at) => {
    const [along, outcome] = [path.groups[at], groups[at]];
    if (along === undefined || outcome === undefined) return [];
    const { clippingPart, noisePart, excessiveRisk, lower, upper } = along;
    const data = { x: path.step, parts: [clippingPart, noisePart], line: excessiveRisk, lower, upper };
    return [{ caption: captionOf(outcome), data }];
  });
}

/** The name of a group, and its excessive risk in the end. */
export function captionOf({
  group,
  excessiveRisk: { estimate, lower, upper },
}: GroupOutcome): readonly [string, string] {
  return [cleanText(group), formatInterval(estimate, lower, upper, formatNumber)];
}

function tableOf({ step, groups }: TrainingPath): TextTable {
  const row = (path: GroupPath) => (at: number, k: number) => [
    cleanText(path.group),
    formatWhole(at),
    formatNumber(path.nonPrivateLoss[k] ?? null),
    formatNumber(path.loss[k] ?? null),
    formatInterval(path.excessiveRisk[k] ?? null, path.lower[k] ?? null, path.upper[k] ?? null, formatNumber),
    formatNumber(path.clippingPart[k] ?? null),
    formatNumber(path.noisePart[k] ?? null),
  ];
  return { columns: say.learningColumns().map(sentence), rows: groups.flatMap((path) => step.map(row(path))) };
}
