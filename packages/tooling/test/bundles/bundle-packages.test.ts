import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundlePackages } from '../../bundles/bundle-packages.mjs';

const root = mkdtempSync(join(tmpdir(), 'dpfair-bundles-'));
const at = (path: string) => join(root, 'packages/sums', path);
const text = (path: string) => readFileSync(at(path), 'utf8');
const write = (path: string, content: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
};
/** Gives a file a time of its own, later than all before. */
let later = Date.now() + 60_000;
const touch = (path: string) => {
  later += 1000;
  utimesSync(at(path), new Date(later), new Date(later));
};
afterAll(() => rmSync(root, { recursive: true }));

beforeAll(() => {
  const exports = { '.': { types: './dist/index.d.ts', node: './bundle/index.js', default: './dist/index.js' } };
  write('package.json', JSON.stringify({ type: 'module', exports, imports: { '#path': 'node:path' } }));
  write(
    'dist/index.js',
    "export { third } from './deep/third.js';\nexport const later = () => import('./later.js');\n",
  );
  write(
    'dist/deep/third.js',
    "import { sep } from '#path';\n/** Not for Node. */\nexport const third = [1 / 3, sep];\n",
  );
  write('dist/later.js', "import { third } from './deep/third.js';\nexport const twice = [third, third];\n");
  write('../plain/package.json', '{"exports":{".":{"default":"./dist/index.js"}}}');
});

it('the modules of a package become one, and one for what is loaded lazily; what comes from elsewhere stays an import', async () => {
  expect(await bundlePackages(root)).toEqual(['sums']);
  const files = readdirSync(at('bundle')).sort();
  expect(files).toEqual(['index.js', 'later.js', 'third.js']);
  const all = files.map((file) => text(`bundle/${file}`)).join('');
  expect(all).toContain('from "#path"');
  expect(all).not.toContain('Not for Node');
  expect(existsSync(join(root, 'packages/plain/bundle'))).toBe(false);
  const bundle = await import(pathToFileURL(at('bundle/index.js')).href);
  expect(Object.keys(bundle)).toEqual(['later', 'third']);
  expect(bundle.third[0]).toBe(1 / 3);
  expect((await bundle.later()).twice[1]).toBe(bundle.third);
});

it('what has not changed is left as it is; a newer module is bundled, and nothing old is left', async () => {
  await bundlePackages(root);
  expect(await bundlePackages(root)).toEqual([]);
  write('dist/index.js', 'export const sum = 7;\n');
  touch('dist/index.js');
  expect(await bundlePackages(root)).toEqual(['sums']);
  expect(text('bundle/index.js')).toContain('sum = 7');
  expect(existsSync(at('bundle/later.js'))).toBe(false);
  expect(await bundlePackages(root)).toEqual([]);
});

it('what is edited while it is bundled is bundled the next time', async () => {
  write('dist/index.js', 'export const sum = 8;\n');
  touch('dist/index.js');
  const bundling = bundlePackages(root);
  write('dist/index.js', 'export const sum = 9;\n');
  touch('dist/index.js');
  await bundling;
  expect(await bundlePackages(root)).toEqual(['sums']);
  expect(text('bundle/index.js')).toContain('sum = 9');
});

it.each(['index', 'bin', 'worker'])('half a bundle is made whole: without %s', async (name) => {
  const programs = { './dist/bin.js': 'console.log(1);\n', './dist/worker/worker.js': 'console.log(2);\n' };
  for (const [path, code] of Object.entries({ './dist/index.js': 'export const one = 1;\n', ...programs }))
    write(`../cli/${path}`, code);
  write('../cli/package.json', text('package.json'));
  await bundlePackages(root);
  expect(await bundlePackages(root)).toEqual([]);
  rmSync(at(`../cli/bundle/${name}.js`));
  expect(await bundlePackages(root)).toEqual(['cli']);
  expect(existsSync(at(`../cli/bundle/${name}.js`))).toBe(true);
});

it('a bundle that was cut off while it was written is made anew', async () => {
  await bundlePackages(root);
  writeFileSync(at('bundle/index.js'), 'half');
  expect(await bundlePackages(root)).toEqual(['sums']);
  expect(text('bundle/index.js')).toContain('sum = 9');
});
