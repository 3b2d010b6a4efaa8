/** Mean over repetitions of the excessive risk of each row; there is at least one repetition. */
export function meanRisks(repetitions: readonly Float64Array[]): Float64Array {
  const first = repetitions[0] as Float64Array;
  return first.map(
    (_, row) => repetitions.reduce((sum, risks) => sum + (risks[row] as number), 0) / repetitions.length,
  );
}
