import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * @typedef {{ variable: string, what: string, path: string | undefined, wanted: string }} Resource
 *   something outside the repository that some tests need; `variable` carries its path to the tests
 */

/**
 * Looks for a Chromium and for the folder of real data. A variable that is set wins, and must point at something.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @returns {Resource[]}
 * @throws {RangeError} when a variable names a path that does not exist
 */
export function findResources(root, env) {
  const folders = ['/usr/bin', ...(env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')];
  const browsers = ['chromium', 'chromium-browser', 'google-chrome'];
  return [
    {
      variable: 'DPFAIR_CHROMIUM',
      what: 'browser tests',
      candidates: browsers.flatMap((name) => folders.map((folder) => join(folder, name))),
      wanted: `${browsers.join(', ')} in /usr/bin or the PATH`,
    },
    {
      variable: 'DPFAIR_REAL_DATA',
      what: 'real-data tests',
      candidates: [resolve(root, '../shared/data')],
      wanted: 'public data files in ../shared/data',
    },
  ].map(({ variable, what, candidates, wanted }) => {
    const named = env[variable];
    if (named !== undefined && named !== '' && !existsSync(named))
      throw new RangeError(`${variable}: ${named} (allowed: a path that exists)`);
    return { variable, what, path: named || candidates.find((path) => existsSync(path)), wanted };
  });
}
