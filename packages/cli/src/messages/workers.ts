/**
 * Workers were lost and their shards run again.
 *
 * @param again shards that were run again
 * @param shards all shards of the run
 * @param lost workers that were lost; more than `again` when a shard was lost more than once
 * @param reason why the first was lost
 */
export function workerCrashed(again: number, shards: number, lost: number, reason: string): string {
  const times = lost === 1 ? 'a worker was lost' : `workers were lost ${lost} times`;
  return (
    `${again} of ${shards} shards of the simulation ${again === 1 ? 'was' : 'were'} run again because ${times} ` +
    `(${reason}); the numbers are the same as without`
  );
}
