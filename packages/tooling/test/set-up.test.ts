import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

const tooling = fileURLToPath(new URL('../', import.meta.url));
const compiler = 'node_modules/typescript/bin/tsc';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'dpfair-set-up-')));
  for (const file of ['set-up.mjs', 'check/is-at-least.mjs'])
    cpSync(join(tooling, file), join(root, 'packages/tooling', file));
  write('package.json', '{"type":"module","engines":{"node":">=20.19"}}');
  write('package-lock.json', '{}');
  const noting = (word: string) => `import { appendFileSync } from 'node:fs';\nappendFileSync('log', '${word}\\n');\n`;
  write('packages/tooling/build-kernels.mjs', noting('kernels'));
  write('packages/tooling/bundle-packages.mjs', noting('bundles'));
  write('packages/cli/scripts/stamp-commit.mjs', noting('stamp'));
  npmThatInstalls(0);
});
afterEach(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text, { mode: 0o755 });
}

/** Puts a program named npm in front of the PATH; it notes how it was called. */
function npm(script: string): void {
  write('bin/npm', `#!/bin/sh\necho npm "$@" >> log\n${script}\n`);
}

/** What npm does when all is well: it puts a compiler there, which notes that it was called and ends with `code`. */
function npmThatInstalls(code: number): void {
  write('compiler', `require('node:fs').appendFileSync('log', 'tsc\\n');\nprocess.exitCode = ${code};\n`);
  npm(`mkdir -p ${dirname(compiler)}; cp compiler ${compiler}; touch node_modules/.package-lock.json`);
}

function setUp(env: NodeJS.ProcessEnv = {}): { code: number | null; said: string; log: string } {
  const path = `${join(root, 'bin')}${delimiter}${process.env.PATH}`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['packages/tooling/set-up.mjs'], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...env, PATH: path },
  });
  const log = existsSync(join(root, 'log')) ? readFileSync(join(root, 'log'), 'utf8') : '';
  return { code: status, said: stdout + stderr, log };
}

const installing = 'npm ci --include=dev --no-audit --no-fund --loglevel=error\n';

it.each([{}, { NODE_ENV: 'production' }, { npm_config_omit: 'dev' }])(
  'a fresh clone is installed with what builds it, then built and bundled, then stamped (%j)',
  (env) => {
    expect(setUp(env)).toMatchObject({ code: 0, log: `${installing}kernels\ntsc\nbundles\nstamp\n` });
    expect(setUp(env)).toEqual({
      code: 0,
      said: '',
      log: `${installing}kernels\ntsc\nbundles\nstamp\nkernels\ntsc\nbundles\nstamp\n`,
    });
  },
);

it('a newer lock file, or an installation without the compiler, is installed again', () => {
  setUp();
  utimesSync(join(root, 'package-lock.json'), new Date(), new Date(Date.now() + 60_000));
  expect(setUp().log).toBe(`${installing}kernels\ntsc\nbundles\nstamp\n`.repeat(2));
  utimesSync(join(root, 'package-lock.json'), new Date(), new Date(0));
  rmSync(join(root, compiler));
  expect(setUp().log).toBe(`${installing}kernels\ntsc\nbundles\nstamp\n`.repeat(3));
});

it('an installation that fails is said in the last line, and nothing is built', () => {
  npm('echo a hundred lines of npm >&2; exit 3');
  const { code, said, log } = setUp();
  expect([code, log]).toEqual([1, installing]);
  expect(said).toMatch(/a hundred lines of npm\nset-up failed: installing \(npm ci\): exit code 3\n$/);
});

it('an installation that is ended from outside is said, with the signal', () => {
  npm('kill -TERM $$');
  const { code, said } = setUp();
  expect(code).toBe(1);
  expect(said).toMatch(/\nset-up failed: installing \(npm ci\): SIGTERM\n$/);
});

it('a build that fails is said in the last line', () => {
  npmThatInstalls(2);
  const { code, said } = setUp();
  expect(code).toBe(1);
  expect(said).toMatch(/(^|\n)set-up failed: building \(tsc -b\): exit code 2\n$/);
});

it('a Node that is too old is said, and nothing is installed', () => {
  write('package.json', '{"type":"module","engines":{"node":">=99.1"}}');
  const { code, said, log } = setUp();
  expect([code, log]).toEqual([1, '']);
  expect(said).toBe(`node: ${process.versions.node} (allowed: 99.1 or newer)\n`);
});
