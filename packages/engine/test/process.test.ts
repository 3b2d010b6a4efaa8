import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openFileCheckpoint, runInline, runTask } from '../src/index.js';
import { emptyDirectory, worker } from './fixtures/setting.js';
import { columnSums } from './fixtures/tasks.mjs';

const program = fileURLToPath(new URL('./fixtures/program.mjs', import.meta.url));
const start = (...args: string[]) => spawn(process.execPath, [program, ...args], { timeout: 40_000 });

/** Waits until a process has ended by itself or by a signal. */
function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null; out: string; err: string }> {
  let [out, err] = ['', ''];
  child.stdout?.on('data', (text) => {
    out += text;
  });
  child.stderr?.on('data', (text) => {
    err += text;
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })));
}

describe('a process that ran a task', () => {
  it.each([
    ['many shards', 32],
    ['many crashes', 12],
    ['out of memory', ['0:0 1:10 2:2', '1: true', '1: true']],
    ['abort while hanging', 0],
    ['failure while hanging', 'no'],
    ['long grace', 1],
  ])('ends by itself without a warning: %s', async (name, printed) => {
    expect(await ended(start(name))).toEqual({ code: 0, signal: null, out: `${JSON.stringify(printed)}\n`, err: '' });
  });

  it('and was killed in the middle can be resumed to the same bytes', async () => {
    const directory = emptyDirectory();
    const child = start('checkpointed', directory);
    const end = ended(child);
    const parts = () => readdirSync(directory).filter((name) => name.endsWith('.bin')).length;
    while (parts() < 4) await new Promise((resolve) => setTimeout(resolve, 5));
    child.kill('SIGKILL');
    expect(await end).toMatchObject({ signal: 'SIGKILL', out: '' });
    const kept = parts();
    expect(kept).toBeLessThan(40);

    const input = { shards: 40, width: 50 };
    const identity = { taskName: 'columnSums', input, version: '1' };
    const checkpoint = await openFileCheckpoint<{ columns: Float64Array[]; rows: number }>(directory, identity);
    const resumed = await runTask(columnSums, input, { worker, taskName: 'columnSums', checkpoint });
    expect(resumed.output).toEqual((await runInline(columnSums, input)).output);
    expect(parts()).toBe(40);
  });
});
