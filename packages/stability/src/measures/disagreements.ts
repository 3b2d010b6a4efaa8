// Huang and Vishnoi, Stable and Fair Classification (ICML 2019), section 4: the measure stab.

/** How often classifiers differ from one another on the same rows. */
export interface Disagreements {
  readonly classifiers: number;
  readonly rows: number;
  /** Rows on which two classifiers differ, on average over all pairs. Null for fewer than two. */
  readonly mean: number | null;
  /** For each classifier, the rows on which it differs from another one, on average over the others. Empty for fewer than two. */
  readonly ofEach: Float64Array;
}

/**
 * The number of rows on which classifiers differ, over all n (n - 1) / 2 pairs, without looking at a pair: where k of the n say yes, one that
 * says yes differs from n - k others and one that says no from k. O(rows x classifiers).
 *
 * @param predictions of each classifier, one number a row: 1 for the favourable class, 0 for the other.
 * @example
 * disagreements([Uint8Array.of(1, 0), Uint8Array.of(1, 1), Uint8Array.of(0, 1)]).mean // 4 / 3
 */
export function disagreements(predictions: readonly Uint8Array[]): Disagreements {
  const classifiers = predictions.length;
  const rows = predictions[0]?.length ?? 0;
  if (classifiers < 2) return { classifiers, rows, mean: null, ofEach: new Float64Array(0) };
  const yes = new Int32Array(rows);
  for (const one of predictions)
    for (let row = 0; row < rows; row++) yes[row] = (yes[row] as number) + (one[row] as number);
  const ofEach = Float64Array.from(predictions, (one) => {
    let others = 0;
    for (let row = 0; row < rows; row++)
      others += one[row] === 1 ? classifiers - (yes[row] as number) : (yes[row] as number);
    return others / (classifiers - 1);
  });
  let pairs = 0;
  for (const count of yes) pairs += count * (classifiers - count);
  return { classifiers, rows, mean: (2 * pairs) / (classifiers * (classifiers - 1)), ofEach };
}
