import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { AuditResult } from '@dpfair/result';
import { main } from '../../src/main.js';

/** The repository, and the command as it is installed. */
export const root = fileURLToPath(new URL('../../../../', import.meta.url));
export const bin = join(root, 'packages/cli/dist/bin.js');
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

/** Runs the built command in a process of its own. */
export function dpfair(words: readonly string[], settings: RunSettings = {}): Promise<Ended> {
  return run(process.execPath, [bin, ...words], settings);
}

/** What {@link dpfair} does, in this process, which is ten times as fast: its code is what a process would end with. */
export async function dpfairHere(words: readonly string[]): Promise<Omit<Ended, 'signal'>> {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const text = Promise.all([stdout, stderr].map(async (stream) => Buffer.concat(await stream.toArray()).toString()));
  const { on, off, kill, pid, env, stdin } = process;
  const host = { stdout, stderr, on, off, kill, pid, env, stdin } as unknown as NodeJS.Process;
  const code = await main(words, host);
  stdout.end();
  stderr.end();
  const [out = '', err = ''] = await text;
  return { code, out, err };
}

/** Runs a shell script in which `dpfair` is the built command, `npx dpfair` too. */
export function shell(script: string, settings: RunSettings = {}): Promise<Ended> {
  return run(
    'bash',
    ['-c', `set -o pipefail; dpfair() { '${process.execPath}' '${bin}' "$@"; }; npx() { "$@"; }; ${script}`],
    settings,
  );
}

/** Runs a script with its arguments. */
export function node(script: string, ...words: readonly string[]): Promise<Ended> {
  return run(process.execPath, [script, ...words], {});
}

function run(command: string, words: readonly string[], { cwd, input = '', watch }: RunSettings): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: cwd ?? root, stdio: 'pipe' });
    const out: Buffer[] = [];
    let err = '';
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      err += chunk.toString();
      watch?.(child, err);
    });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve({ code, signal, out: Buffer.concat(out).toString(), err }));
    child.stdin.end(input);
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
