import { posix } from 'node:path';
import { findCycles } from './find-cycles.mjs';
import { folderOf } from './import-faults.mjs';

/**
 * Import cycles between files, and between packages (by imports or by declared dependencies).
 *
 * @param {import('./read-house.mjs').Package[]} units
 * @param {import('./import-faults.mjs').House} house
 * @returns {string[]}
 */
export function cycleFaults(units, house) {
  const files = new Map(units.flatMap(({ files }) => files.map((file) => [file.path, file])));
  /** @type {Map<string, Map<string, number>>} */
  const fileArrows = new Map();
  /** @type {Map<string, Map<string, string>>} */
  const packageArrows = new Map();
  for (const { folder, manifest, files: members } of units) {
    /** @type {Map<string, string>} */
    const out = new Map();
    packageArrows.set(folder, out);
    for (const name of Object.keys(manifest.dependencies ?? {})) {
      const own = folderOf(name, house);
      if (own !== undefined) out.set(own, `packages/${folder}/package.json:1`);
    }
    for (const file of members) {
      /** @type {Map<string, number>} */
      const targets = new Map();
      fileArrows.set(file.path, targets);
      for (const { specifier, line } of file.imports) {
        const own = specifier.startsWith('.') ? undefined : folderOf(specifier, house);
        if (own !== undefined && own !== folder && file.inSource) out.set(own, `${file.path}:${line}`);
        const base =
          own === undefined ? posix.join(posix.dirname(file.path), specifier) : `packages/${own}/src/index.ts`;
        const found = [base, base.replace(/\.([cm]?)js$/, '.$1ts'), `${base}.ts`, `${base}/index.ts`].find((path) =>
          files.has(path),
        );
        if (found !== undefined && (specifier.startsWith('.') || own !== undefined)) targets.set(found, line);
      }
    }
  }
  const names = new Map([...fileArrows].map(([path, targets]) => [path, [...targets.keys()]]));
  const rooms = new Map([...packageArrows].map(([folder, out]) => [folder, [...out.keys()]]));
  return [
    ...findCycles(names).map((cycle) => {
      const [first = '', second = first] = cycle;
      return `${first}:${fileArrows.get(first)?.get(second) ?? 1}: import cycle: ${[...cycle, first].join(' -> ')}`;
    }),
    ...findCycles(rooms).map((cycle) => {
      const [first = '', second = first] = cycle;
      return `${packageArrows.get(first)?.get(second)}: package cycle: ${[...cycle, first].join(' -> ')}`;
    }),
  ];
}
