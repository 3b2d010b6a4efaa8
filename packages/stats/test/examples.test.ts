import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const source = new URL('../src/', import.meta.url);
const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\w\/[\w-]+\.ts$/.test(file));

/** Every export of every file, so that an example finds what it names. */
const names: Record<string, unknown> = {};
for (const file of files) Object.assign(names, await import(new URL(file, source).pathname));

/** The examples of a file: statements, then a last line `expression // value`. */
function examples(file: string): (readonly [statements: string, expression: string, value: string])[] {
  const blocks = readFileSync(new URL(file, source), 'utf8').matchAll(/@example\n((?: \* .+\n)+?) \*\//g);
  return [...blocks].map((block) => {
    const lines = (block[1] as string).trimEnd().split('\n');
    const [expression, value] = (lines.pop() as string).slice(3).split(' // ') as [string, string];
    return [lines.map((line) => line.slice(3)).join('\n'), expression, value];
  });
}

const plain = (value: unknown) => (value instanceof Float64Array ? [...value] : value);

describe.each(files.filter((file) => examples(file).length > 0))('the examples in %s', (file) => {
  test.each(examples(file))('%s %s gives %s', (statements, expression, value) => {
    const run = (result: string): unknown =>
      new Function(...Object.keys(names), `${statements}\nreturn ${result}`)(...Object.values(names));
    expect(plain(run(expression))).toEqual(plain(run(`(${value})`)));
  });
});

test('every example was found', () => {
  const marks = files.flatMap((file) => readFileSync(new URL(file, source), 'utf8').match(/@example/g) ?? []);
  expect(files.flatMap(examples)).toHaveLength(marks.length);
});
