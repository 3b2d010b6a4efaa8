import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Mutation testing, one package after the other: `npm run test:mutation`, or `npm run test:mutation -- mechanisms` for one of them.
// A mutant counts as killed when a test of its own package fails. Reports stay in out/mutation; a second run repeats what changed.
// Stryker is installed beside this file by the first run; the vitest that it drives is the one of the top level.

const estimators = ['exact', 'series', 'models', 'controls', 'montecarlo'];

/**
 * What is mutated, and by which tests it must be killed. Coverage simulations take 20 s each, too long to run per mutant: they, and
 * the intervals they are for, have mutants of their own in the ledger.
 *
 * @type {Record<string, { mutate: string[], tests: string[] }>}
 */
const packages = {
  mechanisms: { mutate: ['src/**/*.ts'], tests: ['test/**/*.test.ts'] },
  decisions: { mutate: ['src/**/*.ts'], tests: ['test/**/*.test.ts'] },
  fairness: {
    mutate: estimators.map((folder) => `src/${folder}/**/*.ts`),
    tests: [...[...estimators, 'cell'].map((folder) => `test/${folder}/**/*.test.ts`), 'test/audit/!(*.slow).test.ts'],
  },
};

const root = fileURLToPath(new URL('../../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));
const named = process.argv.slice(2);
const unknown = named.filter((name) => !(name in packages));
if (unknown.length > 0) throw new RangeError(`package: ${unknown} (allowed: ${Object.keys(packages).join(', ')})`);

mkdirSync(`${root}out/mutation`, { recursive: true });
if (isInstalled() || install()) {
  for (const name of named.length > 0 ? named : Object.keys(packages)) if (!mutate(name)) process.exitCode = 1;
} else process.exitCode = 1;

/** Whether Stryker was installed after its lock file was last changed. */
function isInstalled() {
  const installed = `${here}node_modules/.package-lock.json`;
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(`${here}package-lock.json`).mtimeMs;
}

/** Installs what the lock file beside this lists, which leaves out the peers: they are at the top level. */
function install() {
  console.error('mutation: installing Stryker');
  const words = ['ci', '--prefix', here, '--legacy-peer-deps', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync('npm', words, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;
}

/** Whether Stryker ended with a score at or above its threshold. @param {string} name */
function mutate(name) {
  const { mutate = [], tests = [] } = packages[name] ?? {};
  const inPackage = (/** @type {string[]} */ globs) => globs.map((glob) => `packages/${name}/${glob}`);
  console.log(`\n== mutation of ${name}`);
  const args = [
    `${here}node_modules/@stryker-mutator/core/bin/stryker.js`,
    'run',
    'packages/tooling/mutation/stryker.json',
    `--mutate=${[...inPackage(mutate), '!**/index.ts', '!**/messages.ts']}`,
    `--incrementalFile=out/mutation/${name}.json`,
  ];
  // One seed for all mutants: whether one is killed is then the same in every run.
  const env = { ...process.env, DPFAIR_TEST_SEED: '1', DPFAIR_MUTATION_TESTS: inPackage(tests).join(' ') };
  return spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}
