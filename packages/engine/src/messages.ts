import { DpfairError, type Fault } from '@dpfair/result';

/** Every fault the engine reports itself, with its code. */
export const messages = {
  notWholeNumber: (option: string, value: number, least: number) =>
    fault('usage', { what: option, value: String(value), allowed: `whole numbers from ${least}` }),
  notPositive: (option: string, value: number, least: string) =>
    fault('usage', { what: option, value: String(value), allowed: `numbers ${least}` }),
  badSize: (index: number, value: number) =>
    fault('domain', { what: `size of shard ${index}`, value: String(value), allowed: 'finite numbers >= 0' }),
  notInWorker: () => fault('usage', { what: 'serveTasks was called outside a worker that the engine started' }),
  unknownTask: (name: string, known: readonly string[]) =>
    fault('usage', {
      what: 'task',
      value: name,
      allowed: known.length === 0 ? 'none is registered' : known.join(', '),
    }),
  notSendable: (taskName: string, index: number, cause: unknown) =>
    fault(
      'usage',
      { what: `shard ${index} of task ${taskName} cannot be sent to a worker`, value: textOf(cause) },
      cause,
    ),
  crashed: (taskName: string, index: number, attempts: number, reason: string) =>
    fault('task', {
      what: `task ${taskName}, shard ${index}: its worker was lost ${attempts === 1 ? 'once' : `${attempts} times`}`,
      value: reason,
    }),
  notComparable: (path: string, kind: string) =>
    fault('usage', {
      what: `cannot tell whether two inputs are the same, ${path}`,
      value: kind,
      allowed: 'plain data',
    }),
  foreignCheckpoint: (file: string) =>
    fault('input', {
      file,
      what: 'checkpoint of another task, input or version',
      allowed: 'an empty directory or the own one',
    }),
  corruptCheckpoint: (file: string, why: string, cause?: unknown) =>
    fault(
      'input',
      { file, what: 'corrupted checkpoint', value: why, allowed: 'delete this file to compute it again' },
      cause,
    ),
  unreadableCheckpoint: (file: string, cause: unknown) =>
    fault('input', { file, what: 'cannot read the checkpoint', value: textOf(cause) }, cause),
  unwritableCheckpoint: (file: string, cause: unknown) =>
    fault('output', { file, what: 'cannot write the checkpoint', value: textOf(cause) }, cause),
} as const;

function fault(code: DpfairError['code'], what: Fault, cause?: unknown): DpfairError {
  return new DpfairError(code, what, cause === undefined ? undefined : { cause });
}

function textOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
