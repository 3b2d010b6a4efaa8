import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Pages with a program, and the package it runs inside, so that the program finds that package by name. */
const pages: readonly (readonly [page: string, folder: string])[] = [
  ['README.md', 'packages/cli'],
  ['packages/cli/README.md', 'packages/cli'],
  ['packages/data/README.md', 'packages/data'],
  ['packages/decisions/README.md', 'packages/decisions'],
  ['packages/engine/README.md', 'packages/engine'],
  ['packages/fairness/README.md', 'packages/fairness'],
  ['packages/mechanisms/README.md', 'packages/mechanisms'],
  ['packages/result/README.md', 'packages/result'],
  ['packages/stats/README.md', 'packages/stats'],
];

/** The first program of a page, and what the page says it prints: the block right after it, or the values behind `// `. */
function readExample(markdown: string): { readonly program: string; readonly stated: string } {
  const [, code = '', output] = /```[jt]s\n([\s\S]*?)```\n(?:\n```(?:text)?\n([\s\S]*?)```)?/.exec(markdown) ?? [];
  if (output !== undefined) return { program: code, stated: output };
  let stated = '';
  const program = code.replace(/^(\S.*); \/\/ (.*)$/gm, (_line, expression: string, value: string) => {
    stated += `${value}\n`;
    return `console.log(inspect(${expression}));`;
  });
  return { program: `import { inspect } from 'node:util';\n${program}`, stated };
}

describe('the example of a page prints what the page says', () => {
  it.each(pages)('%s', (page, folder) => {
    const { program, stated } = readExample(readFileSync(`${root}${page}`, 'utf8'));
    expect(stated).not.toBe('');
    const place = mkdtempSync(`${root}${folder}/dist/readme-`);
    try {
      writeFileSync(`${place}/example.mjs`, program);
      const { status, stdout, stderr } = spawnSync(process.execPath, [`${place}/example.mjs`], {
        cwd: root,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toBe(stated);
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
