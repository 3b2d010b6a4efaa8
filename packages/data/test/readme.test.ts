import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

it('the example of the README prints what the README says', () => {
  const home = fileURLToPath(new URL('..', import.meta.url));
  const readme = readFileSync(join(home, 'README.md'), 'utf8');
  const [, example, output] = /```js\n(.*?)```\n\n```\n(.*?)```/s.exec(readme) as RegExpExecArray;
  // Inside the package, so that the example finds it by name.
  const directory = mkdtempSync(join(home, 'dist', 'readme-'));
  try {
    const file = join(directory, 'example.mjs');
    writeFileSync(file, example as string);
    expect(execFileSync(process.execPath, [file], { encoding: 'utf8' })).toBe(output);
  } finally {
    rmSync(directory, { recursive: true });
  }
});
