import { readdirSync, readFileSync } from 'node:fs';
import * as stats from '@dpfair/stats';
import { describe, expect, test } from 'vitest';
import { productError } from '../src/special/exact-product.js';

const names = { ...stats, productError };

/** One-line examples, `expression // value`, of the doc blocks in a folder of src. */
function examples(folder: string): [expression: string, value: string][] {
  const place = new URL(`../src/${folder}/`, import.meta.url);
  return readdirSync(place)
    .filter((file) => file.endsWith('.ts'))
    .flatMap((file) => [
      ...readFileSync(new URL(file, place), 'utf8').matchAll(/@example\n \* (.+?) \/\/ (-?[\d[].*)\n/g),
    ])
    .map((match) => [match[1] as string, match[2] as string]);
}

describe.each(['special', 'distributions', 'quadrature', 'roots'])('the examples in %s', (folder) => {
  test.each(examples(folder))('%s prints %s', (expression, value) => {
    const found: unknown = new Function(...Object.keys(names), `return ${expression}`)(...Object.values(names));
    expect(JSON.stringify(found instanceof Float64Array ? [...found] : found)).toBe(JSON.stringify(JSON.parse(value)));
  });
});

test('the examples were found', () => {
  expect(['special', 'distributions', 'quadrature', 'roots'].map((folder) => examples(folder).length)).toEqual([
    5, 4, 5, 2,
  ]);
});
