import type { Check } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../src/index.js';
import { foundSection } from '../../../src/smoothing/sections/found-section.js';
import { buildSmoothing, pairSearch, wholeSmoothing } from '../../fixtures/smoothing/build-smoothing.js';

const check = (id: string): Check => ({ id, status: 'fail', estimate: 40, lower: 40, upper: 40, limit: 0 });
const searches = [
  pairSearch('model', 'nearest'),
  pairSearch('model', 'changed', { changed: ['town=A', 'town=B'] }),
  pairSearch('smoothed', 'gradient', { changed: ['age'] }),
];
const checks = [
  'violations>0 model nearest',
  'ratio:Female>2 model changed town=A,town=B',
  'ratio>1 smoothed gradient age',
  'ratio>1 smoothed nearest',
].map(check);
const audit = buildSmoothing([], { searches, checks });

describe('what the searches found', () => {
  it('names the checks in the words of the tables', () => {
    const { markup = '' } = foundSection(audit) ?? {};
    for (const words of [
      '<code>violations&gt;0</code> of the model as it is, nearest rows:',
      '<code>ratio:Female&gt;2</code> of the model as it is, town changed:',
      '<code>ratio&gt;1</code> of the smoothed model, steps uphill:',
      '<code>ratio&gt;1 smoothed nearest</code>:',
    ])
      expect(markup).toContain(words);
    expect(markup).not.toContain('town=A');
  });

  it('stands before the pairs, and the page of an audit has no numbers by group', async () => {
    const page = await renderHtml(audit);
    expect(page.indexOf('id="searches"')).toBeGreaterThan(0);
    expect(page.indexOf('id="searches"')).toBeLessThan(page.indexOf('id="pairs-model"'));
    expect(page).not.toContain('id="numbers"');
    expect(page.match(/class="checks"/g)).toHaveLength(1);
  });

  it('has no checks of its own where they stand beside the groups, and is nothing without searches', async () => {
    expect(foundSection(wholeSmoothing())?.markup).not.toContain('class="checks"');
    expect((await renderHtml(wholeSmoothing())).match(/class="checks"/g)).toHaveLength(1);
    expect(foundSection(buildSmoothing())).toBeNull();
  });
});
