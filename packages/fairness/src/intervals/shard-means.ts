/**
 * Independent replicates of an estimate of a vector of n biases: `means[k][i]` is shard k's estimate of the bias of
 * entity i. All shards have the same number of trials.
 */
export interface ShardMeans {
  readonly means: readonly Float64Array[];
}

/** Mean over shards, per entity, added in shard order. */
export function meanOverShards(means: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(means[0]?.length ?? 0);
  for (const shard of means) for (let i = 0; i < sum.length; i++) sum[i] = (sum[i] as number) + (shard[i] as number);
  return sum.map((value) => value / means.length);
}

/** Standard error of the mean over shards, per entity: sqrt(sum of squared deviations / (K (K - 1))). */
export function standardErrorOverShards(means: readonly Float64Array[], mean: Float64Array): Float64Array {
  const squares = new Float64Array(mean.length);
  for (const shard of means) {
    for (let i = 0; i < squares.length; i++) {
      const deviation = (shard[i] as number) - (mean[i] as number);
      squares[i] = (squares[i] as number) + deviation * deviation;
    }
  }
  const shards = means.length;
  return squares.map((square) => Math.sqrt(square / (shards * (shards - 1))));
}

/** Deviations of the chosen entities from their mean, one row a shard. */
export function deviations(
  means: readonly Float64Array[],
  mean: Float64Array,
  entities: readonly number[],
): Float64Array[] {
  return means.map((shard) => Float64Array.from(entities, (i) => (shard[i] as number) - (mean[i] as number)));
}

/** The even-numbered and the odd-numbered shards: two independent halves. */
export function halves(means: readonly Float64Array[]): readonly [Float64Array[], Float64Array[]] {
  return [means.filter((_, k) => k % 2 === 0), means.filter((_, k) => k % 2 === 1)];
}
