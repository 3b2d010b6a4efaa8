/**
 * Names of the bands of a number: below the first end, from each end to below the next, from the last on. Where all are whole numbers
 * the name says the last one in the band.
 *
 * @param ends where each band but the first begins, ascending
 * @param whole whether the numbers that are sorted into the bands are whole
 * @example
 * bandNames([30, 45], true); // ['under 30', '30 to 44', '45 and over']
 */
export function bandNames(ends: readonly number[], whole: boolean): string[] {
  const inside = ends.slice(0, -1).map((from, at) => {
    const to = ends[at + 1] as number;
    if (!whole || !ends.every(Number.isInteger)) return `${from} to under ${to}`;
    return to - from === 1 ? `${from}` : `${from} to ${to - 1}`;
  });
  return [`under ${ends[0]}`, ...inside, `${ends.at(-1)} and over`];
}

/** Number of the band that a value is in, from 0: how many ends are not above it. */
export function bandOf(value: number, ends: readonly number[]): number {
  let band = 0;
  while (band < ends.length && (ends[band] as number) <= value) band++;
  return band;
}
