import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Pages whose first `ts` block states values behind `// `, as `node` would print them. */
const pages = ['packages/result', 'packages/mechanisms', 'packages/decisions', 'packages/fairness'];

/** Turns `expression; // value` into a line that prints the expression, and collects the values. */
function instrument(code: string): { readonly program: string; readonly stated: string[] } {
  const stated: string[] = [];
  const program = code.replace(/^(\S.*); \/\/ (.*)$/gm, (_line, expression: string, value: string) => {
    stated.push(value);
    return `console.log(inspect(${expression}));`;
  });
  return { program: `import { inspect } from 'node:util';\n${program}`, stated };
}

describe('the example of a package page is true', () => {
  it.each(pages)('%s', (page) => {
    const readme = readFileSync(`${root}${page}/README.md`, 'utf8');
    const { program, stated } = instrument(/```ts\n([\s\S]*?)```/.exec(readme)?.[1] ?? '');
    expect(stated.length).toBeGreaterThan(1);
    const printed = execFileSync(process.execPath, ['--input-type=module', '-'], {
      input: program,
      cwd: `${root}${page}`,
      encoding: 'utf8',
    });
    expect(printed.trimEnd().split('\n')).toEqual(stated);
  });
});
