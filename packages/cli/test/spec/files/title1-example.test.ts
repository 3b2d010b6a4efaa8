import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTable, toCountTable } from '@dpfair/data';
import { afterAll, describe, expect, it } from 'vitest';
import type { GrantOptionName } from '../../../src/options/outcome-options.js';
import { completeSpec } from '../../../src/spec/complete-spec.js';
import { decisionOf } from '../../../src/spec/decision-of.js';

const root = new URL('../../../../../', import.meta.url);
const page = readFileSync(new URL('docs/methods/title1.md', root), 'utf8');
const [, printed = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];

const districts = fileURLToPath(new URL('fixtures/districts.csv', root));
const { table } = toCountTable(readTable(readFileSync(districts), { file: districts }), {
  roles: { count: 'poor', expenditure: 'weight' },
  counts: ['count'],
  fixed: ['children', 'expenditure'],
  labels: ['state'],
});

const folder = mkdtempSync(join(tmpdir(), 'dpfair-'));
const statute = join(folder, 'own.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

/** The decision by a rule file with this text, or by the built-in one. */
function decided(text: string | null, more: { readonly grant?: GrantOptionName[] } = {}) {
  if (text !== null) writeFileSync(statute, text);
  const own = text === null ? {} : { statute };
  return decisionOf(completeSpec({ data: 'a.csv', epsilon: [1], seed: '1', decision: 'title1', ...own, ...more }));
}

describe('the rule file that the page on Title I prints', () => {
  it.each<[GrantOptionName[]]>([[[]], [['basic']], [['concentration', 'efig']]])(
    'gives the numbers of the built-in one (%j)',
    (grant) => {
      const [own, builtIn] = [decided(printed, { grant }), decided(null, { grant })];
      expect(own.budgetDollars).toBe(builtIn.budgetDollars);
      expect([...own.truth(table)]).toEqual([...builtIn.truth(table)]);
      expect(own.examine?.(table)).toEqual(builtIn.examine?.(table));
    },
  );

  it('is read: other numbers in it give other shares', () => {
    const changed = printed.replace('count >= 10 and 100 * count > 2', 'count >= 10 and 100 * count > 20');
    expect([...decided(changed).truth(table)]).not.toEqual([...decided(null).truth(table)]);
  });

  it.each([
    [
      'count >= 10 and 100 * count > 2',
      'count >< 10 and 100 * count > 2',
      'own.yaml: rule file, key grants.basic.eligible: rule ',
    ],
    ['keepsPercent: 85', 'keepsPercent: .85', 'own.yaml: rule file, key holdHarmless.2.keepsPercent: 0.85'],
    ['eligible: count', 'eligible: children', 'own.yaml: rule file, key grants.basic.eligible: children'],
  ])('with %s changed to %s is refused by file and key', (from, to, message) => {
    expect(() => decided(printed.replace(from, to))).toThrow(message);
  });
});
