import { folderOf } from './import-faults.mjs';
import { lineAt } from './line-at.mjs';

/**
 * Packages without a row in the table, and declared dependencies that the row does not allow.
 *
 * @param {import('./read-house.mjs').Package} unit
 * @param {import('./import-faults.mjs').House} house
 * @returns {string[]}
 */
export function manifestFaults({ folder, manifest, manifestText }, house) {
  const path = `packages/${folder}/package.json`;
  const row = house.packages[folder];
  if (row === undefined) return [`packages/${folder}: no row in house.json`];
  return ['dependencies', 'peerDependencies', 'optionalDependencies'].flatMap((section) =>
    Object.keys(manifest[section] ?? {}).flatMap((name) => {
      const own = folderOf(name, house);
      if (own === undefined ? row.others.includes(name) : row.own.includes(own)) return [];
      const line = lineAt(
        manifestText,
        Math.max(0, manifestText.indexOf(`"${name}"`, manifestText.indexOf(`"${section}"`))),
      );
      return [`${path}:${line}: arrow not in the table: ${folder} -> ${name}`];
    }),
  );
}
