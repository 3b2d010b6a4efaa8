import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is bundled beside `index`, by the name of its bundle: the programs of the command. @type {Record<string, Record<string, string>>} */
const programs = { cli: { bin: './dist/bin.js', worker: './dist/worker/worker.js' } };

/** How it is bundled. */
const how = ['bundle-age.mjs', 'bundle-packages.mjs'].map((name) => fileURLToPath(new URL(name, import.meta.url)));

/** The modules that bundles of a package begin with, by the name of the bundle. @param {string} folder @returns {Record<string, string>} */
export const inputsOf = (folder) => ({ index: './dist/index.js', ...programs[basename(folder)] });

/** Where the bundles of a package are, one for each input. @param {string} folder */
export const bundlesOf = (folder) => Object.keys(inputsOf(folder)).map((name) => join(folder, `bundle/${name}.js`));

/** Whether a package sends Node to a bundle. @param {string} folder */
export function isBundled(folder) {
  const manifest = join(folder, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).exports?.['.']?.node !== undefined;
}

/**
 * When what is bundled, or how, was last changed, in whole milliseconds. Bundles bear the time of what they were made
 * of, as it was before it was read: what is edited while they are made is newer.
 *
 * @param {string} folder
 */
export const timeOfInputs = (folder) =>
  Math.ceil(Math.max(newestIn(join(folder, 'dist'), '.js'), ...how.map((path) => statSync(path).mtimeMs)));

/** Whether a bundle of a package is missing, or of another time than what it is made of. @param {string} folder */
export function isStale(folder) {
  const time = timeOfInputs(folder);
  return bundlesOf(folder).some((path) => !existsSync(path) || Math.round(statSync(path).mtimeMs) !== time);
}

/** When the newest file of a kind was changed; 0 where there is none. @param {string} folder @param {string} ending */
export function newestIn(folder, ending) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ending));
  return files.reduce((newest, path) => Math.max(newest, statSync(join(folder, path)).mtimeMs), 0);
}
