import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

/**
 * @typedef {{ variable: string, what: string, path: string | undefined, missing: string, wrong: boolean }} Resource
 *   something outside the repository that the tests called `what` need; `variable` carries its path to them, `missing`
 *   says what was looked for, `wrong` that the variable was set to a path that does not exist
 */

/**
 * Looks for a Chromium and for the folder of real data. A variable that is set wins, and is never passed over.
 *
 * @param {string} root
 * @param {Record<string, string | undefined>} env
 * @returns {Resource[]}
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
    if (!named)
      return {
        variable,
        path: candidates.find((path) => existsSync(path)),
        missing: `no ${wanted}`,
        what,
        wrong: false,
      };
    const wrong = !existsSync(named);
    return { variable, path: wrong ? undefined : named, missing: `${variable} names nothing: ${named}`, what, wrong };
  });
}
