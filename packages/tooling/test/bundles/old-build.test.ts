import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { bundlePackages } from '../../bundles/bundle-packages.mjs';
import { oldBuild } from '../../bundles/old-build.js';

const root = mkdtempSync(join(tmpdir(), 'dpfair-old-build-'));
const at = (path: string) => join(root, 'packages/sums', path);
afterAll(() => rmSync(root, { recursive: true }));

const start = Date.now() + 60_000;
/** Writes a file as if some seconds from a start. */
const write = (path: string, seconds: number, content = '') => {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), content);
  const time = new Date(start + 1000 * seconds);
  utimesSync(at(path), time, time);
};

it('a build is old where a package is not built, its compiled modules or its bundle are older than what they are made of', async () => {
  write('package.json', 0, JSON.stringify({ type: 'module', exports: { '.': { node: './bundle/index.js' } } }));
  write('../plain/package.json', 0, '{}');
  write('src/index.ts', 1);
  expect(oldBuild(root)).toBe('packages/sums is not built: npm run build');
  write('dist/index.js', 2, 'export const one = 1;\n');
  write('dist/.tsbuildinfo', 2);
  expect(oldBuild(root)).toBe('packages/sums/bundle is not of what is in dist: npm run build');
  await bundlePackages(root);
  expect(oldBuild(root)).toBeUndefined();
  write('src/deep/one.ts', 3);
  expect(oldBuild(root)).toBe('packages/sums/dist is older than src: npm run build');
  // Compiled again to the same.
  write('dist/.tsbuildinfo', 4);
  expect(oldBuild(root)).toBeUndefined();
  write('dist/index.js', 5, 'export const one = 2;\n');
  expect(oldBuild(root)).toBe('packages/sums/bundle is not of what is in dist: npm run build');
});
