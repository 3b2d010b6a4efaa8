import { renderHtml } from '@dpfair/report';
import { auditResultSchema } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatMessages } from '../src/messages/page-messages.js';
import { counties } from './fixtures/counties.js';
import { districts } from './fixtures/districts.js';
import { hostileResult } from './fixtures/hostile-result.js';
import { brokenDrawing, forbidden, malformed, runningText } from './fixtures/plain-text.js';
import { randomResult } from './fixtures/random-result.js';

const withoutData = (page: string) => page.replace(/href="data:[^"]*"/g, '');

describe('renderHtml', () => {
  it('takes valid results', () => {
    for (const result of [districts(60), counties(), hostileResult()])
      expect(auditResultSchema.parse(result)).toEqual(result);
  });

  it('is well formed and reads without a number that is none, for realistic results', async () => {
    for (const result of [districts(), districts(400, { budgetDollars: null }), counties(), counties(1e-4, 5e-4)]) {
      const page = await renderHtml(result);
      expect(malformed(page)).toBeNull();
      expect(forbidden.exec(runningText(page))).toBeNull();
    }
  });

  it('never throws, stays well formed and free of internals for any valid result', async () => {
    await fc.assert(
      fc.asyncProperty(randomResult, async (result) => {
        const page = await renderHtml(result);
        expect(malformed(page)).toBeNull();
        expect(brokenDrawing(page)).toBeNull();
        expect(forbidden.exec(runningText(page))).toBeNull();
        expect(/<(?:script|img|iframe|object|embed|link|form)\b/i.exec(page)).toBeNull();
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('gives the same bytes for the same result', async () => {
    expect(await renderHtml(structuredClone(districts(200)))).toBe(await renderHtml(districts(200)));
  });

  it('escapes every text from outside', async () => {
    const page = await renderHtml(hostileResult());
    expect(malformed(page)).toBeNull();
    expect(/<(?:script|img)\b/i.exec(page)).toBeNull();
    expect(page).toContain('&lt;/script&gt;&lt;script&gt;');
    expect(/(?!\n)\p{Cc}|\p{Bidi_Control}|\p{Surrogate}/u.exec(page)).toBeNull();
  });

  it('forbids scripts and loading by its own policy, before anything else can be read', async () => {
    const page = await renderHtml(counties());
    const policy = page.indexOf("default-src 'none'");
    expect(policy).toBeGreaterThan(0);
    expect(policy).toBeLessThan(page.indexOf('<title>'));
    expect(/https?:/.exec(withoutData(page).replaceAll('http://www.w3.org/2000/svg', ''))).toBeNull();
  });

  it('has headings in order and one table caption for every table', async () => {
    const page = await renderHtml(districts(400));
    const levels = [...page.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    const steps = levels.slice(1).map((level, index) => level - (levels[index] as number));
    expect(Math.max(...steps)).toBe(1);
    expect(page.match(/<caption/g)?.length).toBe(page.match(/<table/g)?.length);
    expect(/<th(?! scope="(?:row|col|colgroup)")[ >]/.exec(page)).toBeNull();
  });

  it('stays under 300 kB beside its inlined data for 1,000 entities, three budgets and two post-processings', async () => {
    expect(withoutData(await renderHtml(districts())).length).toBeLessThan(300_000);
  });

  it('stays under 1.5 MB for 16,441 entities and says where the rest is', async () => {
    const page = await renderHtml(districts(16_441), { jsonFile: 'out/<result>.json' });
    expect(page.length).toBeLessThan(1_500_000);
    expect(page).toContain(repeatMessages.tooLarge('16,441'));
    expect(page).toContain('out/&lt;result&gt;.json');
    expect(page).not.toContain('download="result.json"');
  });

  it('holds the whole result as a download for 2,000 entities or fewer', async () => {
    const result = districts(150);
    const page = await renderHtml(result);
    const address = /download="result\.json" href="data:application\/json;charset=utf-8,([^"]*)"/.exec(page)?.[1];
    expect(JSON.parse(decodeURIComponent(address as string))).toEqual(JSON.parse(JSON.stringify(result)));
  });
});
