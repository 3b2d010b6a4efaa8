import type { SmoothedGroup, SmoothingResult, SmoothingRun } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { drawDots } from '../../figures/dots/draw-dots.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { neutrals, seriesStyle } from '../../figures/drawing/theme.js';
import { cleanText, formatPercent, formatProbability, formatWhole } from '../../format/index.js';
import { smoothingFigureWords as say } from '../../messages/smoothing/figure-messages.js';
import { sentence } from '../../words/index.js';
import { fraction, headRun, nameOf } from '../smoothed.js';
import { type GroupMeasure, groupMeasures } from './group-measures.js';

/** More groups are in the table only. */
const MOST_GROUPS = 24;

/** Each group before and after smoothing under the first metric, those that lose most first; null with fewer than two groups. */
export function beforeAfter(result: SmoothingResult): FigureDraft | null {
  const run = headRun(result);
  const measures = groupMeasures(result);
  const ranking = measures.at(-1);
  if (run === null || ranking === undefined) return null;
  const known = run.groups.filter((group) => measures.some(({ of }) => of(group).smoothed.estimate !== null));
  if (known.length < 2) return null;
  const ranked = [...known].sort((one, other) => lossIn(ranking, other) - lossIn(ranking, one));
  const shown = ranked.slice(0, MOST_GROUPS);
  const left = ranked.length - shown.length;
  const title = finding(ranking, ranked);
  const panels = measures.map(({ name, of }) => ({
    name,
    write: formatPercent,
    series: [
      { style: 0, hollow: true, values: shown.map((group) => of(group).model) },
      { style: 0, hollow: false, values: shown.map((group) => of(group).smoothed) },
    ],
  }));
  const { colour, shape } = seriesStyle(0);
  const legend = [
    { text: sentence(say.before()), colour: neutrals.paper.light, shape },
    { text: sentence(say.after()), colour, shape },
  ];
  return {
    id: 'before-after',
    title,
    explanation: say.groupsExplanation(left === 0 ? null : formatWhole(left)),
    altText: say.groupsAlt(formatWhole(shown.length), title),
    draw: (layout) =>
      drawDots(
        shown.map((group) => nameOf(run, group)),
        panels,
        legend,
        layout,
      ),
    table: tableOf(run, ranked, measures),
  };
}

function lossIn({ of }: GroupMeasure, group: SmoothedGroup): number {
  const { model, smoothed } = of(group);
  return model.estimate === null || smoothed.estimate === null
    ? Number.NEGATIVE_INFINITY
    : model.estimate - smoothed.estimate;
}

/** Who loses most, by the estimates: losses have no intervals of their own. Of a class that is not the right one nothing is lost. */
function finding(measure: GroupMeasure, [worst]: readonly SmoothedGroup[]): string {
  if (worst === undefined || measure.name !== say.confidence()) return say.groupsPlain();
  const { model, smoothed } = measure.of(worst);
  if (!(lossIn(measure, worst) > 0)) return say.groupsNone(measure.name);
  const texts = [formatProbability(model.estimate), formatProbability(smoothed.estimate)] as const;
  return say.groupsEstimate(cleanText(worst.group), measure.name, ...texts);
}

function tableOf(run: SmoothingRun, groups: readonly SmoothedGroup[], measures: readonly GroupMeasure[]): TextTable {
  const heads = measures.flatMap(({ name }) => [say.beforeOf(name), say.afterOf(name)]);
  return {
    columns: [say.group(), ...heads].map(sentence),
    rows: groups.map((group) => [
      nameOf(run, group),
      ...measures.flatMap(({ of }) => [fraction(of(group).model), fraction(of(group).smoothed)]),
    ]),
  };
}
