import type { Attacks, Measured, Membership } from '@dpfair/result';
import { logScale } from '../../../axis/index.js';
import type { TextTable } from '../../../figure.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { drawLines, type LinePanel } from '../../../figures/lines/draw-lines.js';
import { cleanText, formatInterval, formatNumber, formatPercent, formatWhole } from '../../../format/index.js';
import { trainingFigureWords as say } from '../../../messages/training/figure-messages.js';
import { sentence } from '../../../words/index.js';
import { MOST_PANELS } from '../multiples/shown-groups.js';

/** Smaller rates are not drawn. */
const LOWEST = 1e-4;

/** How well members are told from others, with the low false positive rates stretched, a panel a group; null where nothing was attacked. */
export function attackFigure({ membership }: Attacks): FigureDraft | null {
  const drawn = membership
    .filter(({ curve }) => curve.some(({ falsePositive }) => falsePositive > 0))
    .slice(0, MOST_PANELS);
  if (drawn.length === 0) return null;
  const rates = drawn.flatMap(({ curve }) =>
    curve.map(({ falsePositive }) => falsePositive).filter((rate) => rate >= LOWEST),
  );
  const scale = { ...logScale([...rates, 1]), domain: [Math.min(0.1, ...rates), 1] } as const;
  const x = { scale, title: say.falsePositive(), write: formatPercent };
  const panels = drawn.map(
    (one): LinePanel => ({
      caption: [groupOf(one), say.area(measured(one.areaUnderCurve))],
      series: [{ style: 0, intervals: 'band', points: pointsOf(one, scale.domain[0]) }],
      x,
      guides: [guesses(scale.domain[0])],
    }),
  );
  const title = finding(membership);
  return {
    id: 'attacks',
    title,
    explanation: say.attackExplanation(),
    altText: say.attackAlt(formatWhole(drawn.length), title),
    draw: (layout) => drawLines(panels, [], { scale, title: say.truePositive(), write: formatPercent }, layout),
    table: tableOf(membership),
  };
}

/** The group whose members are found best, if better than by guessing. */
function finding(membership: readonly Membership[]): string {
  const groups = membership.filter(({ group, areaUnderCurve }) => group !== null && areaUnderCurve.estimate !== null);
  const area = ({ areaUnderCurve }: Membership) => areaUnderCurve.estimate ?? 0;
  const [best] = groups
    .filter(({ areaUnderCurve }) => (areaUnderCurve.lower ?? 0) > 0.5)
    .sort((one, other) => area(other) - area(one));
  return best === undefined ? say.attackTitleNone() : say.attackTitle(groupOf(best), measured(best.areaUnderCurve));
}

/** The name of a group; all rows have a name of ours. */
export function groupOf({ group }: Membership): string {
  return group === null ? say.allRows() : cleanText(group);
}

function pointsOf({ curve }: Membership, lowest: number) {
  return curve.flatMap(({ falsePositive, truePositive, lower, upper }) =>
    falsePositive >= lowest ? [{ x: falsePositive, y: truePositive, lower, upper }] : [],
  );
}

/** The line of mere guessing. */
function guesses(from: number) {
  return [from, 1].map((x) => ({ x, y: x }));
}

const measured = ({ estimate, lower, upper }: Measured) => formatInterval(estimate, lower, upper, formatNumber);

function tableOf(membership: readonly Membership[]): TextTable {
  const rows = membership.flatMap((one) =>
    one.curve.map(({ falsePositive, truePositive, lower, upper }) => [
      groupOf(one),
      formatPercent(falsePositive),
      formatInterval(truePositive, lower, upper, formatPercent),
    ]),
  );
  return { columns: say.attackColumns().map(sentence), rows };
}
