import type { SmoothingMetric, SmoothingResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { formatNumber, formatPlain, formatWhole } from '../../format/index.js';
import { metricTableWords as say } from '../../messages/smoothing/metric-messages.js';
import { sentence } from '../../words/index.js';
import { metricOf } from '../smoothed.js';
import { changeWords } from '../words/change-words.js';
import { columnOf } from '../words/column-words.js';
import { metricWords, type Weight, weightsOf } from '../words/metric-words.js';

/** Columns that count most, in a terminal. */
const MOST_WEIGHTS = 5;
/** Columns that count for nothing that are named. */
const MOST_HELD = 5;

/** The metric for a terminal: its norm, where its weights come from, and the columns that count most; nothing where the result does not say. */
export function metricBlocks(result: SmoothingResult): readonly (TextTable | string)[] {
  const metric = metricOf(result);
  if (metric === null) return [];
  const weights = weightsOf(metric);
  const counting = weights.filter(({ scale }) => scale > 0);
  const unseen = unseenWords(weights, counting);
  const [first] = counting;
  const change = changeWords(metric);
  const changes = change === null ? [] : [`${sentence(change)}.`];
  const sentences = [say.metric(metricWords(metric)), ...scalesWords(result, metric)];
  if (first === undefined) return [[...sentences, say.none()].join(' ')];
  if (counting.every(({ scale }) => scale === first.scale)) {
    const equal = say.equal(
      formatWhole(counting.length),
      counting.length === weights.length,
      formatNumber(first.scale),
    );
    return [[...sentences, equal, ...changes, ...unseen].join(' ')];
  }
  const shown = counting.slice(0, MOST_WEIGHTS);
  const isScaled = shown.some(({ deviation }) => deviation !== 1);
  const which =
    shown.length === counting.length
      ? say.counting()
      : say.most(formatWhole(shown.length), formatWhole(counting.length));
  return [
    [...sentences, ...changes, ...unseen, which].join(' '),
    {
      columns: [say.column(), say.distance(), say.equals(), ...(isScaled ? [say.inFile()] : [])],
      rows: shown.map(({ column, scale, deviation }) => [
        column,
        formatNumber(scale),
        formatNumber(0.1 / scale),
        ...(isScaled ? [formatNumber((0.1 * deviation) / scale)] : []),
      ]),
    },
  ];
}

/** That the numbers are those at the first of several scales. */
function scalesWords({ runs }: SmoothingResult, { constant }: SmoothingMetric): readonly string[] {
  return runs.length < 2 ? [] : [say.first(formatPlain(constant))];
}

/** Columns that count for nothing; levels of one column are that column where none of them counts. */
function unseenWords(weights: readonly Weight[], counting: readonly Weight[]): readonly string[] {
  const unseen = weights.slice(counting.length).map(({ column }) => column);
  if (unseen.length === 0) return [];
  const seen = new Set(counting.map(({ column }) => columnOf(column)));
  const names = unseen.map((name) => {
    const column = columnOf(name);
    const isAlone = unseen.filter((other) => columnOf(other) === column).length === 1;
    return seen.has(column) || isAlone ? name : column;
  });
  const each = [...new Set(names)];
  const more = each.length > MOST_HELD ? formatWhole(each.length - MOST_HELD) : null;
  return [`${sentence(say.unseen(each.slice(0, MOST_HELD), more))}.`];
}
