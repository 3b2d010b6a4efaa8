/** Places of values in ascending order. */
export function ascendingOrder(values: Float64Array): Int32Array {
  return Int32Array.from(values.keys()).sort((a, b) => (values[a] as number) - (values[b] as number));
}

/**
 * Ranks from 1 among the rows that are kept, ties sharing the mean of theirs; NaN for rows that are not.
 *
 * @param order see {@link ascendingOrder}
 */
export function midranks(
  values: Float64Array,
  order: Int32Array,
  keeps: (row: number) => boolean = () => true,
): Float64Array {
  const ranks = new Float64Array(values.length).fill(Number.NaN);
  const kept = order.filter(keeps);
  for (let from = 0; from < kept.length; ) {
    let to = from + 1;
    while (to < kept.length && values[kept[to] as number] === values[kept[from] as number]) to++;
    for (let k = from; k < to; k++) ranks[kept[k] as number] = (from + 1 + to) / 2;
    from = to;
  }
  return ranks;
}
