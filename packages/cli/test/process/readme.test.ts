import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dpfairHere, root, shell, wordsOf } from './run-dpfair.js';

const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

describe.each([
  ['the first page', `${root}README.md`],
  ['the README', `${packageFolder}README.md`],
  ['the page on language assistance', `${root}docs/methods/language.md`],
  ['the page on seats', `${root}docs/methods/apportionment.md`],
  ['the page on mitigations', `${root}docs/methods/mitigations.md`],
  ['the page on targets', `${root}docs/methods/targets.md`],
  ['the page on Title I', `${root}docs/methods/title1.md`],
  ['the page on discrete noise', `${root}docs/methods/discrete-noise.md`],
  ['the page on private training', `${root}docs/methods/learning.md`],
  ['the page on smoothing', `${root}docs/methods/smoothing.md`],
  ['the page on stable and fair classification', `${root}docs/methods/stability.md`],
  ['the page on sampling error', `${root}docs/methods/sampling-error.md`],
])('%s', (page, path) => {
  const readme = readFileSync(path, 'utf8');

  const blocks = [...readme.matchAll(/```console\n\$ (.*)\n([\s\S]*?)```/g)].map(([, command = '', printed = '']) => ({
    command,
    printed,
  }));

  it('has a command', () => expect(blocks.length).toBeGreaterThan(0));

  it.each(blocks)('shows what its command prints: $command', async ({ command, printed }) => {
    expect(command).toMatch(/^npx dpfair |\| npx dpfair /);
    // In a shell what a fresh clone has, what simulates on worker threads, and pipes; the others here, which is faster.
    const inShell = ['the first page', 'the page on mitigations'].includes(page) || / [|>] /.test(command);
    const { code, out, err } = inShell ? await shell(command, { cwd: root }) : await dpfairHere(await wordsOf(command));
    expect([code, err]).toEqual([0, '']);
    expect(out).toBe(printed);
  });
});
