import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../process/run-dpfair.js';

const scripts = fileURLToPath(new URL('../../scripts/', import.meta.url));
const hasGit = spawnSync('git', ['--version']).status === 0;
if (!hasGit) console.warn('SKIPPED: no git, so no commit to stamp');

let folder = { path: '', remove() {} };
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** A checkout of nothing but the script, at `inside` the folder. */
function makeTree(inside = '.'): string {
  const root = join(folder.path, inside);
  mkdirSync(join(root, 'packages/cli/scripts'), { recursive: true });
  copyFileSync(`${scripts}stamp-commit.mjs`, join(root, 'packages/cli/scripts/stamp-commit.mjs'));
  writeFileSync(join(root, '.gitignore'), 'dist/\n');
  return root;
}

function git(...words: readonly string[]): string {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.org', '-c', 'commit.gpgsign=false'];
  const { status, stdout, stderr } = spawnSync('git', [...who, ...words], { cwd: folder.path, encoding: 'utf8' });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  return stdout.trim();
}

/** Runs the script; what it left, or null. */
function stamp(root: string, env: NodeJS.ProcessEnv = process.env): string | null {
  const script = join(root, 'packages/cli/scripts/stamp-commit.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script], { cwd: folder.path, encoding: 'utf8', env });
  expect([status, stderr]).toEqual([0, '']);
  const file = join(root, 'packages/cli/dist/commit.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

describe.skipIf(!hasGit)('the build of a checkout', () => {
  it('notes its commit, with -dirty as long as something that is built was changed', () => {
    const root = makeTree();
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    const commit = git('rev-parse', 'HEAD');
    expect(commit).toMatch(/^[0-9a-f]{40}$/);
    expect(stamp(root)).toBe(`{"commit":"${commit}"}\n`);
    writeFileSync(join(root, 'note.txt'), 'not built');
    expect(stamp(root)).toBe(`{"commit":"${commit}"}\n`);
    writeFileSync(join(root, 'packages/new.ts'), 'built');
    expect(stamp(root)).toBe(`{"commit":"${commit}-dirty"}\n`);
  });

  it('notes nothing before the first commit, and takes an older note away', () => {
    const root = makeTree();
    git('init', '-q');
    mkdirSync(join(root, 'packages/cli/dist'));
    writeFileSync(join(root, 'packages/cli/dist/commit.json'), '{"commit":"old"}\n');
    expect(stamp(root)).toBeNull();
  });

  it('inside the checkout of something else notes nothing: it is not that commit', () => {
    const root = makeTree('vendor/dpfair');
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    expect(stamp(root)).toBeNull();
  });

  it('without a git to ask notes nothing and does not fail', () => {
    const root = makeTree();
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'first');
    expect(stamp(root, { ...process.env, PATH: folder.path })).toBeNull();
  });
});

it('the build of a tarball notes nothing and does not fail', () => {
  expect(stamp(makeTree())).toBeNull();
});
