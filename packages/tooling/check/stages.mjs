import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ name: string, run: () => boolean }} Stage `run` says whether the stage passed */

/**
 * The checks before the tests: lint, house, types, and each generator with `--check`. A generator is a script
 * `packages/<name>/scripts/generate-<what>.mjs`; with `--check` it writes nothing and fails when a file is out of date.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @returns {Stage[]}
 */
export function stages(root, env) {
  /** @param {string} name @param {string[]} args @returns {Stage} */
  const node = (name, args) => ({
    name,
    run: () =>
      spawnSync(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] }).status === 0,
  });
  const style = ['--error-on-warnings', '--config-path=packages/tooling/code-style.json', '.'];
  return [
    node('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', ...style]),
    node('house', ['packages/tooling/import-direction.mjs']),
    node('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'packages/tooling/tsconfig.tests.json']),
    ...generators(root).map((path) => node(path.replace(/^.*\/(.*)\.mjs$/, '$1 --check'), [path, '--check'])),
  ];
}

/** @param {string} root */
function generators(root) {
  return readdirSync(join(root, 'packages')).flatMap((folder) => {
    const scripts = join(root, 'packages', folder, 'scripts');
    if (!existsSync(scripts)) return [];
    return readdirSync(scripts)
      .filter((name) => /^generate-.*\.mjs$/.test(name))
      .map((name) => `packages/${folder}/scripts/${name}`);
  });
}
