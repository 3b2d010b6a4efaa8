import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { node, root, shell } from './run-dpfair.js';

const readme = readFileSync(`${root}README.md`, 'utf8');

it('the first page shows what its command prints', async () => {
  const [, command = '', printed] = /```console\n\$ npx (.*)\n([\s\S]*?)```/.exec(readme) ?? [];
  const { code, out, err } = await shell(command, { cwd: root });
  expect([code, err]).toEqual([0, '']);
  expect(out).toBe(printed);
});

it('the first page shows what its program prints', async () => {
  const [, program = '', printed] = /```js\n([\s\S]*?)```\n\n```\n([\s\S]*?)```/.exec(readme) ?? [];
  const script = `${root}packages/cli/dist/first-page-example.mjs`;
  writeFileSync(script, program);
  try {
    const { code, out, err } = await node(script);
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(printed);
  } finally {
    rmSync(script);
  }
});
