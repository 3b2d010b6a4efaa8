import type { RiskCauseOfRows } from '@dpfair/result';
import { overRepetitions } from '../summary/over-repetitions.js';
import { ascendingOrder } from './ranks.js';

const BINS = 10;

/** Mean risk in ten bins of about equal size along a property; rows of equal property are never parted, so there may be fewer bins. */
export function riskBins(property: Float64Array, risks: Float64Array, confidence: number): RiskCauseOfRows['bins'] {
  const order = ascendingOrder(property);
  const ends = Array.from({ length: BINS }, (_, k) => Math.round(((k + 1) * order.length) / BINS));
  const bins: RiskCauseOfRows['bins'] = [];
  for (let from = 0; from < order.length; ) {
    let to = ends.find((end) => end > from) as number;
    while (to < order.length && property[order[to] as number] === property[order[to - 1] as number]) to++;
    const rows = order.subarray(from, to);
    const values = Array.from(rows, (row) => property[row] as number);
    bins.push({
      from: values[0] as number,
      to: values.at(-1) as number,
      rows: rows.length,
      middle: values.reduce((sum, value) => sum + value, 0) / values.length,
      risk: overRepetitions(
        Array.from(rows, (row) => risks[row] as number),
        confidence,
      ),
    });
    from = to;
  }
  return bins;
}
