import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { closingLine, readCounts } from '../../check/read-counts.mjs';

test('counts come from what vitest reports, a file that does not load included', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counts-'));
  try {
    writeFileSync(
      join(folder, 'a.test.js'),
      "test('one', () => {}); test('two', () => { throw 1 }); test.skip('three', () => {});",
    );
    writeFileSync(join(folder, 'b.test.js'), "describe('in', () => { test.todo('four'); test('five', () => {}); });");
    writeFileSync(join(folder, 'c.test.js'), "import './missing.js'; test('six', () => {});");
    const vitest = fileURLToPath(new URL('../../../../node_modules/vitest/vitest.mjs', import.meta.url));
    const output = join(folder, 'out.json');
    const args = ['run', '--globals', '--root', folder, '--reporter=json', `--outputFile=${output}`];
    expect(spawnSync(process.execPath, [vitest, ...args]).status).toBe(1);
    const counts = readCounts(JSON.parse(readFileSync(output, 'utf8')), `${folder}/`);
    expect(counts).toEqual({ passed: 2, failed: 2, skipped: ['a.test.js > three', 'b.test.js > in four'] });
    expect(closingLine(counts)).toBe('2 passed, 2 failed, 2 skipped');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
