import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DpfairError, type Result } from '@dpfair/result';
import { expect, it } from 'vitest';
import type { Console } from '../../src/commands/command.js';
import { publish, requireTargets } from '../../src/output/publish.js';

const silent = { out: { write: () => true }, err: { write: () => true }, environment: {} } as unknown as Console;

it('a result with a number that is not finite is our defect, not the user’s, and nothing is written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dpfair-'));
  const json = join(folder, 'r.json');
  const result = { cells: [{ alpha: { estimate: Number.NaN } }] } as unknown as Result;
  const failure = await publish(result, { json }, silent).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Error);
  expect(failure).not.toBeInstanceOf(DpfairError);
  expect((failure as Error).message).toContain('cells[0].alpha.estimate');
  expect(existsSync(json)).toBe(false);
  rmSync(folder, { recursive: true });
});

it('one output may own stdout, two may not', () => {
  expect(() => requireTargets({ json: '-', svg: tmpdir() }, [])).not.toThrow();
  expect(() => requireTargets({ json: '-', csv: '-' }, [])).toThrow(/both want stdout: --json -, --csv -/);
});
