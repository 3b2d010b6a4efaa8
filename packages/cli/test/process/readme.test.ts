import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { node, root, shell } from './run-dpfair.js';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

describe.each([
  ['the first page', `${root}README.md`],
  ['the README', `${packageFolder}README.md`],
])('%s', (_page, path) => {
  const readme = readFileSync(path, 'utf8');

  it('shows what its command prints', async () => {
    const [, command = '', printed] = /```console\n\$ (?:npx )?(.*)\n([\s\S]*?)```/.exec(readme) ?? [];
    const { code, out, err } = await shell(command, { cwd: root });
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(printed);
  });

  it('shows what its program prints', async () => {
    const [, program = '', printed] = /```js\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
    // Inside the package, so that `dpfair` is found by its own name, as an installed one is.
    const script = `${packageFolder}dist/readme-example.mjs`;
    writeFileSync(script, program);
    try {
      const { code, out, err } = await node(script);
      expect([code, err]).toEqual([0, '']);
      expect(out).toBe(printed);
    } finally {
      rmSync(script);
    }
  });
});
