import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { temporaryFolder } from './process/run-dpfair.js';

const folder = temporaryFolder();
afterAll(folder.remove);
const built = fileURLToPath(new URL('../dist/tool.js', import.meta.url));

/** What the built module says in a package of its own. */
async function toolIn(name: string, note: string | undefined) {
  const place = join(folder.path, name);
  mkdirSync(join(place, 'dist'), { recursive: true });
  writeFileSync(join(place, 'package.json'), '{"name":"dpfair","version":"9.8.7","type":"module"}');
  // Its source map stays behind: it is not read here.
  writeFileSync(join(place, 'dist/tool.js'), readFileSync(built, 'utf8').replace(/\n\/\/# sourceMapping.*/, ''));
  if (note !== undefined) writeFileSync(join(place, 'dist/commit.json'), note);
  const { toolOf } = await import(pathToFileURL(join(place, 'dist/tool.js')).href);
  return toolOf();
}

it('the tool names the commit that its build noted', async () => {
  expect(await toolIn('stamped', '{"commit":"abc-dirty"}\n')).toEqual({
    name: 'dpfair',
    version: '9.8.7',
    commit: 'abc-dirty',
  });
});

it.each([
  ['no note', undefined],
  ['an empty note', ''],
  ['a note of another kind', '{"commit":7}'],
])('with %s the commit is not known', async (name, note) => {
  expect((await toolIn(name, note)).commit).toBeNull();
});

it('the version is that of the package', async () => {
  const { toolOf } = await import('../src/tool.js');
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(toolOf()).toMatchObject({ name: 'dpfair', version });
});
