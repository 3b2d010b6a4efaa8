import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printedExamples } from './examples-of.js';
import { root } from './run-dpfair.js';

describe.each(printedExamples)('the examples of %s', (_page, lines) => {
  it('call the command as a fresh clone has it', () => {
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => !line.startsWith('npx dpfair '))).toEqual([]);
  });

  it('read files that exist, or that an earlier one wrote', () => {
    const written = new Set<string>();
    for (const line of lines) {
      for (const [, output = ''] of line.matchAll(/--(?:json|csv|html|svg|model-out) (\S+)/g)) written.add(output);
      for (const [name] of line.matchAll(/\S+\.(?:csv|txt|jsonl?|yaml)\b/g))
        expect([line, existsSync(join(root, name)) || written.has(name)]).toEqual([line, true]);
    }
  });
});
