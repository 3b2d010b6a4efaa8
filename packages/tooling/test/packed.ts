import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** What npm would put into the archive of a package. */
export interface Tarball {
  readonly name: string;
  readonly files: readonly { readonly path: string }[];
}

export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly files: readonly string[];
  readonly dependencies?: Readonly<Record<string, string>>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** The folder of each workspace with what its `package.json` says. */
export function manifests(): readonly (readonly [folder: string, manifest: Manifest])[] {
  const { workspaces } = JSON.parse(readFileSync(`${root}package.json`, 'utf8')) as { workspaces: string[] };
  return workspaces.map((folder) => [folder, JSON.parse(readFileSync(`${root}${folder}/package.json`, 'utf8'))]);
}

/** Asks npm, which takes a second a package. */
export function pack(folders: readonly string[]): readonly Tarball[] {
  const words = ['pack', '--dry-run', '--json', '--silent', ...folders.map((folder) => `--workspace=${folder}`)];
  return JSON.parse(execFileSync('npm', words, { cwd: root, encoding: 'utf8' })) as Tarball[];
}

/** Tests of archives. */
export function testTarballs(tarballs: readonly Tarball[]): void {
  it.each(tarballs)('$name: its code with the sources its maps point to, its page and its licence', ({ files }) => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(
      expect.arrayContaining(['LICENSE', 'README.md', 'bundle/index.js', 'dist/index.js', 'src/index.ts']),
    );
  });

  it.each(tarballs.filter(({ name }) => name === 'dpfair'))('$name: the programs of the command', ({ files }) => {
    const paths = files.map(({ path }) => path);
    expect(paths).toEqual(expect.arrayContaining(['bin/dpfair.js', 'bundle/bin.js', 'bundle/worker.js']));
  });

  it.each(tarballs)('$name: no tests and no notes of the compiler', ({ files }) => {
    const paths = files.map(({ path }) => path);
    expect(paths.filter((path) => /^(test|scripts)\/|\.test\.|tsbuildinfo|tsconfig/.test(path))).toEqual([]);
  });
}

/** The licence of a package. */
export const licenceOf = (folder: string): string => readFileSync(`${root}${folder}/LICENSE`, 'utf8');

/** That of the house. */
export const houseLicence = (): string => readFileSync(`${root}LICENSE`, 'utf8');
