import type { TrainingResult } from '@dpfair/result';
import { type AxisScale, widen } from '../../../axis/index.js';
import type { FigureDraft } from '../../../figures/drawing/figure-draft.js';
import { drawFrontier, type FrontierAxis } from '../../../figures/frontier/draw-frontier.js';
import type { FrontierMark } from '../../../figures/frontier/frontier-mark.js';
import { formatInterval, formatNumber, formatPoints } from '../../../format/index.js';
import { remedyMessages as say } from '../../../messages/training/remedy-messages.js';
import { remedyComparisons } from '../../remedies.js';
import { remedyTable } from '../../tables/remedy-table.js';
import { remedyWords } from '../../words/remedy-words.js';
import { type RemedyMark, remedyPoints } from './remedy-points.js';

/** Gap against what is lost in accuracy, a mark a remedy and a panel a budget; null where fewer than two can be compared. */
export function remedyFrontier(result: TrainingResult): FigureDraft | null {
  const panels = remedyComparisons(result)
    .map(({ label, remedies }) => ({ label, marks: remedyPoints(result, remedies, (id) => remedyWords(id).label) }))
    .filter(({ marks }) => marks.length > 1);
  if (panels.length === 0) return null;
  const [x, y] = axesOf((result.data?.classes ?? []).length > 0);
  const title = finding(panels);
  return {
    id: 'frontier',
    title,
    explanation: say.frontierExplanation(),
    altText: say.frontierAlt(title),
    draw: (layout) => drawFrontier(panels, x, y, layout),
    table: remedyTable(result),
  };
}

/** The private one with the narrowest gap among the efficient, by the estimates; said with its price. */
function finding([panel]: readonly { readonly marks: readonly RemedyMark[] }[]): string {
  const efficient = (panel?.marks ?? []).filter((mark) => mark.efficient && !mark.warned);
  const narrowest = efficient.at(-1);
  const plain = remedyWords('none').label;
  if (narrowest === undefined || narrowest.label === plain) return say.frontierTitlePlain();
  return say.frontierTitle(
    narrowest.label,
    formatInterval(narrowest.harm, narrowest.lower, narrowest.upper, formatNumber),
    narrowest.levelsDown,
  );
}

/** The axes of all panels, each panel with scales of its own. */
function axesOf(classes: boolean): readonly [FrontierAxis, FrontierAxis] {
  const x = {
    title: classes ? say.xPoints() : say.xError(),
    scale: (marks: readonly FrontierMark[]) => scaleOf(marks.map(({ price }) => price)),
    factor: classes ? 100 : 1,
    text: (value: number) => (classes ? formatPoints(value) : formatNumber(value)),
    spacing: 60,
  };
  const y = {
    title: say.y(),
    scale: (marks: readonly FrontierMark[]) => scaleOf(marks.flatMap(({ lower, upper }) => [lower, upper])),
    factor: 1,
    text: (value: number) => formatNumber(value),
    spacing: 22,
  };
  return [x, y];
}

function scaleOf(values: readonly number[]): AxisScale {
  const high = Math.max(...values);
  return widen({ type: 'linear', constant: 1, domain: [0, high > 0 ? high : 1] }, 0.04, 0.06);
}
