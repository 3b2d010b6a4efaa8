import { Worker } from 'node:worker_threads';
import { unpackError } from './packed-error.js';
import { SERVICE_KEY, type Service, type ShardOrder, type WorkerMessage } from './protocol.js';

/** How a shard ended: with its part, with an error of its own, or with the loss of the worker. */
export type Reply<Part> =
  | { readonly kind: 'part'; readonly part: Part }
  | { readonly kind: 'failure'; readonly error: unknown }
  | { readonly kind: 'crash'; readonly reason: string };

/** One worker thread seen from the caller's side; it does one shard at a time. */
export interface WorkerHandle<Shard, Part> {
  readonly alive: boolean;
  /** Has a shard done. Never rejects; throws at once if the shard cannot be cloned. */
  run(index: number, shard: Shard, onReport: (done: number) => void): Promise<Reply<Part>>;
  /** Ends the thread, wherever it is; a shard it holds ends as a crash. */
  end(): Promise<void>;
}

/** Starts a worker on a module that calls `serveTasks`. Throws if the input cannot be cloned or the URL is no file. */
export function startWorker<Shard, Part>(
  url: URL,
  service: Service,
  heapMegabytes?: number,
): WorkerHandle<Shard, Part> {
  const worker = new Worker(url, {
    workerData: { [SERVICE_KEY]: service },
    // A worker inherits the flags of the process; --input-type speaks of what came on the command line, and refuses files.
    ...(process.execArgv.some((flag) => flag.startsWith('--input-type')) && { execArgv: [] }),
    ...(heapMegabytes !== undefined && { resourceLimits: { maxOldGenerationSizeMb: heapMegabytes } }),
  });
  let alive = true;
  let reason: string | undefined;
  let current: { index: number; onReport(done: number): void; settle(reply: Reply<Part>): void } | undefined;

  const settle = (reply: Reply<Part>) => {
    const settled = current;
    current = undefined;
    settled?.settle(reply);
  };
  worker.on('message', (message: WorkerMessage) => {
    if (message.index !== current?.index) return;
    if (message.kind === 'part') settle({ kind: 'part', part: message.part as Part });
    else if (message.kind === 'failure') settle({ kind: 'failure', error: unpackError(message.error) });
    else {
      try {
        current.onReport(message.done);
      } catch (error) {
        settle({ kind: 'failure', error });
      }
    }
  });
  worker.on('messageerror', (error) => settle({ kind: 'failure', error }));
  worker.on('error', (error) => {
    reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  });
  worker.on('exit', (code) => {
    alive = false;
    settle({ kind: 'crash', reason: reason ?? `exit code ${code}` });
  });

  return {
    get alive() {
      return alive;
    },
    run(index, shard, onReport) {
      if (!alive) return Promise.resolve({ kind: 'crash', reason: reason ?? 'the worker is gone' });
      const order: ShardOrder = { index, shard };
      worker.postMessage(order);
      return new Promise((resolve) => {
        current = { index, onReport, settle: resolve };
      });
    },
    async end() {
      await worker.terminate();
    },
  };
}
