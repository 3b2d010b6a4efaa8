import { describe, expect, it } from 'vitest';
import { type DecisionInput, type DecisionParameters, decisionByName } from '../../src/index.js';

interface Row {
  readonly level: string;
  readonly area?: string;
  readonly published?: string;
  readonly counts: readonly [citizens: number, lep: number, illiterate: number];
}

function findings(rows: readonly Row[], parameters: DecisionParameters = {}) {
  const input: DecisionInput = {
    counts: Object.fromEntries(
      ['citizens', 'lep', 'illiterate'].map((role, k) => [
        role,
        Float64Array.from(rows, ({ counts }) => counts[k] as number),
      ]),
    ),
    fixed: {},
    labels: {
      level: rows.map(({ level }) => level),
      state: rows.map(() => '35'),
      language: rows.map(() => 'Hispanic'),
      area: rows.map(({ area = 'none' }) => area),
      published: rows.map(({ published = 'none' }) => published),
    },
  };
  const found = decisionByName('language', parameters).examine?.(input);
  return { mismatches: found?.mismatches, codes: found?.warnings.map(({ code }) => code), warnings: found?.warnings };
}

const state: Row = { level: 'State', counts: [40_000, 2001, 100] };

describe('what is found in determinations', () => {
  it('Union County: 4.9924 percent of rounded counts, published as above five', () => {
    const flags = 'FLAG10=0 FLAG5=1 FLAG_EDU=1 FLAG_JUR=1 FLAG_AI=0 FLAG_COV=1';
    expect(findings([{ level: 'County', published: flags, counts: [3305, 165, 20] }]).mismatches).toEqual([
      { entity: 0, flag: 'FLAG5', published: 1, computed: 0 },
      { entity: 0, flag: 'FLAG_COV', published: 1, computed: 0 },
    ]);
  });

  it('flags that agree are not listed, and flags of clauses that are off are not compared', () => {
    const published = 'FLAG10=0 FLAG5=1 FLAG_EDU=1 FLAG_ST=1 FLAG_COV=1';
    const rows: Row[] = [{ level: 'County', published, counts: [2000, 101, 20] }, state];
    expect(findings(rows).mismatches).toEqual([]);
    const wrong: Row[] = [{ level: 'County', published: 'FLAG10=1', counts: [2000, 101, 20] }];
    expect(findings(wrong).mismatches).toEqual([{ entity: 0, flag: 'FLAG10', published: 1, computed: 0 }]);
    expect(findings(wrong, { clauses: { 'ten-thousand': false } }).mismatches).toEqual([]);
  });

  it('FLAG5 of a native area is its own share, FLAG_AI that it is covered', () => {
    const area = (published: string): Row => ({ level: 'AIAN', area: 'AIAN 1', published, counts: [20, 2, 0] });
    expect(findings([area('FLAG5=1 FLAG_EDU=0 FLAG_AI=0')]).mismatches).toEqual([]);
    expect(findings([area('FLAG5=1 FLAG_EDU=0 FLAG_AI=1')]).mismatches).toEqual([
      { entity: 0, flag: 'FLAG_AI', published: 1, computed: 0 },
    ]);
  });

  it('of the two flags of 2021 about native areas one is enough', () => {
    const rows = (flags: string): Row[] => [
      { level: 'County', area: 'ANRC 1', published: flags, counts: [2000, 1, 0] },
      { level: 'ANRC', area: 'ANRC 1', counts: [20, 2, 1] },
    ];
    expect(findings(rows('FLAG_AIAN=0 FLAG_ANRC=1')).mismatches).toEqual([]);
    expect(findings(rows('FLAG_AIAN=0 FLAG_ANRC=0')).mismatches).toMatchObject([{ flag: 'FLAG_AI', published: 0 }]);
  });

  it('what rests on a state or a native area without a row here is not compared', () => {
    const lone = (published: string, area = 'none'): Row => ({
      level: 'county',
      area,
      published,
      counts: [2000, 1, 0],
    });
    expect(findings([lone('FLAG_ST=1 FLAG_COV=1')]).mismatches).toEqual([]);
    expect(findings([lone('FLAG_AI=1 FLAG_COV=1', 'AIAN 1')]).mismatches).toEqual([]);
    expect(findings([lone('FLAG_AI=1 FLAG_COV=1')]).mismatches).toMatchObject([
      { flag: 'FLAG_AI' },
      { flag: 'FLAG_COV' },
    ]);
    expect(findings([lone('FLAG_ST=0 FLAG_COV=1')]).mismatches).toMatchObject([{ flag: 'FLAG_COV' }]);
  });

  it('a quiet table of one level has no warning', () => {
    expect(findings([{ level: 'county', counts: [2000, 101, 20] }], { clauses: { state: false } }).codes).toEqual([]);
  });

  it('warns of a state clause without the row of the state, and names how many pairs', () => {
    const { codes, warnings } = findings([{ level: 'county', counts: [2000, 101, 20] }]);
    expect(codes).toEqual(['clause-without-data']);
    expect(warnings?.[0]?.message).toContain('clause state was not applied to 1 of 1 pairs');
  });

  it('warns of people in several rows', () => {
    expect(findings([{ level: 'county', counts: [2000, 101, 20] }, state]).codes).toEqual(['people-in-several-rows']);
  });

  it('warns of a native area that is named and has no row', () => {
    const rows: Row[] = [{ level: 'county', area: 'AIAN 1', counts: [2000, 101, 20] }];
    expect(findings(rows, { clauses: { state: false } }).codes).toEqual(['clause-without-data']);
  });

  it('warns when every pair is published as covered, and not when one is not', () => {
    const off = { clauses: { state: false } };
    const covered: Row = { level: 'county', published: 'FLAG_COV=1', counts: [2000, 101, 20] };
    expect(findings([covered], off).codes).toEqual(['covered-pairs-only']);
    expect(findings([covered, { ...covered, published: 'FLAG_COV=0' }], off).codes).toEqual([]);
  });
});

describe('counts that cannot be', () => {
  const impossible = (...counts: Row['counts'][]) => {
    const columns = ['citizens', 'lep', 'illiterate'].map(
      (role, k) => [role, Float64Array.from(counts, (row) => row[k] as number)] as const,
    );
    return decisionByName('language').examine?.({ counts: Object.fromEntries(columns), fixed: {} }).impossible;
  };

  it('more lep than citizens and more illiterate than lep are listed, row by row', () => {
    expect(impossible([100, 101, 1], [100, 100, 100], [100, 7, 8], [3, 5, 9])).toEqual([
      { part: 'lep', whole: 'citizens', entities: [0, 3] },
      { part: 'illiterate', whole: 'lep', entities: [2, 3] },
    ]);
  });

  it('figures rounded to 4 and multiples of 5 may be 5 apart, not 10', () => {
    expect(impossible([100, 105, 110], [0, 4, 5], [20, 15, 4])).toEqual([]);
    expect(impossible([100, 110, 4])).toEqual([{ part: 'lep', whole: 'citizens', entities: [0] }]);
  });
});
