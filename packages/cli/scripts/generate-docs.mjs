import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { resultJsonSchema } from '@dpfair/result';
import { cliDocument, helpTexts } from '../dist/cli-document.js';
import { estimatorsDocument } from '../dist/estimators/estimators-document.js';
import { toolOf } from '../dist/tool.js';

// Writes what is generated and committed; with --check it writes nothing and fails when something is out of date.
const { version } = toolOf();
const texts = await helpTexts(version);
const help = [...texts].map(([name, text]) => [`packages/cli/help/${name}`, text]);
/** @type {Record<string, string>} */
const generated = {
  ...Object.fromEntries(help),
  'docs/cli.md': cliDocument(texts),
  'docs/methods/estimators.md': estimatorsDocument(),
  'packages/result/schema/result.schema.json': `${JSON.stringify(resultJsonSchema(), null, 2)}\n`,
};

for (const [name, content] of Object.entries(generated)) {
  const path = fileURLToPath(new URL(`../../../${name}`, import.meta.url));
  if (!process.argv.includes('--check')) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  } else if (readOrNothing(path) !== content) {
    process.stderr.write(`${name} is out of date: run node packages/cli/scripts/generate-docs.mjs\n`);
    process.exitCode = 1;
  }
}

/** @param {string} path */
function readOrNothing(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
