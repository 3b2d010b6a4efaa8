import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Checkpoint, openFileCheckpoint, runInline, runTask } from '../../src/index.js';
import { messages } from '../../src/messages.js';
import { emptyDirectory, fault, rejection, scriptOf, worker } from '../fixtures/setting.js';
import { columnSums, scripted } from '../fixtures/tasks.mjs';

const input = { shards: 16, width: 50 };
const identity = { taskName: 'columnSums', input, version: '1' };
const bytesOf = (column: Float64Array | null) => Buffer.from((column as Float64Array).buffer).toString('hex');

/** A directory with the parts of a run of `columnSums` that was stopped after some of its 16 shards. */
async function interruptedRun() {
  const directory = emptyDirectory();
  const abort = new AbortController();
  const checkpoint = await openFileCheckpoint<Parameters<typeof columnSums.merge>[1][number]['part']>(
    directory,
    identity,
  );
  const onProgress = (done: number) => done >= 5 && abort.abort();
  const options = {
    worker,
    taskName: 'columnSums',
    threads: 2,
    signal: abort.signal,
    graceMs: 0,
    checkpoint,
    onProgress,
  };
  const run = await runTask(columnSums, input, options);
  return { directory, run };
}

describe('an interrupted run', () => {
  it('that is resumed, on threads or inline, has the bytes of one that was not interrupted', async () => {
    const whole = bytesOf((await runInline(columnSums, input)).output);
    for (const resume of ['threads', 'inline']) {
      const { directory, run } = await interruptedRun();
      expect(run.interrupted).toBe(true);
      expect(run.completedShards).toBeGreaterThanOrEqual(5);
      expect(bytesOf(run.output)).not.toBe(whole);
      expect(readdirSync(directory).filter((name) => name.endsWith('.bin')).length).toBe(run.completedShards);

      const checkpoint = await openFileCheckpoint<{ columns: Float64Array[]; rows: number }>(directory, identity);
      const options = { worker, taskName: 'columnSums', threads: 2, checkpoint };
      const again = await (resume === 'threads'
        ? runTask(columnSums, input, options)
        : runInline(columnSums, input, options));
      expect(again).toMatchObject({ completedShards: 16, interrupted: false });
      expect(bytesOf(again.output)).toBe(whole);
    }
  });

  it('does only what is missing when it is resumed, and counts the rest as progress from the start', async () => {
    const directory = emptyDirectory();
    const open = () => openFileCheckpoint<number>(directory, { taskName: 'scripted', input: 'script 1', version: '1' });
    const failing = scriptOf({}, { action: 'exit', code: 1, halfway: 0 }, {}, {});
    const first = runTask(scripted, failing, {
      worker,
      taskName: 'scripted',
      threads: 1,
      retries: 0,
      checkpoint: await open(),
    });
    expect((await fault(first)).code).toBe('task');

    for (const resume of [runTask, runInline]) {
      const told: number[] = [];
      const repaired = scriptOf({}, {}, {}, {});
      const checkpoint = await open();
      const kept = { ...checkpoint, write: () => {} };
      const onProgress = (done: number) => told.push(done);
      const options = { worker, taskName: 'scripted', threads: 1, checkpoint: kept, onProgress };
      expect((await resume(scripted, repaired, options)).output).toBe('0:0 1:1 2:2 3:3');
      expect([...repaired.starts]).toEqual([0, 1, 1, 1]);
      expect(told).toEqual([0, 1, 2, 3, 4]);
    }
  });

  it('starts no worker when nothing is missing', async () => {
    const checkpoint = await openFileCheckpoint<number>(emptyDirectory(), {
      taskName: 'scripted',
      input: 1,
      version: '1',
    });
    await checkpoint.write(0, 5);
    const nowhere = new URL('./no-such-worker.mjs', import.meta.url);
    const run = await runTask(scripted, scriptOf({}), { worker: nowhere, taskName: 'scripted', checkpoint });
    expect(run).toMatchObject({ output: '0:5', completedShards: 1 });
  });
});

