import { parentPort, workerData } from 'node:worker_threads';
import { messages } from '../messages.js';
import type { Task } from '../task.js';
import { buffersOf } from './buffers.js';
import { packError } from './packed-error.js';
import { SERVICE_KEY, type Service, type ShardOrder, type WorkerMessage } from './protocol.js';

/** Least time between two progress reports of a worker; those in between are dropped. */
const REPORT_EVERY_MS = 50;

/** What a worker needs of a task. */
type ServedTask = Pick<Task<unknown, unknown, unknown, unknown, unknown>, 'run'>;

/** The tasks a worker knows, by name; or what loads one, so that a worker loads no other's modules. */
export type TaskRegistry = Readonly<Record<string, ServedTask | (() => Promise<ServedTask>)>>;

/**
 * Makes a worker module serve tasks: call it once, at the top level of the module whose URL is given to `runTask`.
 * A name that is not in the registry fails the run with DpfairError `usage`, which lists the known names.
 *
 * Throws DpfairError `usage` if the module was not loaded by the engine in a worker.
 *
 * @example
 * // worker.ts
 * serveTasks({ 'harmonic-sum': async () => (await import('./harmonic-sum.js')).harmonicSum });
 */
export function serveTasks(registry: TaskRegistry): void {
  const service: Service | undefined = workerData?.[SERVICE_KEY];
  if (parentPort === null || service === undefined) throw messages.notInWorker();
  const port = parentPort;
  const { taskName, input } = service;
  const entry = Object.hasOwn(registry, taskName) ? registry[taskName] : undefined;
  const loading = typeof entry === 'function' ? entry() : Promise.resolve(entry);
  // What cannot be loaded fails the first shard, below.
  loading.catch(() => {});
  const inputBuffers = buffersOf(input);
  const send = (message: WorkerMessage, transfer: ArrayBuffer[] = []) => port.postMessage(message, transfer);

  port.on('message', async ({ index, shard }: ShardOrder) => {
    try {
      const task = await loading;
      if (task === undefined) throw messages.unknownTask(taskName, Object.keys(registry));
      const report = everySoOften((done) => send({ kind: 'report', index, done }));
      const part = await task.run(input, shard, report);
      const handedOver = [...buffersOf(part, { whole: true })].filter((buffer) => !inputBuffers.has(buffer));
      send({ kind: 'part', index, part }, handedOver);
    } catch (error) {
      send({ kind: 'failure', index, error: packError(error) });
    }
  });
}

function everySoOften(tell: (done: number) => void): (done: number) => void {
  let last = performance.now();
  return (done) => {
    const now = performance.now();
    if (now - last < REPORT_EVERY_MS) return;
    last = now;
    tell(done);
  };
}
