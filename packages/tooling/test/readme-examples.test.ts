import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Pages with a program. */
const pages = [
  'README.md',
  'docs/methods/models.md',
  ...[
    'cli',
    'data',
    'decisions',
    'disclosure',
    'engine',
    'fairness',
    'individual',
    'mechanisms',
    'result',
    'stats',
  ].map((name) => `packages/${name}/README.md`),
  'docs/methods/learning.md',
  'docs/methods/learning-data.md',
  'docs/methods/pruning.md',
  'docs/methods/smoothing.md',
  'docs/methods/stability.md',
  'docs/methods/onnx.md',
  'docs/methods/attacks.md',
  'docs/methods/learning-remedies.md',
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
  it.each(pages)('%s', (page) => {
    const { program, stated } = readExample(readFileSync(`${root}${page}`, 'utf8'));
    expect(stated).not.toBe('');
    const place = mkdtempSync(join(tmpdir(), 'dpfair-readme-'));
    // Packages are found by their names from here, as installed ones are.
    symlinkSync(`${root}node_modules`, `${place}/node_modules`);
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
