import type { StageDescription } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allotmentOfShares,
  allotmentRuleNames,
  allotmentRules,
  clip,
  countPostNames,
  countPosts,
  postNames,
  projectionOntoSimplex,
  projectionOntoSum,
  type Stage,
} from '../src/index.js';

const weights = Float64Array.of(1, 2.5, 0.4);

const descriptions: readonly (readonly [stage: Stage, description: StageDescription])[] = [
  [clip(), { name: 'clip', parameters: {}, linear: false, keeps: { sum: false, sign: true, integers: true } }],
  [
    projectionOntoSum(12),
    { name: 'sum', parameters: { total: 12 }, linear: true, keeps: { sum: true, sign: false, integers: false } },
  ],
  [
    projectionOntoSimplex(12),
    { name: 'simplex', parameters: { total: 12 }, linear: false, keeps: { sum: true, sign: true, integers: false } },
  ],
  [
    allotmentOfShares(null),
    {
      name: 'allotment',
      parameters: { weights: 'equal' },
      linear: false,
      keeps: { sum: false, sign: false, integers: false },
    },
  ],
  [
    allotmentOfShares(weights),
    {
      name: 'allotment',
      parameters: { weights: 'weight' },
      linear: false,
      keeps: { sum: false, sign: false, integers: false },
    },
  ],
];

const applied = (stage: Stage, values: readonly number[]): number[] => {
  const array = Float64Array.from(values);
  stage.apply(array);
  return [...array];
};
const sum = (values: readonly number[]) => values.reduce((s, v) => s + v, 0);
const near = (a: number, b: number) => Math.abs(a - b) < 1e-9;

const TOTAL = 12;

type Claim = 'sum' | 'sign' | 'integers' | 'linear';

/** What each claim means for noisy counts x (and y): true sum 12, which the stages that need one are given. */
const holds: Readonly<Record<Claim, (stage: Stage, x: readonly number[], y: readonly number[]) => boolean>> = {
  sum: (stage, x) => near(sum(applied(stage, x)), TOTAL),
  sign: (stage, x) => applied(stage, x).every((v) => v >= 0),
  integers: (stage, x) => applied(stage, x).every(Number.isInteger),
  // Affine: the middle of two inputs becomes the middle of their outcomes.
  linear: (stage, x, y) => {
    const [ofX, ofY] = [applied(stage, x), applied(stage, y)];
    const middle = x.map((v, i) => (v + (y[i] as number)) / 2);
    return applied(stage, middle).every((v, i) => near(v, ((ofX[i] as number) + (ofY[i] as number)) / 2));
  },
};

/** Noisy integer counts that show what a stage does not keep. */
const counterexamples: Readonly<Record<string, Partial<Record<Claim, readonly (readonly number[])[]>>>> = {
  clip: {
    sum: [[9, 6, -3]],
    linear: [
      [9, 6, -3],
      [9, 6, 5],
    ],
  },
  sum: {
    sign: [[9, 6, -1]],
    integers: [[9, 6, 1]],
  },
  simplex: {
    integers: [[9, 6, -4]],
    linear: [
      [9, 6, -3],
      [9, 6, 5],
    ],
  },
  allotment: {
    sum: [[4, 4, 4]],
    sign: [[9, 6, -3]],
    integers: [[4, 4, 4]],
    linear: [
      [1, 2, 3],
      [9, 2, 5],
    ],
  },
};

const counts = fc.array(fc.integer({ min: -20, max: 40 }), { minLength: 3, maxLength: 3 });

describe('what a stage says of itself', () => {
  it.each(descriptions)('is plain data: %#', (stage, description) => {
    expect(stage.description).toEqual(description);
  });

  const claims = descriptions.flatMap(([stage]) =>
    (['sum', 'sign', 'integers', 'linear'] as const).map((claim) => {
      const { linear, keeps, name, parameters } = stage.description;
      return { of: `${name} ${JSON.stringify(parameters)}`, stage, claim, said: { ...keeps, linear }[claim] };
    }),
  );

  it.each(claims.filter(({ said }) => said))('$of: $claim is kept, whatever the noise', ({ stage, claim }) => {
    fc.assert(fc.property(counts, counts, (x, y) => holds[claim](stage, x, y)));
  });

  it.each(claims.filter(({ said }) => !said))('$of: $claim is lost for some noise', ({ stage, claim }) => {
    const [x, y] = counterexamples[stage.description.name]?.[claim] ?? [];
    expect(holds[claim](stage, x as readonly number[], y ?? [])).toBe(false);
  });
});

describe('names of post-processing', () => {
  it('are those of counts, then those of shares', () => {
    expect(countPostNames).toEqual(['none', 'clip', 'sum', 'simplex']);
    expect(allotmentRuleNames).toEqual(['baseline', 'pos']);
    expect(postNames).toEqual(['none', 'clip', 'sum', 'simplex', 'baseline', 'pos']);
  });

  it('lead to the stages that a pipeline shows', () => {
    const names = (stages: readonly Stage[]) => stages.map(({ description }) => description.name);
    expect(countPostNames.map((name) => names(countPosts[name](TOTAL, undefined)))).toEqual([
      [],
      ['clip'],
      ['sum'],
      ['simplex'],
    ]);
    expect(allotmentRuleNames.map((name) => names(allotmentRules[name](null)))).toEqual([
      ['clip', 'allotment'],
      ['allotment', 'simplex'],
    ]);
  });
});
