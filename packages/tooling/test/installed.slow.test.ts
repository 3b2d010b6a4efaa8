import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Manifest, manifests } from './packed.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const place = mkdtempSync(join(tmpdir(), 'dpfair-installed-'));
const modules = join(place, 'node_modules');
const published: readonly (readonly [string, Manifest])[] = manifests().filter(([, manifest]) => !manifest.private);
afterAll(() => rmSync(place, { recursive: true }));

// What npm would install, without a network: the archives, unpacked, and of others what they declare.
beforeAll(() => {
  const words = ['pack', '--json', '--silent', `--pack-destination=${place}`];
  const folders = published.map(([folder]) => `--workspace=${folder}`);
  const packed = execFileSync('npm', [...words, ...folders], { cwd: root, encoding: 'utf8' });
  for (const { name, filename } of JSON.parse(packed) as { name: string; filename: string }[]) {
    const folder = join(modules, name);
    mkdirSync(dirname(folder), { recursive: true });
    execFileSync('tar', ['-xzf', filename], { cwd: place });
    renameSync(join(place, 'package'), folder);
  }
  for (const name of declaredByAll())
    cpSync(join(root, 'node_modules', name), join(modules, name), { recursive: true });
}, 120_000);

/** What the packages declare of others, and what that declares in turn, as the lock file knows it. */
function declaredByAll(): ReadonlySet<string> {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { readonly dependencies?: Readonly<Record<string, string>> } | undefined>>;
  };
  const own = new Set(published.map(([, { name }]) => name));
  const found = new Set(published.flatMap(([, { dependencies = {} }]) => Object.keys(dependencies)));
  for (const name of own) found.delete(name);
  // A set hands out what is added to it on the way; what lies within a package is copied with it.
  for (const name of found) {
    const within = Object.entries(packages).filter(([path]) => `${path}/`.startsWith(`node_modules/${name}/`));
    const next = within.flatMap(([, one]) => Object.keys(one?.dependencies ?? {}));
    for (const one of next) if (existsSync(join(root, 'node_modules', one))) found.add(one);
  }
  return found;
}

/** Runs Node in the folder, or in the repository. */
function node(words: readonly string[], cwd = place): { readonly status: number | null; readonly out: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd, encoding: 'utf8', timeout: 120_000 });
  expect(stderr).toBe('');
  return { status, out: stdout };
}

const fixture = (name: string) => join(root, 'fixtures', name);
const common = ['--seed', '1', '--threads', '2', '--quiet', '--json', '-'];
const commands: readonly (readonly string[])[] = [
  // Too much for the thread of the command: workers share it.
  ['audit', fixture('districts.csv'), '--map', 'count=poor', '--epsilon', '0.01', '--method', 'montecarlo'].concat(
    ['--post', 'baseline', '--trials', '6400'],
    common,
  ),
  ['stable', fixture('loans.csv'), '--label', 'approved', '--group', 'region', '--algorithm', 'zvrg'].concat(
    ['--lambda', '0.1', '--repetitions', '4'],
    common,
  ),
];

describe('the archives of all packages, installed in an empty folder', () => {
  const { bin } = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8')) as {
    bin: { dpfair: string };
  };

  it.each(commands)('dpfair %s gives the numbers that it gives here', (...words) => {
    const there = node([join(modules, 'dpfair', bin.dpfair), ...words]);
    expect(there.status).toBe(0);
    const here = node([join(root, 'packages/cli', bin.dpfair), ...words], root);
    const cellsOf = (text: string) => (JSON.parse(text) as { cells: readonly unknown[] }).cells;
    expect(cellsOf(there.out).length).toBeGreaterThan(0);
    expect(cellsOf(there.out)).toEqual(cellsOf(here.out));
  });

  it.each(published.map(([, { name }]) => name))('%s is found by its name, its bundle', (name) => {
    const count = `import * as all from '${name}'; console.log(Object.keys(all).length, import.meta.resolve('${name}'))`;
    const [size, path] = node(['--input-type=module', '--eval', count]).out.trim().split(' ');
    expect(Number(size)).toBeGreaterThan(0);
    expect(path).toContain(`/node_modules/${name}/bundle/index.js`);
  });
});
