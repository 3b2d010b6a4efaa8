import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printedExamples } from './examples-of.js';
import { root, shell, temporaryFolder } from './run-dpfair.js';

describe.each(printedExamples)('the examples of %s', (_page, lines) => {
  const folder = temporaryFolder();
  beforeAll(() => symlinkSync(join(root, 'fixtures'), join(folder.path, 'fixtures')));
  afterAll(() => folder.remove());

  it('run as printed, one after the other, from the folder of a clone', { timeout: 300_000 }, async () => {
    const { code, out } = await shell(lines.join(' &&\n'), { cwd: folder.path });
    expect(code).toBe(0);
    expect(out).not.toBe('');
  });
});
