import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { houseFaults } from '../import-direction.mjs';

const house = JSON.parse(readFileSync(new URL('../house.json', import.meta.url), 'utf8'));
const trees: string[] = [];

afterEach(() => {
  for (const tree of trees.splice(0)) rmSync(tree, { recursive: true });
});

/** The faults of a temporary tree: `files` over a clean house of stats, result, engine and cli. */
function faultsOf(files: Record<string, string>, table = house): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), 'house-'));
  trees.push(root);
  const clean: Record<string, string> = {
    'stats/package.json': '{"name":"@dpfair/stats","dependencies":{"simple-statistics":"1"}}',
    'stats/src/index.ts': "export { mean } from './mean.js';\n",
    'stats/src/mean.ts': "import * as sums from 'simple-statistics';\nexport const mean = sums.mean;\n",
    'result/package.json': '{"name":"@dpfair/result","dependencies":{"zod":"4"}}',
    'result/src/index.ts': "export * as z from 'zod/v4';\n",
    'engine/package.json': '{"name":"@dpfair/engine","dependencies":{"@dpfair/stats":"1","@dpfair/result":"1"}}',
    'engine/src/index.ts':
      "import { cpus } from 'node:os';\nimport { mean } from '@dpfair/stats';\nexport const at = [Date.now(), new Date(), mean, cpus];\n",
    'engine/test/index.test.ts':
      "import { readFileSync } from 'node:fs';\nimport { test } from 'vitest';\nimport { x } from '@dpfair/tooling/x.js';\nimport { at } from '../src/index.js';\n",
    'cli/package.json': '{"name":"dpfair","dependencies":{"@dpfair/engine":"1","yargs":"1"}}',
    'cli/src/index.ts': "import yargs from 'yargs';\nexport { at } from '@dpfair/engine';\nprocess.exitCode = 0;\n",
  };
  for (const [path, text] of Object.entries({ ...clean, ...files })) {
    const full = join(root, 'packages', path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
  }
  return houseFaults(root, table);
}

