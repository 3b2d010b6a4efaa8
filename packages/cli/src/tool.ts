import { readFileSync } from 'node:fs';

/**
 * Name and version of this tool, from its package, and the commit it was built from, which the build leaves in
 * `dist/commit.json`; null when it was not built in a git checkout.
 */
export function toolOf(): { name: string; version: string; commit: string | null } {
  const { name, version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  return { name, version, commit: stampedCommit(new URL('../dist/commit.json', import.meta.url)) };
}

function stampedCommit(file: URL): string | null {
  try {
    const { commit } = JSON.parse(readFileSync(file, 'utf8')) as { commit?: unknown };
    return typeof commit === 'string' ? commit : null;
  } catch {
    return null;
  }
}
