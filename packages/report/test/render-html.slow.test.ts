import { renderHtml } from '@dpfair/report';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { brokenDrawing, forbidden, malformed, runningText } from './fixtures/plain-text.js';
import { randomResult } from './fixtures/random-result.js';

it('a page never throws, stays well formed and free of internals for any valid result', async () => {
  await fc.assert(
    fc.asyncProperty(randomResult, async (result) => {
      const page = await renderHtml(result);
      expect(malformed(page)).toBeNull();
      expect(brokenDrawing(page)).toBeNull();
      expect(forbidden.exec(runningText(page))).toBeNull();
      expect(/<(?:script|img|iframe|object|embed|link|form)\b/i.exec(page)).toBeNull();
    }),
    { numRuns: 100, endOnFailure: true },
  );
}, 300_000);
