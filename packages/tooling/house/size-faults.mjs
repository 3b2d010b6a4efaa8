import { posix } from 'node:path';

/**
 * Files that are too long to be read at once, and folders with too many of them: what the table of the house allows, tables aside.
 *
 * @param {import('./read-house.mjs').Package[]} units
 * @param {import('./import-faults.mjs').House} house
 * @returns {string[]}
 */
export function sizeFaults(units, { size }) {
  const files = units.flatMap((unit) => unit.files);
  const long = files.flatMap(({ path, code }) => {
    const lines = code.replace(/\n$/, '').split('\n').length;
    const isTooLong = lines > size.lines && !size.tables.includes(path);
    return isTooLong ? [`${path}:${size.lines}: ${lines} lines (allowed: ${size.lines})`] : [];
  });
  /** @type {Map<string, { count: number, most: number }>} */
  const folders = new Map();
  for (const { path, inSource } of files) {
    const folder = posix.dirname(path);
    const most = inSource ? size.filesInSource : size.filesElsewhere;
    folders.set(folder, { count: (folders.get(folder)?.count ?? 0) + 1, most });
  }
  const crowded = [...folders].flatMap(([folder, { count, most }]) =>
    count > most ? [`${folder}: ${count} files in a folder (allowed: ${most}; subfolders by theme)`] : [],
  );
  return [...long, ...crowded];
}
