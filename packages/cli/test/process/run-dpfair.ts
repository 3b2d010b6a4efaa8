import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable, type Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { AuditResult } from '@dpfair/result';
import { oldBuild } from '@dpfair/tooling/bundles/old-build.js';
import { main } from '../../src/main.js';

/** The repository, and the command as it is installed. */
export const root = fileURLToPath(new URL('../../../../', import.meta.url));
export const bin = join(root, 'packages/cli/bundle/bin.js');
export const fixture = (name: string) => join(root, 'fixtures', name);

/** How a process ended and what it printed. */
export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

export interface RunSettings {
  readonly cwd?: string;
  readonly input?: string;
  /** Called with the process and what stderr says so far, whenever it says more. */
  readonly watch?: (child: ChildProcess, err: string) => void;
}

/** Refuses to test a command that is not what the sources say. */
function requireBuild(): void {
  known ??= { fault: oldBuild(root) };
  if (known.fault !== undefined) throw new Error(known.fault);
}

let known: { readonly fault: string | undefined } | undefined;

/** Runs the built command in a process of its own. */
export async function dpfair(words: readonly string[], settings: RunSettings = {}): Promise<Ended> {
  requireBuild();
  return run(process.execPath, [bin, ...words], settings);
}

/** Streams in the place of those of this process. */
export interface Streams {
  readonly input?: string;
  readonly stdout?: Writable;
  readonly stderr?: Writable;
}

/**
 * What {@link dpfair} does, in this process, which is ten times as fast: its code is what a process would end with.
 * Simulations stay on this thread: of more than 4,000,000 outcomes they need the built command.
 */
export async function dpfairHere(words: readonly string[], streams: Streams = {}): Promise<Omit<Ended, 'signal'>> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const text = Promise.all([out, err].map(async (stream) => Buffer.concat(await stream.toArray()).toString()));
  const { on, off, kill, pid, env } = process;
  const stdin = Readable.from(streams.input === undefined ? [] : [Buffer.from(streams.input)]);
  const { stdout = out, stderr = err } = streams;
  const host = { stdout, stderr, on, off, kill, pid, env, stdin } as unknown as NodeJS.Process;
  const code = await main(words, host);
  out.end();
  err.end();
  const [printed = '', said = ''] = await text;
  return { code, out: printed, err: said };
}

/** Runs a shell script in which `dpfair` is the built command, `npx dpfair` too. */
export async function shell(script: string, settings: RunSettings = {}): Promise<Ended> {
  requireBuild();
  return run(
    'bash',
    ['-c', `set -o pipefail; dpfair() { '${process.execPath}' '${bin}' "$@"; }; npx() { "$@"; }; ${script}`],
    settings,
  );
}

/** The words that a shell makes of the one call of `dpfair` in a command. */
export async function wordsOf(command: string): Promise<readonly string[]> {
  const { out } = await run('bash', ['-c', `dpfair() { printf '%s\\0' "$@"; }; npx() { "$@"; }; ${command}`], {});
  return out.split('\0').slice(0, -1);
}

/** Runs a script with its arguments. */
export async function node(script: string, ...words: readonly string[]): Promise<Ended> {
  requireBuild();
  return run(process.execPath, [script, ...words], {});
}

function run(command: string, words: readonly string[], { cwd, input = '', watch }: RunSettings): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, {
      cwd: cwd ?? root,
      stdio: [input === '' ? 'ignore' : 'pipe', 'pipe', 'pipe'],
    });
    const out: Buffer[] = [];
    let err = '';
    child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      watch?.(child, err);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out: Buffer.concat(out).toString(), err }));
    child.stdin?.end(input);
  });
}

/** A folder that is gone after the test. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'dpfair-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

export function readResult(path: string): AuditResult {
  return JSON.parse(readFileSync(path, 'utf8')) as AuditResult;
}
