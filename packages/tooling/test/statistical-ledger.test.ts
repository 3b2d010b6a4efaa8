import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ledgerFaults } from '../house/ledger-faults.mjs';
import { maskSource } from '../house/mask-source.mjs';
import { readHouse } from '../house/read-house.mjs';
import ledger from '../statistical-ledger.json' with { type: 'json' };

const root = fileURLToPath(new URL('../../..', import.meta.url));

describe('the statistical ledger', () => {
  test('rates add up to at most 1e-6 and every id is registered by exactly one test', () => {
    expect(ledger.budget).toBe(1e-6);
    const tests = readHouse(root).flatMap(({ files }) =>
      files.filter(({ path }) => /\/test\/.*\.test\.ts$/.test(path)),
    );
    expect(ledgerFaults(ledger, tests)).toEqual([]);
  });

  const line = (id: string, falseAlarm = 1e-9) => ({ id, falseAlarm, checks: 'something' });
  const file = (path: string, text: string) => ({ path, ...maskSource(text) });
  const use = (id: string) => file(`${id}.test.ts`, `\nstatisticalTest<Draw>({\n  id: '${id}',\n});\n`);

  test('ids used once each within the budget are accepted', () => {
    expect(ledgerFaults({ budget: 1e-6, tests: [line('a'), line('b', 9e-7)] }, [use('a'), use('b')])).toEqual([]);
  });

  test('rates over the budget are refused', () => {
    expect(ledgerFaults({ budget: 1e-6, tests: [line('a', 6e-7), line('b', 6e-7)] }, [use('a'), use('b')])).toEqual([
      'sum of rates: 0.0000012 (allowed: <= 0.000001)',
    ]);
  });

  test('unused, doubly used, unlisted and computed ids are refused', () => {
    const faults = (text: string, ...ids: string[]) =>
      ledgerFaults({ budget: 1e-6, tests: ids.map((id) => line(id)) }, [file('t.ts', text)]);
    expect(faults('', 'a')).toEqual(['a: registered 0 times (allowed: once)']);
    expect(faults("// statisticalTest({ id: 'a' })", 'a')).toEqual(['a: registered 0 times (allowed: once)']);
    expect(faults("statisticalTest({ id: 'a' });\nstatisticalTest({ id: 'a' });", 'a')).toEqual([
      'a: registered 2 times (allowed: once) t.ts:1 t.ts:2',
    ]);
    expect(faults("statisticalTest({ id: 'a' });")).toEqual(['t.ts:1: id not in the ledger: a']);
    expect(faults('statisticalTest({ id: name });')).toEqual(['t.ts:1: id is not a literal']);
    expect(faults('statisticalTest({ ...rest });')).toEqual(['t.ts:1: id is not the first field']);
    expect(faults("statisticalTest({ id: 'a' });", 'a', 'a')).toEqual(['ids: listed twice (allowed: once each)']);
  });
});