describe('a checkpoint directory', () => {
  const filled = async () => {
    const directory = join(emptyDirectory(), 'made', 'here');
    const checkpoint = await openFileCheckpoint<number>(directory, identity);
    for (const index of [0, 3]) await checkpoint.write(index, index + 0.5);
    return { directory, checkpoint, file: join(directory, 'part-000003.bin') };
  };

  it('is made if need be, and gives back what was written to it', async () => {
    const { directory } = await filled();
    const checkpoint = await openFileCheckpoint<number>(directory, structuredClone(identity));
    expect([0, 1, 2, 3].map((index) => checkpoint.has(index))).toEqual([true, false, false, true]);
    expect(await checkpoint.read(3)).toBe(3.5);
    expect(readdirSync(directory).sort()).toEqual(['part-000000.bin', 'part-000003.bin']);
  });

  it.each([
    { ...identity, taskName: 'other' },
    { ...identity, version: '2' },
    { ...identity, input: { ...input, width: 51 } },
  ])('of another run is refused when it is opened', async (other) => {
    const { directory } = await filled();
    const error = await fault(openFileCheckpoint(directory, other));
    expect(error.code).toBe('input');
    expect(error.message).toBe(messages.foreignCheckpoint(join(directory, 'part-000000.bin')).message);
  });

  it('with a damaged payload is refused before any shard is run', async () => {
    const { directory, file } = await filled();
    const bytes = readFileSync(file);
    bytes[bytes.length - 1] = (bytes.at(-1) as number) ^ 1;
    writeFileSync(file, bytes);
    const checkpoint = await openFileCheckpoint<number>(directory, identity);
    const script = scriptOf({}, {}, {}, {});
    const error = await fault(runTask(scripted, script, { worker, taskName: 'scripted', checkpoint }));
    expect(error).toMatchObject({
      code: 'input',
      message: messages.corruptCheckpoint(file, 'the checksum differs').message,
    });
    expect([...script.starts]).toEqual([0, 0, 0, 0]);
  });

  it('with a file that is cut short, empty or renamed is refused when it is opened', async () => {
    const { directory, file } = await filled();
    copyFileSync(file, join(directory, 'part-000004.bin'));
    expect((await fault(openFileCheckpoint(directory, identity))).message).toContain('the part of another shard');
    writeFileSync(file, '');
    expect((await fault(openFileCheckpoint(directory, identity))).message).toContain('the file is cut short');
    writeFileSync(file, 'x'.repeat(1000));
    expect((await fault(openFileCheckpoint(directory, identity))).message).toContain('not a checkpoint file');
  });

  it('may hold other files, also half-written ones; clearing it deletes the parts alone', async () => {
    const { directory, checkpoint } = await filled();
    const others = ['notes.txt', 'part-000001.bin.0b1c.tmp', 'part-1.bin', 'part-0000001.bin'];
    for (const name of others) writeFileSync(join(directory, name), 'half');
    const again = await openFileCheckpoint<number>(directory, identity);
    expect(again.has(1)).toBe(false);
    await checkpoint.clear();
    expect(checkpoint.has(0)).toBe(false);
    expect(readdirSync(directory).sort()).toEqual([...others].sort());
  });

  it('that cannot be made, and a part that cannot be written, are output faults', async () => {
    const { directory, file } = await filled();
    expect((await fault(openFileCheckpoint(file, identity))).code).toBe('output');
    const checkpoint = await openFileCheckpoint<unknown>(directory, identity);
    const error = await fault(checkpoint.write(1, () => 0));
    expect(error.code).toBe('output');
    expect(error.message).toContain('part-000001.bin: cannot write the checkpoint: () => 0 could not be cloned');
    expect(checkpoint.has(1)).toBe(false);
  });
});

describe('a checkpoint that fails', () => {
  const broken: Checkpoint<number> = {
    has: () => false,
    read: () => 0,
    write: () => Promise.reject(new Error('the disk is full')),
  };

  it('fails the run with its error, on threads and inline', async () => {
    const options = { worker, taskName: 'scripted', checkpoint: broken };
    expect((await rejection(runTask(scripted, scriptOf({}, {}), options))).message).toBe('the disk is full');
    expect((await rejection(runInline(scripted, scriptOf({}, {}), options))).message).toBe('the disk is full');
  });
});
