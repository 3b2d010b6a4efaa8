/** Fewer entities than this are not cut into tenths. */
const FEWEST_ENTITIES = 20;

/**
 * Entities in ten groups of equal size by their truth, the smallest first; ranks break ties in the order of the input.
 *
 * @param counts whether an entity takes part. @returns ten lists of indices, or none when fewer than 20 take part.
 */
export function tenthsBySize(truth: Float64Array, counts: (entity: number) => boolean): readonly (readonly number[])[] {
  const at = (i: number) => truth[i] as number;
  const order = Array.from(truth.keys())
    .filter(counts)
    .sort((first, second) => at(first) - at(second) || first - second);
  if (order.length < FEWEST_ENTITIES) return [];
  return Array.from({ length: 10 }, (_, tenth) =>
    order.slice(Math.floor((order.length * tenth) / 10), Math.floor((order.length * (tenth + 1)) / 10)),
  );
}
