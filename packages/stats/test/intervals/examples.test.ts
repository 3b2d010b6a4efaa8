import { readdirSync, readFileSync } from 'node:fs';
import * as stats from '@dpfair/stats';
import { describe, expect, test } from 'vitest';

/** The examples of a folder of src: statements, then a last line `expression // value`. */
function examples(folder: string): (readonly [statements: string, expression: string, value: string])[] {
  const place = new URL(`../../src/${folder}/`, import.meta.url);
  const texts = readdirSync(place).map((file) => readFileSync(new URL(file, place), 'utf8'));
  const blocks = texts.flatMap((text) => [...text.matchAll(/@example\n((?: \* .+\n)+?) \*\//g)]);
  return blocks.map((block) => {
    const lines = (block[1] as string)
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(3));
    const [expression, value] = (lines.pop() as string).split(' // ') as [string, string];
    return [lines.join('\n'), expression, value];
  });
}

const folders = [
  ['random', 6],
  ['moments', 2],
  ['intervals', 4],
] as const;

describe.each(folders)('the examples of %s', (folder, count) => {
  test.each(examples(folder))('%s %s gives %s', (statements, expression, value) => {
    const run = (result: string) =>
      new Function(...Object.keys(stats), `${statements}\nreturn ${result}`)(...Object.values(stats));
    expect(run(expression)).toEqual(run(`(${value})`));
  });

  test('were all found', () => expect(examples(folder)).toHaveLength(count));
});
