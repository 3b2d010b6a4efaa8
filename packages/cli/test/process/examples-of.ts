import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Argv } from 'yargs';
import { commands } from '../../src/command-line/commands.js';
import { root } from './run-dpfair.js';

/** The examples that a command gives to its help. */
function examplesOf(build: (argv: Argv) => Argv): string[] {
  const lines: string[] = [];
  const argv: Argv = new Proxy({} as Argv, {
    get: (_target, name) => (given: readonly (readonly string[])[]) => {
      if (name === 'example') lines.push(...given.map(([line = '']) => line.replaceAll('$0', 'dpfair')));
      return argv;
    },
  });
  build(argv);
  return lines;
}

/** The commands of the first page that are there to be tried. */
function triedOnFirstPage(): string[] {
  const page = readFileSync(join(root, 'README.md'), 'utf8');
  return [...page.matchAll(/^ {2}`(npx dpfair .*)`$/gm)].map(([, line = '']) => line);
}

/** Every list of commands that is printed to be tried, by where it is. */
export const printedExamples: readonly (readonly [string, readonly string[]])[] = [
  ['the first page', triedOnFirstPage()],
  ...Object.entries(commands).map(([name, { build }]) => [`dpfair ${name} --help`, examplesOf(build)] as const),
];
