import type { PairSearchOfResult, SmoothingResult } from '@dpfair/result';
import type { AxisScale } from '../../axis/index.js';
import type { TextTable } from '../../figure.js';
import type { FigureDraft } from '../../figures/drawing/figure-draft.js';
import { drawLines, type LinePanel } from '../../figures/lines/draw-lines.js';
import type { LineSeries } from '../../figures/lines/line-marks.js';
import { formatNumber, formatProbability, formatWhole, MISSING } from '../../format/index.js';
import { smoothingFigureWords as say } from '../../messages/smoothing/figure-messages.js';
import { sentence } from '../../words/index.js';
import { excessOf as excessText } from '../smoothed.js';
import { excessOfAll, searchName } from '../words/search-words.js';
import { type FoundPair, worstPairs } from '../worst-pairs.js';

const models = ['model', 'smoothed'] as const;
/** Distances are drawn up to this; farther apart answers cannot be. */
const FARTHEST = 1.2;

/** The distance of answers against that of people for the pairs that searches kept, a panel a model; null without pairs that are near enough to be drawn. */
export function pairDistances({ searches }: SmoothingResult): FigureDraft | null {
  const found = models.map((of) => ({ of, pairs: worstPairs(searches, of) })).filter(({ pairs }) => pairs.length > 0);
  const [head] = found;
  if (head === undefined) return null;
  const kinds = [...new Set(found.flatMap(({ pairs }) => pairs.map(({ search }) => searchName(search))))];
  const inputs = found.flatMap(({ pairs }) => pairs.map(({ pair }) => pair.inputDistance));
  const farthest = Math.min(FARTHEST, Math.max(0.05, ...inputs) * 1.08);
  const x = {
    scale: { type: 'linear', constant: 1, domain: [-0.02 * farthest, farthest] } as AxisScale,
    title: say.input(),
    write: formatNumber,
  };
  const panels = found.map(({ of, pairs }) => panelOf(of, pairs, kinds, x)).filter(({ series }) => series.length > 0);
  if (panels.length === 0) return null;
  const title = sentence(finding(head.of, head.pairs));
  const excess = excessOfAll(searches);
  const y = {
    scale: { type: 'linear', constant: 1, domain: [-0.02, 1.06] } as AxisScale,
    title: say.output(),
    write: formatNumber,
  };
  const count = found.reduce((sum, { pairs }) => sum + pairs.length, 0);
  return {
    id: 'pairs',
    title,
    explanation: say.pairsExplanation(
      found.some(({ of }) => of === 'model'),
      excess === 0 ? null : excessText(excess),
      Math.max(...inputs) > farthest ? formatNumber(FARTHEST) : null,
    ),
    altText: say.pairsAlt(formatWhole(count), title),
    draw: (layout) => drawLines(panels, kinds.slice(0, MOST_KINDS).map(sentence), y, layout),
    table: tableOf(found.flatMap(({ pairs }) => pairs)),
  };
}

/** More searches than there are styles share the last one. */
const MOST_KINDS = 5;

function panelOf(
  of: PairSearchOfResult['of'],
  pairs: readonly FoundPair[],
  kinds: readonly string[],
  x: LinePanel['x'],
): LinePanel {
  const farthest = x.scale.domain[1];
  const excess = of === 'smoothed' ? excessOfAll(pairs.map(({ search }) => search)) : 0;
  const series = kinds.map(
    (kind, at): LineSeries => ({
      style: Math.min(at, MOST_KINDS - 1),
      intervals: 'bars',
      joined: false,
      points: pairs
        .filter(({ search, pair }) => searchName(search) === kind && pair.inputDistance <= farthest)
        .map(({ pair }) => ({ x: pair.inputDistance, y: pair.outputDistance, lower: null, upper: null })),
    }),
  );
  return {
    caption: [sentence(say[of]()), say.pairs(formatWhole(pairs.length))],
    series: series.filter(({ points }) => points.length > 0),
    x,
    guides: [line(0, farthest), ...(excess > 0 ? [line(excess, farthest)] : [])],
  };
}

/** The line of answers that are `excess` farther apart than people, as far as it is inside the panel. */
function line(excess: number, farthest: number) {
  const end = Math.min(farthest, 1 - excess);
  return [0, Math.max(0, end)].map((x) => ({ x, y: x + excess }));
}

function finding(of: PairSearchOfResult['of'], pairs: readonly FoundPair[]): string {
  const excess = excessOfAll(pairs.map(({ search }) => search));
  if (excess >= 1) return say.pairsBlind(say[of]());
  const above = pairs.filter(({ pair }) => pair.outputDistance > pair.inputDistance + excess).length;
  const text = excess === 0 ? null : excessText(excess);
  return say.pairsTitle(say[of](), formatWhole(above), formatWhole(pairs.length), text);
}

function tableOf(pairs: readonly FoundPair[]): TextTable {
  const rows = pairs.map(({ search, pair }) => [
    say[search.of](),
    searchName(search),
    say.line(String(pair.first)),
    pair.second === null ? say.copy() : say.line(String(pair.second)),
    formatNumber(pair.inputDistance),
    formatProbability(pair.outputDistance),
    pair.ratio === null ? MISSING : formatNumber(pair.ratio),
  ]);
  return { columns: say.pairsColumns().map(sentence), rows };
}
