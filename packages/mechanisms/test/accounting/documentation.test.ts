import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import * as mechanisms from '../../src/index.js';

const page = readFileSync(new URL('../../../../docs/methods/accounting.md', import.meta.url), 'utf8');
const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(page) ?? [];

describe('the page on accounting', () => {
  it('shows what its example gives', () => {
    const lines = example.split('\n').filter((line) => !line.startsWith('import'));
    const shown = lines.filter((line) => line.includes(' // '));
    expect(shown.length).toBeGreaterThan(3);
    const code = lines.map((line) => line.replace(/^(.*); \/\/ .*$/, 'given.push($1);')).join('\n');
    const given: unknown[] = [];
    runInNewContext(code.replaceAll(' as const', ''), { ...mechanisms, given });
    expect(given.map((value) => (typeof value === 'string' ? `'${value}'` : String(value)))).toEqual(
      shown.map((line) => line.split(' // ')[1]),
    );
  });
});
