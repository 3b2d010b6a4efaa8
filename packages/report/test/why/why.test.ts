import { auditTable } from '@dpfair/fairness';
import { laplaceMechanism } from '@dpfair/mechanisms';
import type { AuditResult, Cell } from '@dpfair/result';
import { parseSeed } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { whySection } from '../../src/sections/method/why-section.js';
import { causesFigure } from '../../src/why/causes-figure.js';
import { partsOf } from '../../src/why/parts.js';
import { uniformSentence, whySentence } from '../../src/why/why-sentence.js';
import { buildResult } from '../fixtures/build-result.js';
import { districts } from '../fixtures/districts.js';

async function resultOf(
  decision: string,
  post: 'baseline' | 'clip' | 'simplex' | 'none',
  count: readonly number[],
): Promise<AuditResult> {
  const id = count.map((_, i) => `e${i}`);
  const table = { id, name: id, group: null, counts: { count: Float64Array.from(count) }, fixed: {} };
  const { cells } = await auditTable({
    table,
    decision,
    mechanisms: [laplaceMechanism({ epsilon: 0.1 })],
    posts: [post],
    seed: parseSeed(1),
  });
  return buildResult([...cells]);
}

const cellOf = (result: AuditResult) => result.cells[0] as Cell;

describe('why', () => {
  it('names the cause and its part of all gains and losses', async () => {
    const result = await resultOf('allotment', 'baseline', [0, 5, 30, 400, 800]);
    const [first, second] = partsOf(cellOf(result));
    expect(first?.cause).toBe('non-negativity');
    expect((first?.weight ?? 0) + (second?.weight ?? 0)).toBeGreaterThan(0.9);
    const sentence = whySentence(result, cellOf(result)) as string;
    expect(sentence).toMatch(
      /^At epsilon 0\.1, with the baseline rule, the gains and losses come from non-negativity \(\d/,
    );
    expect(sentence).toContain('and');
    expect(causesFigure(result)?.table.rows.length).toBe(5);
  });

  it('a single cause is said without a percentage and without a picture', async () => {
    const result = await resultOf('identity', 'clip', [0, 5, 30]);
    expect(whySentence(result, cellOf(result))).toBe(
      'At epsilon 0.1, with clipping at zero, all of the gains and losses come from non-negativity: noise below zero is cut off, noise above is not.',
    );
    expect(causesFigure(result)).toBeNull();
    expect(uniformSentence(result, cellOf(result))).toContain('at most 5');
  });

  it('says so where nothing biases, where causes cannot be told apart, and nothing for a result that does not say', async () => {
    const unbiased = await resultOf('identity', 'none', [0, 5, 30]);
    expect(whySentence(unbiased, cellOf(unbiased))).toMatch(/nothing biases the outcome\.$/);
    const wild = await resultOf('allotment', 'baseline', [0, 2]);
    expect(whySentence(wild, cellOf(wild))).toContain('are not told apart: the noisy total is zero or negative');
    const old = districts();
    expect(whySection(old, null)).toBeNull();
  });

  it('the table of the figure holds the parts, and they add up to the sum', async () => {
    const result = await resultOf('allotment', 'baseline', [0, 5, 30, 400, 800]);
    const { components } = cellOf(result).attribution as NonNullable<Cell['attribution']>;
    const { columns } = causesFigure(result)?.table ?? { columns: [] };
    expect(columns.length).toBe(components.length + 2);
    expect(columns.at(-1)).toContain('sum');
  });

  it('the section has the bounds with what they leave', async () => {
    const result = await resultOf('identity', 'simplex', [60, 500, 900]);
    const markup = whySection(result, null)?.markup ?? '';
    expect(markup).toContain('gap of clipping, and the threshold');
    expect(markup).toContain('smallest count, length of the noise');
  });
});
