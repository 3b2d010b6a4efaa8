import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { cliDocument, helpTexts } from '../src/cli-document.js';
import { toolOf } from '../src/tool.js';

it('docs/cli.md is what the command says (run node packages/cli/scripts/generate-docs.mjs when it is not)', async () => {
  const path = fileURLToPath(new URL('../../../docs/cli.md', import.meta.url));
  expect(readFileSync(path, 'utf8')).toBe(await cliDocument(toolOf().version));
});

it('the help that is kept as text is what the command would lay out (same script when it is not)', async () => {
  const texts = await helpTexts(toolOf().version);
  const folder = new URL('../help/', import.meta.url);
  expect(readdirSync(folder).sort()).toEqual([...texts.keys()].sort());
  for (const [name, text] of texts) expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
});
