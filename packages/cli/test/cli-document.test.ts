import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { cliDocument } from '../src/cli-document.js';
import { toolOf } from '../src/tool.js';

it('docs/cli.md is what the command says (run node packages/cli/scripts/generate-docs.mjs when it is not)', async () => {
  const path = fileURLToPath(new URL('../../../docs/cli.md', import.meta.url));
  expect(readFileSync(path, 'utf8')).toBe(await cliDocument(toolOf().version));
});
