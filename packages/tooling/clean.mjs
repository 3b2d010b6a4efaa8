import { readdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// Removes all that a build and a run leave behind, and nothing that was installed.
const root = fileURLToPath(new URL('../..', import.meta.url));
const leftovers = [
  'out',
  ...readdirSync(`${root}packages`).flatMap((folder) => ['bundle', 'dist'].map((name) => `packages/${folder}/${name}`)),
];
for (const folder of leftovers) rmSync(root + folder, { recursive: true, force: true });
