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
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundlePackages } from '../../bundles/bundle-packages.mjs';

const root = mkdtempSync(join(tmpdir(), 'dpfair-bundles-'));
const at = (path: string) => join(root, 'packages/sums', path);
const text = (path: string) => readFileSync(at(path), 'utf8');
const write = (path: string, content: string) => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
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
  const bundle = await import(at('bundle/index.js'));
  expect(Object.keys(bundle)).toEqual(['later', 'third']);
  expect(bundle.third[0]).toBe(1 / 3);
  expect((await bundle.later()).twice[1]).toBe(bundle.third);
});

it('what has not changed is left as it is; a newer module is bundled, and nothing old is left', async () => {
  await bundlePackages(root);
  expect(await bundlePackages(root)).toEqual([]);
  write('dist/index.js', 'export const sum = 7;\n');
  const soon = new Date(Date.now() + 60_000);
  utimesSync(at('dist/index.js'), soon, soon);
  expect(await bundlePackages(root)).toEqual(['sums']);
  expect(text('bundle/index.js')).toContain('sum = 7');
  expect(existsSync(at('bundle/later.js'))).toBe(false);
});
