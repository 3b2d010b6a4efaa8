import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

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

/** Runs the programs in its arguments one after the other, and prints as JSON what each printed and threw: they load the packages once. */
const runner = `
  import { pathToFileURL } from 'node:url';
  const [write, out] = [process.stdout.write, process.stdout];
  const printed = [];
  for (const path of process.argv.slice(2)) {
    let text = '';
    out.write = (chunk) => { text += chunk; return true; };
    let fault;
    try {
      await import(pathToFileURL(path).href);
    } catch (error) {
      fault = String(error?.stack ?? error);
    }
    // What it left to be printed after it is its own.
    await new Promise((resolve) => setTimeout(resolve, 10));
    printed.push({ text, fault });
  }
  out.write = write;
  console.log(JSON.stringify(printed));
`;

describe('the example of a page prints what the page says', () => {
  const examples = pages.map((page) => readExample(readFileSync(`${root}${page}`, 'utf8')));
  const place = mkdtempSync(join(tmpdir(), 'dpfair-readme-'));
  let printed: readonly { readonly text: string; readonly fault?: string }[] = [];
  afterAll(() => rmSync(place, { recursive: true }));

  beforeAll(() => {
    // Packages are found by their names from here, as installed ones are.
    symlinkSync(`${root}node_modules`, `${place}/node_modules`);
    writeFileSync(`${place}/runner.mjs`, runner);
    const paths = examples.map(({ program }, index) => {
      writeFileSync(`${place}/example-${index}.mjs`, program);
      return `${place}/example-${index}.mjs`;
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, [`${place}/runner.mjs`, ...paths], {
      cwd: root,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
    printed = JSON.parse(stdout);
  }, 60_000);

  it.each(pages.map((page, index) => ({ page, index })))('$page', ({ index }) => {
    const stated = examples[index]?.stated;
    expect(stated).not.toBe('');
    expect(printed[index]).toEqual({ text: stated });
  });
});
