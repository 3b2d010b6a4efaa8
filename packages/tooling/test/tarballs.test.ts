import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Tarball {
  readonly name: string;
  readonly files: readonly { readonly path: string }[];
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
// npm takes a few seconds, all packages at once.
const packed = execFileSync('npm', ['pack', '--dry-run', '--json', '--workspaces', '--silent'], {
  cwd: root,
  encoding: 'utf8',
});
const tarballs = (JSON.parse(packed) as Tarball[]).filter(({ name }) => name !== '@dpfair/tooling');

describe('what npm would publish', () => {
  it('is every package but the tooling', () => {
    const { workspaces } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { workspaces: string[] };
    expect(tarballs).toHaveLength(workspaces.length - 1);
  });

  it.each(tarballs)('$name: its code with the sources its maps point to, its page and its licence', ({ files }) => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'bundle/index.js', 'dist/index.js', 'src/index.ts']),
    );
  });

  it.each(tarballs)('$name: no tests and no notes of the compiler', ({ files }) => {
    const paths = files.map(({ path }) => path);
    expect(paths.filter((path) => /^(test|scripts)\/|\.test\.|tsbuildinfo|tsconfig/.test(path))).toEqual([]);
  });

  it.each(tarballs)('$name: under the licence of the house', ({ name }) => {
    const folder = name.replace('@dpfair/', '').replace('dpfair', 'cli');
    expect(readFileSync(`${root}packages/${folder}/LICENSE`, 'utf8')).toBe(readFileSync(`${root}LICENSE`, 'utf8'));
  });
});
