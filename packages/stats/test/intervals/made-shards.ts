/** Means of `shards` shards of `entities` entities with mean 0, and what the interval is made of. */
export function makeShards(shards: number, entities: number, draw: () => Float64Array) {
  const means = Array.from({ length: shards }, draw);
  const grand = new Float64Array(entities);
  for (const mean of means)
    for (let i = 0; i < entities; i++) grand[i] = (grand[i] as number) + (mean[i] as number) / shards;
  const squares = new Float64Array(entities);
  for (const mean of means) {
    for (let i = 0; i < entities; i++) {
      mean[i] = (mean[i] as number) - (grand[i] as number);
      squares[i] = (squares[i] as number) + (mean[i] as number) ** 2;
    }
  }
  const statistic = Math.max(
    ...grand.map((mean, i) => Math.abs(mean) / Math.sqrt((squares[i] as number) / shards / (shards - 1))),
  );
  return { deviations: means, statistic };
}
