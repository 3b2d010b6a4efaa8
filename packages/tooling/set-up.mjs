import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isAtLeast } from './check/is-at-least.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const compiler = 'node_modules/typescript/bin/tsc';

process.exitCode = setUp();

/** Makes a fresh clone ready: checks Node, installs when the lock file is newer than what is installed, builds. */
function setUp() {
  const wanted = JSON.parse(readFileSync(`${root}package.json`, 'utf8')).engines.node.replace('>=', '');
  if (!isAtLeast(process.versions.node, wanted)) {
    console.error(`node: ${process.versions.node} (allowed: ${wanted} or newer)`);
    return 1;
  }
  if (!isInstalled()) {
    console.error('set-up: installing what package-lock.json lists');
    // What builds is a development dependency, which NODE_ENV=production and omit=dev would leave out.
    const install = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
    if (!run('installing (npm ci)', 'npm', install)) return 1;
  }
  if (!run('building the kernels', process.execPath, ['packages/tooling/build-kernels.mjs'])) return 1;
  if (!run('building (tsc -b)', process.execPath, [compiler, '-b'])) return 1;
  if (!run('bundling for Node', process.execPath, ['packages/tooling/bundle-packages.mjs'])) return 1;
  return run('noting the commit', process.execPath, ['packages/cli/scripts/stamp-commit.mjs']) ? 0 : 1;
}

/** Whether something was installed after the lock file was last changed, and the compiler with it. */
function isInstalled() {
  const installed = `${root}node_modules/.package-lock.json`;
  if (!existsSync(installed) || !existsSync(`${root}${compiler}`)) return false;
  return statSync(installed).mtimeMs >= statSync(`${root}package-lock.json`).mtimeMs;
}

/** Runs a program in the root, its output on stderr; says so when it fails. */
function run(/** @type {string} */ what, /** @type {string} */ program, /** @type {string[]} */ args) {
  const { status, signal, error } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status === 0) return true;
  console.error(`set-up failed: ${what}: ${error?.message ?? (signal === null ? `exit code ${status}` : signal)}`);
  return false;
}
