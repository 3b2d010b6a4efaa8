import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findImports } from './find-imports.mjs';
import { maskSource } from './mask-source.mjs';

/**
 * @typedef {{ path: string, folder: string, inSource: boolean, code: string, literals: import('./mask-source.mjs').Literal[], imports: import('./find-imports.mjs').Import[] }} SourceFile
 *   `path` from the root with forward slashes; `folder` the package folder; `inSource` whether it is under `src`
 * @typedef {{ folder: string, manifest: Record<string, any>, manifestText: string, files: SourceFile[] }} Package
 */

const skipped = new Set(['node_modules', 'bundle', 'dist', 'out']);

/** Reads every package folder under `root/packages`: its package.json and its TypeScript and JavaScript files. @param {string} root @returns {Package[]} */
export function readHouse(root) {
  return readdirSync(join(root, 'packages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
    .map((folder) => {
      const manifestPath = join(root, 'packages', folder, 'package.json');
      const manifestText = existsSync(manifestPath) ? readFileSync(manifestPath, 'utf8') : '{}';
      const files = list(root, `packages/${folder}`).map((path) => {
        const masked = maskSource(readFileSync(join(root, path), 'utf8'));
        const inSource = path.startsWith(`packages/${folder}/src/`);
        return { path, folder, inSource, ...masked, imports: findImports(masked) };
      });
      return { folder, manifest: JSON.parse(manifestText), manifestText, files };
    });
}

/** @param {string} root @param {string} under @returns {string[]} */
function list(root, under) {
  return readdirSync(join(root, under), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${under}/${entry.name}`;
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : list(root, path);
      return /\.[cm]?[jt]sx?$/.test(entry.name) ? [path] : [];
    });
}
