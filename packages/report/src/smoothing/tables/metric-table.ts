import type { SmoothingMetric, SmoothingResult } from '@dpfair/result';
import type { TextTable } from '../../figure.js';
import { cleanText, formatNumber, formatPlain, formatWhole } from '../../format/index.js';
import { metricTableWords as say } from '../../messages/smoothing/metric-messages.js';
import { sentence } from '../../words/index.js';
import { metricOf } from '../smoothed.js';
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
  const unseen = unseenWords(weights.slice(counting.length));
  const [first] = counting;
  const sentences = [say.metric(metricWords(metric)), ...scalesWords(result, metric)];
  if (first === undefined) return [[...sentences, say.none()].join(' ')];
  if (counting.every(({ scale }) => scale === first.scale)) {
    const equal = say.equal(
      formatWhole(counting.length),
      counting.length === weights.length,
      formatNumber(first.scale),
    );
    return [[...sentences, equal, ...unseen].join(' ')];
  }
  const shown = counting.slice(0, MOST_WEIGHTS);
  const which =
    shown.length === counting.length
      ? say.counting()
      : say.most(formatWhole(shown.length), formatWhole(counting.length));
  return [
    [...sentences, ...unseen, which].join(' '),
    {
      columns: [say.column(), say.distance(), say.equals()],
      rows: shown.map(({ column, scale }) => [column, formatNumber(scale), formatNumber(0.1 / scale)]),
    },
  ];
}

/** That the numbers are those at the first of several scales. */
function scalesWords({ runs }: SmoothingResult, { constant }: SmoothingMetric): readonly string[] {
  return runs.length < 2 ? [] : [say.first(formatPlain(constant))];
}

function unseenWords(unseen: readonly Weight[]): readonly string[] {
  if (unseen.length === 0) return [];
  const names = unseen.slice(0, MOST_HELD).map(({ column }) => cleanText(column));
  const more = unseen.length > MOST_HELD ? formatWhole(unseen.length - MOST_HELD) : null;
  return [`${sentence(say.unseen(names, more))}.`];
}
