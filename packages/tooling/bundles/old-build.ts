import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isBundled, isStale, newestIn } from './bundle-age.mjs';

/** Why what `npm run build` left does not do what the sources say, the first reason found; undefined where it does. */
export function oldBuild(root: string): string | undefined {
  for (const name of readdirSync(join(root, 'packages'))) {
    const folder = join(root, 'packages', name);
    if (!isBundled(folder)) continue;
    // The compiler writes its notes anew each time, its output only where that changes.
    const notes = join(folder, 'dist/.tsbuildinfo');
    if (!existsSync(notes)) return `packages/${name} is not built: npm run build`;
    if (newestIn(join(folder, 'src'), '.ts') > statSync(notes).mtimeMs)
      return `packages/${name}/dist is older than src: npm run build`;
    if (isStale(folder)) return `packages/${name}/bundle is not of what is in dist: npm run build`;
  }
  return undefined;
}
