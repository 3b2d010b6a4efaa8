import { describe, expect, it } from 'vitest';
import { runInline } from '../src/index.js';
import { rejection, scriptOf } from './fixtures/setting.js';
import { orderedSum, scripted } from './fixtures/tasks.mjs';

describe('runInline', () => {
  it('adds an order-sensitive sum in ascending order of shard', async () => {
    const run = await runInline(orderedSum, { values: [1e16, 1, -1e16, 1] });
    expect(run).toEqual({ output: 1, completedShards: 4, totalShards: 4, interrupted: false, crashes: [] });
  });

  it('gives null for a plan without shards', async () => {
    expect(await runInline(scripted, scriptOf())).toMatchObject({ output: null, totalShards: 0, interrupted: false });
  });

  it('lets timers run between shards, so that they can abort it', async () => {
    const abort = new AbortController();
    const task = {
      plan: () => Array.from({ length: 10_000 }, (_, shard) => shard),
      run(_input: null, shard: number) {
        if (shard === 3) setTimeout(() => abort.abort());
        const end = performance.now() + 2;
        while (performance.now() < end);
        return shard;
      },
      merge: (_input: null, parts: readonly { index: number }[]) => parts.length,
      finish: (_input: null, count: number) => count,
    };
    const run = await runInline(task, null, { signal: abort.signal });
    expect(run.interrupted).toBe(true);
    expect(run.completedShards).toBeGreaterThanOrEqual(4);
    expect(run.completedShards).toBeLessThan(200);
    expect(run.output).toBe(run.completedShards);
  });

  it('gives null when it is aborted before the start', async () => {
    const run = await runInline(scripted, scriptOf({}), { signal: AbortSignal.abort() });
    expect(run).toEqual({ output: null, completedShards: 0, totalShards: 1, interrupted: true, crashes: [] });
  });

  it('throws the very error of a shard and begins no other', async () => {
    const input = scriptOf({}, { action: 'throw RangeError', text: 'no' }, {});
    expect(await rejection(runInline(scripted, input))).toBeInstanceOf(RangeError);
    expect([...input.starts]).toEqual([1, 1, 0]);
  });

  it('tells every advance, also inside a shard', async () => {
    const told: number[] = [];
    await runInline(scripted, scriptOf({ size: 4, halfway: 3 }, { size: 2 }), {
      onProgress: (done) => told.push(done),
    });
    expect(told).toEqual([0, 3, 4, 6]);
  });
});
