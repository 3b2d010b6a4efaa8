/** The result of one shard, with the place of the shard in the plan. */
export interface IndexedPart<Part> {
  /** Place of the shard in what `plan` returned, from 0. */
  readonly index: number;
  readonly part: Part;
}

/**
 * A piece of work that can be cut up: `plan` cuts it into shards, `run` does one of them, `merge` joins what they gave
 * and `finish` draws the conclusion. `plan`, `merge` and `finish` are called on the caller's thread, `run` anywhere.
 *
 * The bytes of the output do not depend on the number of threads as long as a task keeps three rules:
 * the plan depends on the input alone, `run` depends on its input and shard alone (randomness is addressed by what the
 * shard says, never by a worker's state), and `merge` uses the parts in the order in which it gets them.
 *
 * `Input`, `Shard` and `Part` cross a thread boundary, so they are plain data: numbers, strings, arrays, records, maps,
 * sets, typed arrays; no functions and no class instances.
 *
 * @example
 * const harmonicSum: Task<{ terms: number }, number, number, number, string> = {
 *   plan: () => [0, 1, 2, 3],
 *   run({ terms }, shard) {
 *     let sum = 0;
 *     for (let k = shard + 1; k <= terms; k += 4) sum += 1 / k;
 *     return sum;
 *   },
 *   merge: (_input, parts) => parts.reduce((sum, { part }) => sum + part, 0),
 *   finish: ({ terms }, sum) => `H(${terms}) = ${sum}`,
 * };
 */
export interface Task<Input, Shard, Part, Merged, Output> {
  /** Cuts the work into shards, never knowing how many threads there are. No shards means there is nothing to do. */
  plan(input: Input): readonly Shard[];

  /** How much work a shard is, in units of the task's own (trials, rows): a finite number >= 0. @default 1 */
  size?(input: Input, shard: Shard): number;

  /**
   * Does one shard. `report` takes the units of this shard done so far and may be called as often as is handy.
   * Inside one worker `input` is the same object for every shard, so a `WeakMap` keyed by it can hold what is derived
   * from it. Must not change `input`. The typed arrays of the part must be fresh: the engine takes them over
   * (it transfers a buffer that its view fills, and copies the whole buffer of any other view).
   * An error thrown here is the task's answer and is not tried again.
   */
  run(input: Input, shard: Shard, report?: (done: number) => void): Part | Promise<Part>;

  /**
   * Joins the parts, given in ascending order of their index, whatever order they were done in. There is at least one.
   * After an interruption some indices are missing, not only at the end.
   */
  merge(input: Input, parts: readonly IndexedPart<Part>[]): Merged;

  /** Turns what was merged into what the caller wants. */
  finish(input: Input, merged: Merged): Output;
}
