import { describe, expect, it } from 'vitest';
import { renderHtml, summaryTable } from '../../src/index.js';
import { asItWas, everyKind, type MitigatedCase, mitigated } from '../fixtures/mitigated.js';

describe('the table of mitigations', () => {
  it('has a row each, with an asterisk for what is efficient and its price in money', () => {
    const { columns, rows } = summaryTable(mitigated(everyKind, { budgetDollars: 1e9 }));
    expect(columns[4]).toBe('narrower');
    expect(rows.map((row) => [row[0], row[2], row[4], row[6]])).toEqual([
      ['', 'baseline', 'as it is', '0\u202f%'],
      ['*', 'pos', '100x', '0\u202f%'],
      ['*', 'redundant-release', '2,500x', '$100, less than 0.0001\u202f%'],
      ['', 'no-penalty', '0.0200x', '$50.0 million, 5.0\u202f%'],
      ['*', 'make-whole', '2.00x', '$100,000, 0.010\u202f%'],
      ['', 'more-epsilon', '4.00x', '0\u202f%'],
    ]);
  });

  it('is not sure of a gap that may be as wide as before, and has no bound where it may be nothing', () => {
    const of = (bias: readonly [number, number], standardError: number) =>
      summaryTable(mitigated([asItWas, { id: 'pos', change: 'post-processing', bias, standardError }])).rows[1]?.[4];
    expect(of([0.9e-4, -0.9e-4], 1e-5)).toBe('not sure');
    expect(of([1e-7, -1e-7], 1e-6)).toMatch(/^\d+\.?\d*x or more$/);
    expect(of([0, 0], 0)).toBe('–');
  });

  it('gives the safe end of a gap whose estimate is next to nothing and whose interval is not', () => {
    const narrowing = { estimate: 8.9e8, lower: 12, upper: 3e9 };
    const of = (more: Partial<typeof narrowing>) =>
      summaryTable(
        mitigated([
          asItWas,
          { id: 'pos', change: 'post-processing', bias: [1e-6, -1e-6], more: { narrowing: { ...narrowing, ...more } } },
        ]),
      ).rows[1]?.[4];
    expect(of({})).toBe('12.0x or more');
    expect(of({ estimate: 20, upper: 15 })).toBe('12.0x or more');
    expect(of({ estimate: 20 })).toBe('20.0x');
  });

  it('says which classifiers are not private: those that were trained on the counts at hand', async () => {
    const svm: MitigatedCase = {
      id: 'svm',
      change: 'substitute',
      bias: [0, 0],
      more: { assumes: ['the coefficients'] },
    };
    const result = mitigated([asItWas, svm]);
    const training = { path: 'public.csv', sha256: '', rows: 5 };
    expect(summaryTable(result).rows[1]?.[2]).toBe('svm (not private)');
    expect(summaryTable({ ...result, training }).rows[1]?.[2]).toBe('svm');
    expect(await renderHtml(result)).toContain('not private: trained on the true counts');
    expect(await renderHtml({ ...result, training })).not.toContain('not private: trained on the true counts');
  });

  it('has two budgets one after the other', () => {
    const { rows } = summaryTable(mitigated(everyKind, { epsilons: [0.1, 0.01] }));
    expect(rows.map((row) => row[1])).toEqual([...Array(6).fill('epsilon 0.1'), ...Array(6).fill('epsilon 0.01')]);
  });
});
