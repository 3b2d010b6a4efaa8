import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isAtLeast } from './check/is-at-least.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

process.exitCode = setUp();

/** Makes a fresh clone ready: checks Node, installs when the lock file is newer than what is installed, builds. */
function setUp() {
  const wanted = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node.replace('>=', '');
  if (!isAtLeast(process.versions.node, wanted)) {
    console.error(`node: ${process.versions.node} (allowed: ${wanted} or newer)`);
    return 1;
  }
  const installed = `${root}node_modules/.package-lock.json`;
  const lock = `${root}package-lock.json`;
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
    console.error('set-up: installing what package-lock.json lists');
    const status = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (status !== 0) return status;
  }
  return run(process.execPath, ['node_modules/typescript/bin/tsc', '-b']);
}

/** Runs a program in the root, its output on stderr; returns its exit status. */
function run(/** @type {string} */ program, /** @type {string[]} */ args) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (error !== undefined) console.error(`set-up: ${program}: ${error.message}`);
  return status ?? 1;
}
