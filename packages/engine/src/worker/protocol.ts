import type { PackedError } from './packed-error.js';

/** Name of the entry of `workerData` that belongs to the engine. */
export const SERVICE_KEY = 'dpfairEngine';

/** What a worker is born with: sent once, not per shard. */
export interface Service {
  readonly taskName: string;
  readonly input: unknown;
}

/** To a worker: do this shard. A worker gets the next one only after its reply to the last. */
export interface ShardOrder {
  readonly index: number;
  readonly shard: unknown;
}

/** From a worker: how far it is, or how its shard ended. */
export type WorkerMessage =
  | { readonly kind: 'report'; readonly index: number; readonly done: number }
  | { readonly kind: 'part'; readonly index: number; readonly part: unknown }
  | { readonly kind: 'failure'; readonly index: number; readonly error: PackedError };
