import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { cliDocument, helpTexts } from '../src/cli-document.js';
import { completeSpec } from '../src/spec/complete-spec.js';
import { readSpecFile } from '../src/spec/files/read-spec-file.js';
import { toolOf } from '../src/tool.js';

const page = readFileSync(new URL('../../../docs/cli.md', import.meta.url), 'utf8');
let texts: ReadonlyMap<string, string>;
beforeAll(async () => {
  texts = await helpTexts(toolOf().version);
});

it('docs/cli.md is what the command says (run node packages/cli/scripts/generate-docs.mjs when it is not)', () => {
  expect(page).toBe(cliDocument(texts));
});

it('the help that is kept as text is what the command would lay out (same script when it is not)', () => {
  const folder = new URL('../help/', import.meta.url);
  expect(readdirSync(folder).sort()).toEqual([...texts.keys()].sort());
  for (const [name, text] of texts) expect(readFileSync(new URL(name, folder), 'utf8')).toBe(text);
});

it('the spec file on the page is a spec', () => {
  const [, yaml = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
  expect(completeSpec(readSpecFile(yaml, 'page.yaml').spec)).toMatchObject({
    data: 'fixtures/districts.csv',
    map: { count: 'poor', group: 'state' },
    epsilon: [0.1, 0.01],
    budget: 16e9,
    seed: '2021',
    failOn: ['alpha>1e-5'],
  });
});
