import { spawnSync } from 'node:child_process';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Leaves the commit that is built in packages/cli/dist/commit.json, for `tool.commit` of results; without git, or in a
// folder that is not the top of a checkout of its own, it leaves none. Part of `npm run build` and of set-up.
const root = fileURLToPath(new URL('../../..', import.meta.url));
const stamp = fileURLToPath(new URL('../dist/commit.json', import.meta.url));
const commit = commitOf(root);
if (commit === undefined) rmSync(stamp, { force: true });
else {
  mkdirSync(fileURLToPath(new URL('../dist', import.meta.url)), { recursive: true });
  writeFileSync(stamp, `${JSON.stringify({ commit })}\n`);
}

/**
 * The commit of a checkout, with `-dirty` when something that the build reads is not as it was committed.
 *
 * @param {string} folder
 */
function commitOf(folder) {
  const top = git(folder, 'rev-parse', '--show-toplevel');
  if (top === undefined || realpathSync(top) !== realpathSync(folder)) return undefined;
  const head = git(folder, 'rev-parse', 'HEAD');
  const changes = git(
    folder,
    'status',
    '--porcelain',
    '--',
    'packages',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  );
  return head === undefined || changes === undefined ? undefined : `${head}${changes === '' ? '' : '-dirty'}`;
}

/** What git prints, without the blanks around it; undefined when it fails or is not there. @param {string[]} words */
function git(/** @type {string} */ folder, ...words) {
  const { status, stdout } = spawnSync('git', ['--no-optional-locks', ...words], { cwd: folder, encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}
