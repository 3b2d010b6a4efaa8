import type { Checkpoint } from './checkpoint.js';

/** Reads every part that a checkpoint keeps of a plan, by index of its shard; none without a checkpoint. */
export async function restoreParts<Part>(
  checkpoint: Checkpoint<Part> | undefined,
  shardCount: number,
): Promise<Map<number, Part>> {
  const parts = new Map<number, Part>();
  if (checkpoint === undefined) return parts;
  for (let index = 0; index < shardCount; index += 1) {
    if (await checkpoint.has(index)) parts.set(index, await checkpoint.read(index));
  }
  return parts;
}
