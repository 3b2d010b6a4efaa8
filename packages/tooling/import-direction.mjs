import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { cycleFaults } from './house/cycle-faults.mjs';
import { importFaults } from './house/import-faults.mjs';
import { manifestFaults } from './house/manifest-faults.mjs';
import { readHouse } from './house/read-house.mjs';
import { sizeFaults } from './house/size-faults.mjs';
import { wordFaults } from './house/word-faults.mjs';

/**
 * Everything in `root/packages` that the table of the house does not allow, one `file:line: what` each.
 *
 * @param {string} root
 * @param {import('./house/import-faults.mjs').House} house
 * @returns {string[]}
 */
export function houseFaults(root, house) {
  const units = readHouse(root);
  return [
    ...units.flatMap((unit) => manifestFaults(unit, house)),
    ...units.flatMap(({ files, manifest }) => files.flatMap((file) => importFaults(file, manifest, house))),
    ...units.flatMap(({ files }) => files.flatMap((file) => wordFaults(file, house))),
    ...cycleFaults(units, house),
    ...sizeFaults(units, house),
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const house = JSON.parse(readFileSync(new URL('house.json', import.meta.url), 'utf8'));
  const faults = houseFaults(root, house);
  for (const fault of faults) console.error(fault);
  console.error(
    faults.length === 0 ? 'house: every import, file and folder follows the table' : `house: ${faults.length} faults`,
  );
  process.exitCode = faults.length === 0 ? 0 : 1;
}
