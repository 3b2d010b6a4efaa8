import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AuditResult } from '@dpfair/result';
import { afterAll, expect, it } from 'vitest';
import { bin, fixture, shell, temporaryFolder } from '../run-dpfair.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const preload = fileURLToPath(new URL('lose-workers.mjs', import.meta.url));
const words = `audit '${fixture('districts.csv')}' --map count=poor --epsilon 0.01 --seed 1 --threads 2 --post baseline --json -`;

/** Runs a simulation of 64 shards, just above the 4,000,000 outcomes from which there are worker threads, of which some lose their workers, which really end. */
async function losing(workers: number): Promise<{ result: AuditResult; err: string; lost: number }> {
  const marks = join(folder.path, String(workers));
  mkdirSync(marks);
  const variables = `LOSE_WORKERS=${workers} LOSE_WORKERS_IN='${marks}'`;
  const command = `'${process.execPath}' --import '${preload}' '${bin}' ${words} --method montecarlo --trials 4032`;
  const { code, out, err } = await shell(`${variables} ${command}`);
  expect(code).toBe(0);
  return { result: JSON.parse(out), err, lost: readdirSync(marks).length };
}

it('a worker that is lost is warned of, and the numbers are those of a run that lost none', async () => {
  const quiet = await losing(0);
  expect(quiet.result.warnings.filter(({ code }) => code === 'worker-crashed')).toEqual([]);
  const one = await losing(1);
  const message =
    '1 of 64 shards of the simulation was run again because a worker was lost (Error: lost on purpose); the numbers are the same as without';
  expect(one.lost).toBe(1);
  expect(one.result.warnings.filter(({ code }) => code === 'worker-crashed')).toEqual([
    { code: 'worker-crashed', message },
  ]);
  expect(one.err).toContain(`dpfair: warning: ${message}\n`);
  expect(one.result.cells).toEqual(quiet.result.cells);
  expect(one.result.run.id).toBe(quiet.result.run.id);
});
