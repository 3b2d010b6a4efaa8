import { describe, expect, it } from 'vitest';
import { renderFigures, renderHtml } from '../../src/index.js';
import { frontierPoints } from '../../src/mitigation/frontier/frontier-points.js';
import { comparisonsOf } from '../../src/mitigation/views.js';
import { hostileNames } from '../fixtures/hostile.js';
import { asItWas, everyKind, mitigated } from '../fixtures/mitigated.js';

describe('the frontier', () => {
  it('has a mark for each mitigation, the widest gap first, and money that is not above zero counts as none', () => {
    const [comparison] = comparisonsOf(mitigated(everyKind));
    if (comparison === undefined) throw new Error('nothing compared');
    const points = frontierPoints(comparison, 'share');
    expect(points.map(({ label, price }) => [label, price])).toEqual([
      ['no-penalty allotment', 0.05],
      ['baseline rule', 0],
      ['losers paid what they lose', 1e-4],
      ['larger privacy budget', 0],
      ['PoS rule', 0],
      ['total released once more', 1e-7],
    ]);
  });

  it('is titled by its finding, and names stand at least a row of text apart', async () => {
    const [figure] = await renderFigures(mitigated(everyKind));
    expect(figure?.id).toBe('frontier');
    expect(figure?.title).toContain('narrows the gap 100-fold at no price');
    interface Layered {
      readonly concat: readonly {
        readonly layer: readonly { readonly encoding: Record<string, { value?: number }> }[];
      }[];
    }
    const [panel] = (figure?.spec as unknown as Layered | undefined)?.concat ?? [];
    const names = panel?.layer.filter(({ encoding }) => (encoding.x?.value ?? 0) > 100) ?? [];
    const labels = names.map(({ encoding }) => encoding.y?.value as number).toSorted((a, b) => a - b);
    expect(labels.length).toBe(6);
    labels.slice(1).forEach((y, k) => {
      expect(y - (labels[k] as number)).toBeGreaterThanOrEqual(16);
    });
  });

  it('has a panel for each budget, and is left out where there is nothing to compare', async () => {
    const [figure] = await renderFigures(mitigated(everyKind, { epsilons: [0.1, 0.01] }));
    expect(figure?.svg).toContain('Epsilon 0.1');
    expect(figure?.svg).toContain('Epsilon 0.01');
    expect(await renderFigures(mitigated([asItWas]))).toEqual([]);
  });
});

describe('the page of a comparison', () => {
  it('says what each one does and needs, and what was left out and why', async () => {
    const page = await renderHtml(mitigated(everyKind));
    for (const text of [
      'What would remove it',
      'Losers paid what they lose',
      'The weights',
      'it needs a public constant',
      'epsilon 0.2',
    ])
      expect(page.toLowerCase()).toContain(text.toLowerCase());
  });

  it('keeps text from outside inert', async () => {
    const bad = hostileNames[1];
    const hostile = mitigated([
      asItWas,
      { id: bad, change: 'substitute', bias: [0, 1e-5], more: { assumes: [bad], facts: [{ name: bad, value: 1 }] } },
    ]);
    const page = await renderHtml({
      ...hostile,
      notApplicable: [{ id: bad, reason: bad }],
      training: { path: bad, sha256: bad, rows: 1 },
    });
    expect(page).not.toContain('<img');
  });
});
