import { noWeightFor, unknownColumn } from '../messages.js';
import type { Metric } from './metric.js';
import { metricFromWeights } from './weights.js';

/**
 * The metric of a table that names a weight for each column, in any order.
 *
 * @param table Column -> weight, finite, 0 or more.
 * @param columns The columns of the data, in order. A column `name=value` that has no weight of its own takes that of `name`.
 * @param otherwise Weight of columns that the table does not name; without it each must be named.
 * @throws DpfairError input for a name that is not among the columns, and for a column without a weight; domain for a bad weight.
 * @example
 * metricFromTable(1, new Map([['hours', 2], ['age', 1]]), ['age', 'hours']).scales // Float64Array(2) [ 1, 2 ]
 */
export function metricFromTable(
  norm: number,
  table: ReadonlyMap<string, number>,
  columns: readonly string[],
  otherwise?: number,
): Metric {
  const used = new Set<string>();
  const weights = columns.map((column) => {
    const base = column.split('=', 1)[0] as string;
    const name = table.has(column) ? column : base;
    if (table.has(name)) used.add(name);
    const weight = table.get(name) ?? otherwise;
    if (weight === undefined) throw noWeightFor(column);
    return weight;
  });
  for (const name of table.keys()) if (!used.has(name)) throw unknownColumn(name, columns);
  return metricFromWeights(norm, weights, columns);
}
