import { readFileSync } from 'node:fs';
import { integrateHalfLine, laplace, upperTailOfWeightedSum } from '@dpfair/stats';
import { expect, test } from 'vitest';

test('the README prints what its example prints', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const code = readme.match(/```ts\n(import .*\n\n)([\s\S]*?)```/)?.[2] ?? '';
  const printed = readme.match(/```text\n([\s\S]*?)```/)?.[1];
  const lines: string[] = [];
  const console = { log: (value: unknown) => lines.push(`${String(value)}\n`) };
  new Function('integrateHalfLine', 'laplace', 'upperTailOfWeightedSum', 'console', code)(
    integrateHalfLine,
    laplace,
    upperTailOfWeightedSum,
    console,
  );
  expect(lines.join('')).toBe(printed);
});
