import { availableParallelism } from 'node:os';
import { DpfairError } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { runInline, runTask } from '../src/index.js';
import { messages } from '../src/messages.js';
import { fault, rejection, scriptOf, worker } from './fixtures/setting.js';
import { afterlife, chatty, columnSums, echo, inputsSeen, meeting, orderedSum, scripted } from './fixtures/tasks.mjs';

const bytesOf = (column: Float64Array | null) => Buffer.from((column as Float64Array).buffer).toString('hex');

describe('the same bytes for any number of threads', () => {
  // 1e16 + 1 rounds to 1e16 (numbers there are 2 apart), so in this order the sum is 1; backwards it is 0.
  const values = [1e16, 1, -1e16, 1];

  it.each([1, 2, 4])('an order-sensitive sum is that of ascending shards with %i threads', async (threads) => {
    expect([...values].reverse().reduce((sum, value) => sum + value, 0)).toBe(0);
    const run = await runTask(orderedSum, { values }, { worker, taskName: 'orderedSum', threads });
    expect(run).toEqual({ output: 1, completedShards: 4, totalShards: 4, interrupted: false, crashes: [] });
  });

  it('typed arrays have the bytes of a plain loop, on 1, 2 and 4 threads and inline', async () => {
    const input = { shards: 64, width: 200 };
    const expected = new Float64Array(input.width);
    for (let shard = 0; shard < input.shards; shard += 1) {
      for (let k = 0; k < input.width; k += 1) expected[k] = (expected[k] as number) + Math.sqrt(shard + 1) / (k + 3);
    }
    expect(bytesOf((await runInline(columnSums, input)).output)).toBe(bytesOf(expected));
    for (const threads of [1, 2, 4]) {
      const { output } = await runTask(columnSums, input, { worker, taskName: 'columnSums', threads });
      expect(bytesOf(output)).toBe(bytesOf(expected));
    }
  });
});

describe('workers', () => {
  it('get the input once each, not once a shard', async () => {
    const one = await runTask(inputsSeen, { shards: 12 }, { worker, taskName: 'inputsSeen', threads: 1 });
    expect(one.output).toBe(1);
  });

  it('are never more than the shards', async () => {
    const run = await runTask(inputsSeen, { shards: 2 }, { worker, taskName: 'inputsSeen', threads: 32 });
    expect(run).toMatchObject({ output: 2, completedShards: 2 });
  });

  it('are as many as the machine has room for unless told otherwise', async () => {
    const atOnce = availableParallelism();
    const input = { shards: atOnce + 4, atOnce, present: new Int32Array(new SharedArrayBuffer(4)) };
    expect((await runTask(meeting, input, { worker, taskName: 'meeting' })).output).toBe(atOnce);
  });

  it('do one shard as well as many', async () => {
    const run = await runTask(scripted, scriptOf({ value: 7 }), { worker, taskName: 'scripted' });
    expect(run).toEqual({ output: '0:7', completedShards: 1, totalShards: 1, interrupted: false, crashes: [] });
  });

  it('load a task that is a loader before its first shard', async () => {
    const input = { numbers: Float64Array.of(1, 2) };
    const run = await runTask(echo, input, { worker, taskName: 'loadedEcho', threads: 2 });
    expect(run).toMatchObject({ output: Array(3).fill([1, 2]), crashes: [] });
  });

  it('fail the run where a task cannot be loaded, and are not started again', async () => {
    const input = { numbers: Float64Array.of(1) };
    const error = await rejection(runTask(echo, input, { worker, taskName: 'unloadable', threads: 1 }));
    expect(String(error)).toContain('no-such-module');
  });

  it('are not started for a plan without shards, whose output is null', async () => {
    const nowhere = new URL('./fixtures/no-such-worker.mjs', import.meta.url);
    const run = await runTask(scripted, scriptOf(), { worker: nowhere, taskName: 'scripted' });
    expect(run).toEqual({ output: null, completedShards: 0, totalShards: 0, interrupted: false, crashes: [] });
  });

  it('hand the typed arrays of a part over instead of copying them', async () => {
    const run = await runTask(afterlife, null, { worker, taskName: 'afterlife', threads: 1 });
    expect(run.output).toEqual([1, 0, 0]);
  });

  it('may give back arrays of the input without losing them', async () => {
    const input = { numbers: Float64Array.of(1, 2, 3) };
    const run = await runTask(echo, input, { worker, taskName: 'echo', threads: 1 });
    expect(run.output).toEqual([
      [1, 2, 3],
      [1, 2, 3],
      [1, 2, 3],
    ]);
  });
});

