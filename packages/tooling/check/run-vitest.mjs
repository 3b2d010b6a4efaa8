import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readCounts } from './read-counts.mjs';

/**
 * Runs every test with the reporter for people on the terminal and the counts in a file.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @returns {{ passed: boolean, counts: import('./read-counts.mjs').Counts }} `passed` is false too when no test ran
 */
export function runVitest(root, env) {
  const output = join(root, 'out/vitest.json');
  mkdirSync(join(root, 'out'), { recursive: true });
  rmSync(output, { force: true });
  // Vitest leaves one core free, which is half of two.
  const workers = `--maxWorkers=${Math.max(2, availableParallelism())}`;
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'packages/tooling/vitest.config.ts',
    workers,
    ...reporters,
  ];
  const { status } = spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
  const report = existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : { testResults: [] };
  const counts = readCounts(report, root);
  return { passed: status === 0 && counts.failed === 0 && counts.passed > 0, counts };
}
