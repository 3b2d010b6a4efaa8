import { readFileSync } from 'node:fs';

/** Name and version of this tool, from its package. The commit is not known to an installed package. */
export function toolOf(): { name: string; version: string; commit: string | null } {
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return { name, version, commit: null };
}