describe('a lost worker', () => {
  it.each([
    { action: 'exit', code: 3, reason: 'exit code 3' },
    { action: 'exit', code: 0, reason: 'exit code 0' },
    { action: 'uncaught throw', reason: 'RangeError: thrown outside run' },
  ])('by $action ($reason) has its shard run again, and the output does not notice', async ({ reason, ...step }) => {
    const input = scriptOf({}, { ...step, times: 2, value: 10 }, {}, {});
    const run = await runTask(scripted, input, { worker, taskName: 'scripted', threads: 2 });
    expect(run).toMatchObject({ output: '0:0 1:10 2:2 3:3', completedShards: 4, interrupted: false });
    expect(run.crashes.map(({ shard }) => shard)).toEqual([1, 1]);
    expect(run.crashes[0]?.reason).toContain(reason);
    expect([...input.starts]).toEqual([1, 3, 1, 1]);
  });

  it('is listed in the order of the shards, not of the accidents', async () => {
    const script = [
      { action: 'exit', code: 1, times: 1, halfway: 0, value: 5 },
      { action: 'exit', code: 2, times: 1 },
    ];
    const run = await runTask(scripted, scriptOf(...script), { worker, taskName: 'scripted', threads: 2 });
    expect(run.output).toBe('0:5 1:1');
    expect(run.crashes).toEqual([
      { shard: 0, reason: 'exit code 1' },
      { shard: 1, reason: 'exit code 2' },
    ]);
  });

  it.each([0, 1, 2])('fails the run after %i retries, naming task and shard', async (retries) => {
    const input = scriptOf({}, {}, { action: 'exit', code: 9 });
    const error = await fault(runTask(scripted, input, { worker, taskName: 'scripted', threads: 2, retries }));
    expect(error.message).toBe(messages.crashed('scripted', 2, retries + 1, 'exit code 9').message);
    expect(error.code).toBe('task');
    expect(error.message).toContain('task scripted, shard 2');
    expect(input.starts[2]).toBe(retries + 1);
  });

  it('is what a worker module that serves nothing or does not exist comes to', async () => {
    for (const file of ['mute-worker.mjs', 'no-such-worker.mjs']) {
      const url = new URL(`./fixtures/${file}`, import.meta.url);
      const error = await fault(runTask(scripted, scriptOf({}), { worker: url, taskName: 'scripted', retries: 1 }));
      expect(error.code).toBe('task');
      expect(error.message).toContain(file.startsWith('mute') ? 'exit code 0' : file);
    }
  });
});

describe('an error thrown by a shard', () => {
  it('is not tried again, and a DpfairError keeps its code, faults and cause', async () => {
    const input = scriptOf({}, { action: 'throw DpfairError' });
    const error = await fault(runTask(scripted, input, { worker, taskName: 'scripted' }));
    expect(error).toBeInstanceOf(DpfairError);
    expect(error.code).toBe('domain');
    expect(error.faults).toEqual([{ what: 'sigma', value: -1, allowed: '> 0', line: 3 }, { what: 'second' }]);
    expect(error.cause).toBeInstanceOf(TypeError);
    expect((error.cause as Error).message).toBe('the cause');
    expect(error.stack).toContain('tasks.mjs');
    expect(input.starts[1]).toBe(1);
  });

  it.each([1, 2, 4])('is the one of the first shard in the plan with %i threads, as it is inline', async (threads) => {
    const script = [
      { action: 'sleep', ms: 30 },
      { action: 'throw RangeError', text: 'the first', halfway: 0 },
      { action: 'throw RangeError', text: 'the second, but earlier' },
      { action: 'exit', code: 1 },
    ];
    const options = { worker, taskName: 'scripted', threads };
    const error = await rejection(runTask(scripted, scriptOf(...script), options));
    expect(error).toBeInstanceOf(RangeError);
    expect(error.message).toBe('the first');
    expect((await rejection(runInline(scripted, scriptOf(...script)))).message).toBe('the first');
  });

  it('lets no later shard begin and does not wait for those that run', async () => {
    const input = scriptOf({ action: 'throw text', text: 'plain text', halfway: 0 }, { action: 'hang' }, {});
    const error = await rejection(runTask(scripted, input, { worker, taskName: 'scripted', threads: 2 }));
    expect(error.message).toBe('plain text');
    expect(input.starts[2]).toBe(0);
  });

  it('is also what a part that cannot be sent back comes to', async () => {
    const input = scriptOf({ action: 'return function' });
    const error = await rejection(runTask(scripted, input, { worker, taskName: 'scripted' }));
    expect(error.name).toBe('DataCloneError');
    expect(input.starts[0]).toBe(1);
  });
});

