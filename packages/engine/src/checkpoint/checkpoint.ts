/**
 * Where the parts of a run are kept between one process and the next. An implementation must give back what was written
 * to it bit for bit, and throw rather than give a part of another run. A part counts as done once `write` has resolved.
 */
export interface Checkpoint<Part> {
  /** Whether the part of shard `index` (from 0) is kept. */
  has(index: number): boolean | Promise<boolean>;
  /** The part of a shard for which `has` is true. */
  read(index: number): Part | Promise<Part>;
  /** Keeps a part; after a crash in the middle it is kept wholly or not at all. */
  write(index: number, part: Part): void | Promise<void>;
}
