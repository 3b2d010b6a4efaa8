import { builtinModules } from 'node:module';
import { posix } from 'node:path';

/** @typedef {{ scope: string, nodeBuiltinsIn: string[], clockIn: string[], mathRandomIn: string[], processExitIn: string[], size: { lines: number, filesInSource: number, filesElsewhere: number, tables: string[] }, packages: Record<string, { name?: string, own: string[], others: string[] }> }} House */

const builtins = new Set(builtinModules);

/**
 * What is wrong with the imports of one file: arrows the table does not allow, Node built-ins outside their rooms,
 * paths that leave the package or reach into another, packages that package.json does not declare. Test files and
 * scripts (outside `src`) may use any package and built-in, but may not reach inside another package either; only the
 * files of `@dpfair/tooling` are open to them. Sources may use the kernels that are built into `dist/kernels`, which is as far from `dist`
 * as from `src`. A subpath import (`#name`) counts as every package it maps to.
 *
 * @param {import('./read-house.mjs').SourceFile} file
 * @param {Record<string, any>} manifest
 * @param {House} house
 * @returns {string[]}
 */
export function importFaults(file, manifest, house) {
  const row = house.packages[file.folder] ?? { own: [], others: [] };
  return file.imports.flatMap(({ specifier: written, line }) => {
    /** @param {string} message */
    const fault = (message) => [`${file.path}:${line}: ${message}`];
    if (!written.startsWith('#')) return faultsOf(written, fault);
    const targets = targetsOf(manifest.imports?.[written]);
    if (targets.length === 0) return fault(`import not declared in package.json: ${written}`);
    return targets.flatMap((target) =>
      target.startsWith('.')
        ? fault(`subpath import of a file: ${written} -> ${target} (allowed: a relative path)`)
        : faultsOf(target, fault),
    );
  });

  /** @param {string} specifier @param {(message: string) => string[]} fault @returns {string[]} */
  function faultsOf(specifier, fault) {
    if (specifier.startsWith('.') || specifier.startsWith('/')) {
      const target = posix.join(posix.dirname(file.path), specifier);
      const home = `packages/${file.folder}/`;
      if (specifier.startsWith('/') || !target.startsWith(home)) return fault(`path leaves its package: ${specifier}`);
      if (file.inSource && !target.startsWith(`${home}src/`) && !target.startsWith(`${home}dist/kernels/`))
        return fault(`source imports from outside src: ${specifier}`);
      return [];
    }
    if (specifier.startsWith('node:') || builtins.has(specifier.split('/')[0] ?? '')) {
      if (!file.inSource || house.nodeBuiltinsIn.includes(file.folder)) return [];
      return fault(`node built-in: ${specifier} (allowed in: ${house.nodeBuiltinsIn.join(', ')})`);
    }
    const parts = specifier.split('/');
    const name = specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '');
    const own = folderOf(name, house);
    if (own !== undefined && name !== specifier && (own !== 'tooling' || file.inSource))
      return fault(`import from inside another package: ${specifier} (allowed: ${name})`);
    if (!file.inSource) return [];
    if (own === file.folder) return fault(`package imports itself by name: ${specifier} (allowed: a relative path)`);
    const allowed = own === undefined ? row.others : row.own;
    if (!allowed.includes(own ?? name)) {
      const may = [...row.own.map((folder) => nameOf(folder, house)), ...row.others].join(', ') || 'nothing';
      return fault(`arrow not in the table: ${file.folder} -> ${specifier} (allowed: ${may})`);
    }
    const declared = { ...manifest.dependencies, ...manifest.peerDependencies, ...manifest.optionalDependencies };
    if (!(name in declared)) return fault(`import not declared in package.json: ${name}`);
    return [];
  }
}

/** Every specifier that an entry of `imports` in package.json may stand for. @param {unknown} entry @returns {string[]} */
function targetsOf(entry) {
  if (typeof entry === 'string') return [entry];
  return typeof entry === 'object' && entry !== null ? Object.values(entry).flatMap(targetsOf) : [];
}

/** The folder of an own package's npm name, undefined for other packages. @param {string} name @param {House} house */
export function folderOf(name, house) {
  const named = Object.keys(house.packages).find((folder) => nameOf(folder, house) === name);
  return named ?? (name.startsWith(house.scope) ? name.slice(house.scope.length) : undefined);
}

/** The npm name of an own package's folder. @param {string} folder @param {House} house */
export function nameOf(folder, house) {
  return house.packages[folder]?.name ?? house.scope + folder;
}