describe('an abort', () => {
  it('keeps finished shards that are not contiguous, in order, and ends a shard that hangs', async () => {
    const abort = new AbortController();
    const input = scriptOf({}, { action: 'hang' }, {}, {}, { action: 'hang' }, {});
    const onProgress = (done: number) => {
      if (done === 3) abort.abort();
    };
    const options = { worker, taskName: 'scripted', threads: 2, signal: abort.signal, graceMs: 20, onProgress };
    const run = await runTask(scripted, input, options);
    expect(run).toEqual({ output: '0:0 2:2 3:3', completedShards: 3, totalShards: 6, interrupted: true, crashes: [] });
    expect(input.starts[5]).toBe(0);
  });

  it('lets running shards end within the grace', async () => {
    const abort = new AbortController();
    const input = scriptOf({ action: 'sleep', ms: 150 }, {}, {});
    const options = { worker, taskName: 'scripted', threads: 1, signal: abort.signal, graceMs: 20_000 };
    const running = runTask(scripted, input, options);
    while (input.starts[0] === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    abort.abort();
    expect(await running).toMatchObject({ output: '0:0', completedShards: 1, interrupted: true });
  });

  it('before the start gives null and starts nothing', async () => {
    const input = scriptOf({}, {});
    const run = await runTask(scripted, input, { worker, taskName: 'scripted', signal: AbortSignal.abort() });
    expect(run).toEqual({ output: null, completedShards: 0, totalShards: 2, interrupted: true, crashes: [] });
    expect([...input.starts]).toEqual([0, 0]);
  });

  it('does not start a lost shard again', async () => {
    const abort = new AbortController();
    const input = scriptOf({ action: 'exit', code: 1, halfway: 0.5 });
    const onProgress = (done: number) => done === 0.5 && abort.abort();
    const options = { worker, taskName: 'scripted', signal: abort.signal, graceMs: 20_000, onProgress };
    expect(await runTask(scripted, input, options)).toMatchObject({ output: null, interrupted: true, crashes: [] });
    expect(input.starts[0]).toBe(1);
  });

  it('after everything is done is no interruption', async () => {
    const abort = new AbortController();
    const onProgress = (done: number, total: number) => done === total && abort.abort();
    const options = { worker, taskName: 'scripted', signal: abort.signal, onProgress };
    expect(await runTask(scripted, scriptOf({}, {}), options)).toMatchObject({ output: '0:0 1:1', interrupted: false });
  });
});

describe('progress', () => {
  it('starts at 0, only rises, sees inside shards and ends at the total, with a crash on the way', async () => {
    const told: (readonly [number, number])[] = [];
    const input = scriptOf({ size: 10, halfway: 6, action: 'exit', code: 1, times: 1 }, { size: 2 }, { size: 0 });
    const onProgress = (done: number, total: number) => told.push([done, total]);
    await runTask(scripted, input, { worker, taskName: 'scripted', threads: 1, onProgress });
    expect(told).toEqual([0, 6, 10, 12].map((done) => [done, 12]));
  });

  it('comes from a worker every 50 ms at most, however often a shard reports', async () => {
    const start = performance.now();
    let told = 0;
    const onProgress = () => {
      told += 1;
    };
    await runTask(chatty, null, { worker, taskName: 'chatty', onProgress });
    expect(told).toBeLessThanOrEqual(2 + (performance.now() - start) / 50);
  });

  it('that throws fails the run with its error', async () => {
    const onProgress = (done: number) => {
      if (done > 0) throw new Error('the screen is gone');
    };
    for (const step of [{}, { halfway: 0.5 }]) {
      const run = runTask(scripted, scriptOf(step, {}), { worker, taskName: 'scripted', onProgress });
      expect((await rejection(run)).message).toBe('the screen is gone');
    }
  });
});

describe('usage faults', () => {
  it.each([
    [{ threads: 0 }, messages.notWholeNumber('threads', 0, 1)],
    [{ threads: 1.5 }, messages.notWholeNumber('threads', 1.5, 1)],
    [{ retries: -1 }, messages.notWholeNumber('retries', -1, 0)],
    [{ graceMs: Number.NaN }, messages.notPositive('graceMs', Number.NaN, '>= 0')],
    [{ heapMegabytes: 0 }, messages.notPositive('heapMegabytes', 0, '> 0')],
  ])('%o is refused', async (options, expected) => {
    const error = await fault(runTask(scripted, scriptOf({}), { worker, taskName: 'scripted', ...options }));
    expect(error).toMatchObject({ code: 'usage', message: expected.message });
  });

  it('a task that the workers do not know is refused with the names of those they know', async () => {
    const error = await fault(runTask(scripted, scriptOf({}), { worker, taskName: 'toString' }));
    const tasks = ['afterlife', 'chatty', 'columnSums', 'echo', 'inputsSeen', 'meeting', 'orderedSum', 'scripted'];
    const known = [...tasks, 'loadedEcho', 'unloadable'];
    expect(error).toMatchObject({ code: 'usage', message: messages.unknownTask('toString', known).message });
  });

  it('an input or a shard that cannot be cloned is refused', async () => {
    const withFunction = { ...scriptOf({}), extra: () => 0 };
    const badShard = { ...scripted, plan: () => [() => 0] };
    for (const run of [
      () => runTask(scripted, withFunction, { worker, taskName: 'scripted' }),
      () => runTask(badShard, scriptOf({}), { worker, taskName: 'scripted' }),
    ]) {
      const error = await fault(run());
      expect(error.code).toBe('usage');
      expect(error.message).toMatch(/^shard 0 of task scripted cannot be sent to a worker: .*could not be cloned/);
    }
  });
});
