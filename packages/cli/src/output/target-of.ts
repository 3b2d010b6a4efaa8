import { readlinkSync, realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Links that are followed before they count as a circle, as in Linux. */
const LINKS = 40;

/**
 * The path that a path leads to through symbolic links, also when nothing is there yet; a path that is no link is itself.
 *
 * @throws Error with code ELOOP when the links lead in a circle
 */
export function targetOf(path: string): string {
  let target = path;
  for (let links = 0; links <= LINKS; links++) {
    const next = linkAt(target);
    if (next === undefined) return target;
    target = resolve(realpathSync(dirname(target)), next);
  }
  throw Object.assign(new Error(`ELOOP: ${path}`), { code: 'ELOOP' });
}

function linkAt(path: string): string | undefined {
  try {
    return readlinkSync(path);
  } catch {
    // Nothing is there, or something that is no link.
    return undefined;
  }
}
