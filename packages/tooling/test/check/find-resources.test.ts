import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findResources } from '../../check/find-resources.mjs';

const place = mkdtempSync(join(tmpdir(), 'resources-'));
const root = join(place, 'checkout');
mkdirSync(root);
afterAll(() => rmSync(place, { recursive: true }));
/** The path found for a variable. */
const found = (variable: string, env: Record<string, string>): string | undefined =>
  findResources(root, env).find((resource) => resource.variable === variable)?.path;

describe('what the tests need from outside', () => {
  test('the folder of real data is found beside the checkout, and missing without it', () => {
    expect(found('DPFAIR_REAL_DATA', {})).toBeUndefined();
    const data = join(place, 'shared', 'data');
    mkdirSync(data, { recursive: true });
    expect(found('DPFAIR_REAL_DATA', {})).toBe(data);
    expect(found('DPFAIR_REAL_DATA', { DPFAIR_REAL_DATA: root })).toBe(root);
  });

  test('a browser named by DPFAIR_CHROMIUM wins', () => {
    const browser = join(place, 'my-browser');
    writeFileSync(browser, '');
    expect(found('DPFAIR_CHROMIUM', { DPFAIR_CHROMIUM: browser })).toBe(browser);
  });

  test('a variable that names nothing is refused, not passed over', () => {
    const [chromium] = findResources(root, { DPFAIR_CHROMIUM: '/no/such/browser' });
    expect(chromium).toMatchObject({
      path: undefined,
      wrong: true,
      missing: 'DPFAIR_CHROMIUM names nothing: /no/such/browser',
    });
  });
});
