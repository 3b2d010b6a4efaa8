import type { AuditResult } from '@dpfair/result';
import type { AxisScale } from '../../axis/index.js';
import type { TextTable } from '../../figure.js';
import { cleanText, cutName, formatNumber, formatPlain, formatProbability, formatWhole } from '../../format/index.js';
import { cellGrid, headlineCell, rowOf } from '../../measure/index.js';
import { distanceMessages, compositionMessages as say } from '../../messages/figures/distance-messages.js';
import { atLabel, sentence } from '../../words/index.js';
import { xChannel, yChannel } from '../distance/flip-against-distance.js';
import type { FigureDraft } from '../drawing/figure-draft.js';
import { legendHeight, legendMarks } from '../drawing/legend.js';
import { type Drawing, type Layout, panelGrid } from '../drawing/panel-grid.js';
import { panelSizes } from '../drawing/panel-sizes.js';
import { neutrals, seriesStyle } from '../drawing/theme.js';
import { type CompositionLine, compositionLines, WIDTH } from './composition-lines.js';

/** Parts in the title; of more, those that err most. */
const MOST_NAMED = 3;
/** Longest name of a part in the title and beside its mark. */
const LONGEST = 44;

/** What joining does to the errors of the parts of a rule, at the headline; null where it has not two to five parts. */
export function composition(result: AuditResult): FigureDraft | null {
  const head = headlineCell(result);
  const lines = head === null ? null : compositionLines(head);
  if (head === null || lines === null || lines.every(({ points }) => points.length === 0)) return null;
  const title = finding(atLabel(rowOf(cellGrid(result), head).label), lines, head.entities.id.length);
  const parts = lines.slice(0, -1).map(({ name }) => cutName(name, LONGEST));
  return {
    id: 'composition',
    title,
    explanation: say.explanation(),
    altText: say.alt(parts.join(', '), title),
    draw: (layout) => draw(lines, layout),
    table: tableOf(lines),
  };
}

function finding(at: string, lines: readonly CompositionLine[], entities: number): string {
  const [whole, parts] = [lines.at(-1) as CompositionLine, lines.slice(0, -1)];
  const named = parts.length <= MOST_NAMED ? parts : parts.toSorted((one, other) => other.wrong - one.wrong);
  const words = named
    .slice(0, MOST_NAMED)
    .map(({ name, wrong }) => say.part(formatNumber(wrong), cutName(name, LONGEST)));
  if (parts.length > MOST_NAMED) words.push(say.less());
  const listed = `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
  const texts = [at, formatNumber(whole.wrong), formatWhole(entities), listed] as const;
  const sizes = parts.map(({ wrong }) => wrong);
  if (whole.wrong > Math.max(...sizes)) return sentence(say.titleAdds(...texts));
  return sentence((whole.wrong < Math.min(...sizes) ? say.titleHides : say.title)(...texts));
}

function draw(lines: readonly CompositionLine[], layout: Layout): Drawing {
  const sizes = panelSizes(layout, 1);
  const most = Math.max(...lines.flatMap(({ points }) => points.map(({ mean }) => mean)), 1e-6);
  const scale: AxisScale = { type: 'linear', constant: 1, domain: [0, most * 1.08] };
  const [x, y] = [xChannel(true, sizes), yChannel(scale, sizes, true, say.y())];
  const styles = lines.map((_, index) =>
    index === lines.length - 1
      ? { colour: neutrals.ink.light, shape: 'diamond', dash: [1, 0], width: 2.5 }
      : { ...seriesStyle(index), width: 1.5 },
  );
  const entries = lines.map(({ name }, index) => {
    const { colour, shape } = styles[index] as (typeof styles)[number];
    return { text: cutName(name, LONGEST), colour, shape };
  });
  const legend = { left: 0, top: sizes.height + 62, width: sizes.width };
  const layer = lines.flatMap(({ points }, index) => {
    const { colour, shape, dash, width } = styles[index] as (typeof styles)[number];
    const encoding = { x: { ...x, field: 'distance' }, y: { ...y, field: 'mean' } };
    const data = { values: points.map(({ distance, mean }) => ({ distance, mean })) };
    return [
      { data, encoding, mark: { type: 'line', color: colour, strokeDash: [...dash], strokeWidth: width } },
      { data, encoding, mark: { type: 'point', shape, size: 30, filled: true, color: colour, opacity: 1 } },
    ];
  });
  return panelGrid([[{ caption: null, layer: [...layer, ...legendMarks(entries, legend)] }]], {
    ...sizes,
    under: 56 + legendHeight(entries, legend.width),
    above: 12,
  });
}

function tableOf(lines: readonly CompositionLine[]): TextTable {
  const whole = lines.at(-1) as CompositionLine;
  const columns = say.columns(lines.slice(0, -1).map(({ name }) => cleanText(name)));
  const rows = whole.points.map(({ distance, entities }, row) => [
    distanceMessages.range(formatPlain(distance - WIDTH / 2), formatPlain(distance + WIDTH / 2)),
    formatWhole(entities),
    ...lines.map(({ points }) => formatProbability(points[row]?.mean ?? null)),
  ]);
  return { columns, rows };
}
