/** A part of a stack at one place: from where to where. */
export interface Slice {
  readonly x: number;
  readonly from: number;
  readonly to: number;
}

/** One layer of a stack: what it adds above zero, and what it takes below. */
export interface StackedPart {
  readonly above: readonly Slice[];
  readonly below: readonly Slice[];
}

/**
 * Stacks parts that may be negative: at each place the positive ones stand on one another above zero, the negative ones hang below.
 * Places where a part is not known are left out of all.
 *
 * @param x places, ascending
 * @param parts one list a part, as long as `x`
 */
export function stacked(x: readonly number[], parts: readonly (readonly (number | null)[])[]): readonly StackedPart[] {
  const known = x.flatMap((at, k) => (parts.every((part) => (part[k] ?? null) !== null) ? [{ at, k }] : []));
  const [tops, bottoms] = [known.map(() => 0), known.map(() => 0)];
  const slices = (part: readonly (number | null)[], ends: number[], sign: 1 | -1) =>
    known.map(({ at, k }, place): Slice => {
      const from = ends[place] as number;
      const to = from + sign * Math.max(0, sign * (part[k] as number));
      ends[place] = to;
      return { x: at, from, to };
    });
  return parts.map((part) => ({ above: slices(part, tops, 1), below: slices(part, bottoms, -1) }));
}
