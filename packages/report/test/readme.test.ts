import { readFileSync } from 'node:fs';
import { verdict } from '@dpfair/report';
import { expect, it } from 'vitest';
import { districts } from './fixtures/districts.js';

it('the README shows a verdict literally', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
  const shown = /```text\n(.*)\n```/.exec(readme)?.[1];
  expect(shown).toBe(verdict(districts()).replaceAll('\u202f', ' '));
});
