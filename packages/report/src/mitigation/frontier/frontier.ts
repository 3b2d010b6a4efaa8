import type { MitigationResult } from '@dpfair/result';
import { sizeScale, widen } from '../../axis/index.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { drawFrontier, type FrontierAxis } from '../../figures/frontier/draw-frontier.js';
import type { FrontierMark } from '../../figures/frontier/frontier-mark.js';
import { formatDollars, formatEpsilon, formatNumber, formatPercent, formatWhole } from '../../format/index.js';
import { type OutcomeUnit, outcomeUnit } from '../../measure/index.js';
import { mitigationMessages as say } from '../../messages/mitigation-messages.js';
import { sentence } from '../../words/index.js';
import { mitigationColumns } from '../mitigation-columns.js';
import { frontierFinding } from '../mitigation-verdict.js';
import { auditView, comparisonsOf } from '../views.js';
import { frontierPoints, type PriceAxis, priceAxis } from './frontier-points.js';

/** Gap against price, a mark for each mitigation and a panel for each budget; null where there is nothing to draw. */
export function frontier(result: MitigationResult): FigureDraft | null {
  const axis = priceAxis(result);
  const comparisons = comparisonsOf(result);
  const panels = comparisons
    .map((comparison) => ({ label: comparison.label, marks: frontierPoints(comparison, axis) }))
    .filter(({ marks }) => marks.length > 1);
  if (panels.length === 0) return null;
  const unit = outcomeUnit(
    auditView(result),
    result.cells.map((cell) => cell.alpha.estimate),
  );
  const [x, y] = axesOf(axis, unit);
  const columns = mitigationColumns(result);
  const count = Math.max(...panels.map(({ marks }) => marks.length));
  return {
    id: 'frontier',
    title: frontierFinding(result) ?? say.frontierPlain(),
    explanation: say.frontierExplain(harmWords(axis, unit), priceWords(axis)),
    altText: say.frontierAlt(priceWords(axis), formatWhole(count), formatWhole(panels.length)),
    draw: (layout) => drawFrontier(panels, x, y, layout),
    table: {
      columns: [say.noise(), say.mitigation(), ...columns.map(({ head }) => head), say.efficientColumn()].map(sentence),
      rows: comparisons.flatMap(({ label, rows }) =>
        rows.map((row) => [
          label,
          row.mitigation.id,
          ...columns.map(({ of }) => of(row)),
          row.mitigation.efficient ? say.yes() : say.no(),
        ]),
      ),
    },
  };
}

const priceWords = (axis: PriceAxis): string =>
  ({ share: say.xMoney(), dollars: say.xDollars(), 'wrong-yes': say.xWrongYes(), epsilon: say.xEpsilon() })[axis];

const harmWords = (axis: PriceAxis, unit: OutcomeUnit): string =>
  axis === 'wrong-yes' ? say.yWrongNo() : say.yGap(unit.header);

const priceText = (axis: PriceAxis) => (value: number) =>
  ({
    share: formatPercent,
    dollars: formatDollars,
    'wrong-yes': formatNumber,
    epsilon: (epsilon: number) => formatEpsilon(epsilon),
  })[axis](value);

/** The axes of all panels, each panel with scales of its own. */
function axesOf(axis: PriceAxis, unit: OutcomeUnit): readonly [FrontierAxis, FrontierAxis] {
  const isCount = axis === 'wrong-yes';
  const x = {
    title: priceWords(axis),
    scale: (marks: readonly FrontierMark[]) => widen(sizeScale(marks.map(({ price }) => price)), 0.03, 0.03),
    factor: 1,
    text: priceText(axis),
    spacing: 70,
  };
  const y = {
    title: harmWords(axis, unit),
    scale: (marks: readonly FrontierMark[]) =>
      widen(
        sizeScale(marks.flatMap(({ harm, upper, lower }) => [harm, upper, ...(lower > 0 ? [lower] : [])])),
        0.02,
        0.04,
      ),
    factor: isCount ? 1 : unit.factor,
    text: isCount ? formatNumber : unit.cell,
    spacing: 22,
  };
  return [x, y];
}