describe('the house check', () => {
  test('a tree that follows the table has no faults', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ 'stats/src/open.ts': "import { base64 } from '../dist/kernels/pairs.js';\n" })).toEqual([]);
  });

  test.each([
    ["import { at } from '@dpfair/engine';", 'stats -> @dpfair/engine (allowed: simple-statistics, ml-matrix)'],
    ["import type { At } from '@dpfair/engine';", 'stats -> @dpfair/engine (allowed: simple-statistics, ml-matrix)'],
    ["export * from '@dpfair/result';", 'stats -> @dpfair/result (allowed: simple-statistics, ml-matrix)'],
    ["type Z = import('zod').ZodType;", 'stats -> zod (allowed: simple-statistics, ml-matrix)'],
    ["await import('lodash/fp');", 'stats -> lodash/fp (allowed: simple-statistics, ml-matrix)'],
    ["import {\n  a,\n} from '@dpfair/unknown';", 'stats -> @dpfair/unknown (allowed: simple-statistics, ml-matrix)'],
  ])('an arrow outside the table is refused: %s', (line, what) => {
    const at = 1 + line.split('\n').length;
    expect(faultsOf({ 'stats/src/bad.ts': `// a first line\n${line}\n` })).toContain(
      `packages/stats/src/bad.ts:${at}: arrow not in the table: ${what}`,
    );
  });

  test('a dependency outside the table is refused in package.json too', () => {
    const manifest =
      '{\n  "dependencies": {\n    "simple-statistics": "1",\n    "lodash": "1",\n    "@dpfair/result": "1"\n  }\n}\n';
    expect(faultsOf({ 'stats/package.json': manifest })).toEqual([
      'packages/stats/package.json:4: arrow not in the table: stats -> lodash',
      'packages/stats/package.json:5: arrow not in the table: stats -> @dpfair/result',
    ]);
  });

  test('an import that package.json does not declare is refused', () => {
    expect(faultsOf({ 'stats/src/bad.ts': "import 'ml-matrix';\n" })).toEqual([
      'packages/stats/src/bad.ts:1: import not declared in package.json: ml-matrix',
    ]);
  });

  test('a subpath import counts as every package it maps to', () => {
    const dependencies = { 'simple-statistics': '1' };
    const imports = {
      '#known': { browser: 'simple-statistics/dist', default: 'simple-statistics' },
      '#half': { browser: { import: 'lodash/fp' }, default: 'simple-statistics' },
      '#undeclared': 'ml-matrix',
      '#file': './dist/mean.js',
    };
    const files = {
      'stats/package.json': JSON.stringify({ name: '@dpfair/stats', dependencies, imports }),
      'stats/src/x.ts': "import '#known';\nimport '#half';\nimport '#undeclared';\nimport '#file';\nimport '#none';\n",
    };
    expect(faultsOf(files)).toEqual([
      'packages/stats/src/x.ts:2: arrow not in the table: stats -> lodash/fp (allowed: simple-statistics, ml-matrix)',
      'packages/stats/src/x.ts:3: import not declared in package.json: ml-matrix',
      'packages/stats/src/x.ts:4: subpath import of a file: #file -> ./dist/mean.js (allowed: a relative path)',
      'packages/stats/src/x.ts:5: import not declared in package.json: #none',
    ]);
  });

  test('a cycle between files is refused, type-only imports included', () => {
    const files = {
      'stats/src/a.ts': "import './b.js';\n",
      'stats/src/b.ts': "import type { C } from './c.js';\n",
      'stats/src/c.ts': "\nexport { A } from './a.js';\n",
    };
    expect(faultsOf(files)).toEqual([
      'packages/stats/src/a.ts:1: import cycle: packages/stats/src/a.ts -> packages/stats/src/b.ts -> packages/stats/src/c.ts -> packages/stats/src/a.ts',
    ]);
  });

  test('a cycle between packages is refused', () => {
    const arrow = { 'stats/src/bad.ts': "import type { At } from '@dpfair/engine';\n" };
    const cycle = 'packages/engine/src/index.ts:2: package cycle: engine -> stats -> engine';
    expect(faultsOf(arrow)).toContain(cycle);
    const closed = faultsOf({ ...arrow, 'stats/src/index.ts': "export * from './bad.js';\n" });
    expect(closed).toContain(cycle);
    expect(closed.filter((fault) => fault.includes('import cycle: packages/'))).toHaveLength(1);
  });

  test.each([
    ['Math.random();', 'Math.random (allowed: in: no package)'],
    ['const f = Math . random;', 'Math.random (allowed: in: no package)'],
    ['Date.now();', 'Date.now (allowed: in: engine, cli, tooling)'],
    ['new Date(0);', 'new Date( (allowed: in: engine, cli, tooling)'],
    ['process.exit(1);', 'process.exit( (allowed: process.exitCode)'],
    ["import 'node:fs';", 'node built-in: node:fs (allowed in: engine, cli, tooling)'],
    ["import 'fs/promises';", 'node built-in: fs/promises (allowed in: engine, cli, tooling)'],
    ["require('fs');", 'node built-in: fs (allowed in: engine, cli, tooling)'],
    [
      "import '@dpfair/engine/src/run.js';",
      'import from inside another package: @dpfair/engine/src/run.js (allowed: @dpfair/engine)',
    ],
    ["import '../../engine/src/index.js';", 'path leaves its package: ../../engine/src/index.js'],
    ["import '/etc/passwd';", 'path leaves its package: /etc/passwd'],
    ["import '../test/x.js';", 'source imports from outside src: ../test/x.js'],
    ["import '../dist/x.js';", 'source imports from outside src: ../dist/x.js'],
    ["import '@dpfair/stats';", 'package imports itself by name: @dpfair/stats (allowed: a relative path)'],
    [
      "import '@dpfair/tooling/x.js';",
      'import from inside another package: @dpfair/tooling/x.js (allowed: @dpfair/tooling)',
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of the file under check
    ['const t = `${Math.random()}`;', 'Math.random (allowed: in: no package)'],
    ["const u = a / b; Math.random(); '/'", 'Math.random (allowed: in: no package)'],
  ])('refused in the source of a package without the room: %s', (line, what) => {
    expect(faultsOf({ 'stats/src/bad.ts': `\n${line}\n` })).toEqual([`packages/stats/src/bad.ts:2: ${what}`]);
  });

  test('process.exit( is refused in tests and scripts that the table does not name, Math.random in the engine', () => {
    const files = {
      'cli/test/x.test.ts': 'process.exit(0);\n',
      'cli/test/dies.mjs': 'process.exit(0);\n',
      'engine/src/x.ts': 'Math.random();\n',
    };
    expect(faultsOf(files, { ...house, processExitIn: ['packages/cli/test/dies.mjs'] })).toEqual([
      'packages/cli/test/x.test.ts:1: process.exit( (allowed: process.exitCode)',
      'packages/engine/src/x.ts:1: Math.random (allowed: in: no package)',
    ]);
  });

  test('a test may not reach inside another package', () => {
    const text = "import '../../stats/src/mean.js';\nimport '@dpfair/stats/dist/mean.js';\n";
    expect(faultsOf({ 'cli/test/x.test.ts': text })).toEqual([
      'packages/cli/test/x.test.ts:1: path leaves its package: ../../stats/src/mean.js',
      'packages/cli/test/x.test.ts:2: import from inside another package: @dpfair/stats/dist/mean.js (allowed: @dpfair/stats)',
    ]);
  });

  test('words in comments, strings, templates and regular expressions are not code', () => {
    // biome-ignore-start lint/suspicious/noTemplateCurlyInString: the text of the file under check
    const prose = [
      "// Math.random() and import 'node:fs'",
      "/* new Date( \n process.exit(1) import x from 'lodash' */",
      "export const a = 'Math.random()' + \"Date.now\" + `new Date( ${'process.exit('} import 'fs'`;",
      "export const b = /Math.random'/.test(a), c = Array.from('lodash'), d = { from: 'lodash' };",
    ].join('\n');
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: the text of the file under check
    expect(faultsOf({ 'stats/src/prose.ts': prose })).toEqual([]);
  });

  test('a file too long to be read at once is refused, a table is not', () => {
    const lines = (count: number) => '// a line\n'.repeat(count);
    const size = { ...house.size, tables: ['packages/stats/src/table.ts'] };
    const files = {
      'stats/src/long.ts': lines(401),
      'stats/src/full.ts': lines(400),
      'stats/src/table.ts': lines(900),
    };
    expect(faultsOf(files, { ...house, size })).toEqual(['packages/stats/src/long.ts:400: 401 lines (allowed: 400)']);
  });

  test('a folder with too many files is refused: 12 under src, 18 elsewhere, not counting its subfolders', () => {
    const filesIn = (folder: string, count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, k) => [`${folder}/file-${k}.ts`, '']));
    expect(
      faultsOf({ ...filesIn('stats/src/a', 12), ...filesIn('stats/src/a/b', 12), ...filesIn('stats/test', 18) }),
    ).toEqual([]);
    expect(faultsOf({ ...filesIn('stats/src/a', 13), ...filesIn('stats/test', 19) })).toEqual([
      'packages/stats/src/a: 13 files in a folder (allowed: 12; subfolders by theme)',
      'packages/stats/test: 19 files in a folder (allowed: 18; subfolders by theme)',
    ]);
  });

  test('a package folder without a row is refused', () => {
    expect(faultsOf({ 'extra/package.json': '{}' })).toEqual(['packages/extra: no row in house.json']);
  });
});
