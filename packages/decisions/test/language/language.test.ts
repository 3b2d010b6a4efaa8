import { DpfairError } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DecisionInput, type DecisionParameters, decisionByName } from '../../src/index.js';

/** One pair: level, state, language, areas, and its citizens, limited-English proficient, illiterate. */
type Pair = readonly [level: string, state: string, language: string, area: string, ...counts: number[]];

function inputOf(pairs: readonly Pair[]): DecisionInput {
  const column = (k: number) => Float64Array.from(pairs, (pair) => pair[k] as number);
  const text = (k: number) => pairs.map((pair) => pair[k] as string);
  return {
    counts: { citizens: column(4), lep: column(5), illiterate: column(6) },
    fixed: {},
    labels: { level: text(0), state: text(1), language: text(2), area: text(3) },
  };
}

const answer = (pairs: readonly Pair[], parameters: DecisionParameters = {}) => [
  ...decisionByName('language', parameters).truth(inputOf(pairs)),
];
const county = (citizens: number, lep: number, illiterate: number): Pair => [
  'County',
  '35',
  'Hispanic',
  'none',
  citizens,
  lep,
  illiterate,
];

describe('clauses of Section 203, 2016', () => {
  // 1,000,000 citizens keep the share clause out of the way; 100 of 100 illiterate keep illiteracy out of it.
  it.each([
    ['five percent: exactly 5 percent is not more than 5 percent', county(2000, 100, 100), 0],
    ['five percent: one person above', county(2000, 101, 100), 1],
    ['five percent: one person below', county(2000, 99, 99), 0],
    ['five percent: nobody of nobody', county(0, 0, 0), 0],
    ['five percent: nobody of somebody', county(500, 0, 0), 0],
    ['five percent: somebody of nobody', county(0, 3, 3), 1],
    ['ten thousand: exactly 10,000 is not more', county(1_000_000, 10_000, 10_000), 0],
    ['ten thousand: 10,001', county(1_000_000, 10_001, 10_001), 1],
    ['ten thousand: 9,999', county(1_000_000, 9_999, 9_999), 0],
    ['illiteracy: exactly 1.31 percent is not higher', county(100_000, 10_000, 131), 0],
    ['illiteracy: one person above', county(100_000, 10_000, 132), 1],
    ['illiteracy: one person below', county(100_000, 10_000, 130), 0],
    ['illiteracy: none', county(100, 90, 0), 0],
  ])('%s', (_claim, pair, covered) => {
    expect(answer([pair])).toEqual([covered]);
  });

  it.each([
    // A subdivision at exactly 5 percent, then its state.
    ['five percent in a state of more than 5 percent', [2000, 100, 0], [40_000, 2001, 100], 1],
    ['less than five percent there', [2000, 99, 99], [40_000, 2001, 100], 0],
    ['five percent in a state of exactly 5 percent', [2000, 100, 0], [40_000, 2000, 100], 0],
    ['five percent in a state of less', [2000, 100, 0], [40_000, 1999, 100], 0],
    ['more than five percent, illiterate only in the state', [2000, 101, 0], [40_000, 2001, 100], 1],
    ['more than five percent, literate in the state', [2000, 101, 0], [40_000, 2001, 26], 0],
    ['five percent, literate in the state', [2000, 100, 100], [40_000, 2001, 26], 0],
    ['nobody of nobody is not five percent', [0, 0, 0], [40_000, 2001, 100], 0],
  ])('state: %s', (_claim, own, state, covered) => {
    const pairs: Pair[] = [
      ['county', '48', 'Hispanic', 'none', ...own],
      ['state', '48', 'Hispanic', 'none', ...state],
    ];
    expect(answer(pairs)[0]).toBe(covered);
    expect(answer(pairs, { clauses: { state: false } })[0]).toBe(own[1] === 101 && own[2] !== 0 ? 1 : 0);
  });

  it('a state speaks for its own subdivisions and its own language only', () => {
    const five = (state: string, language: string): Pair => ['MCD', state, language, 'none', 2000, 100, 0];
    const state: Pair = ['State', '48', 'Hispanic', 'none', 40_000, 2001, 100];
    const pairs = [five('48', 'Hispanic'), five('06', 'Hispanic'), five('48', 'Korean'), state];
    expect(answer(pairs)).toEqual([1, 0, 0, 1]);
  });

  it.each([
    ['more than 5 percent of the native citizens', [20, 2, 1], 1],
    ['exactly 5 percent', [20, 1, 1], 0],
    ['less', [21, 1, 1], 0],
    ['literate', [20, 2, 0], 0],
    ['more than 10,000 of them, but no 5 percent', [300_000, 10_001, 10_001], 0],
    ['nobody of nobody', [0, 0, 0], 0],
  ])('reservation: %s', (_claim, area, covered) => {
    const pairs: Pair[] = [
      ['county', '02', 'Aleut', 'AIAN 7; AIAN 8', 3710, 10, 0],
      ['county', '02', 'Yupik', 'AIAN 7', 3710, 10, 0],
      ['AIAN', '00', 'Aleut', 'AIAN 7', ...area],
      ['ANRC', '00', 'Aleut', 'AIAN 8', 100, 0, 0],
    ];
    expect(answer(pairs)).toEqual([covered, 0, covered, 0]);
    expect(answer(pairs, { clauses: { reservation: false } })).toEqual([0, 0, 0, 0]);
  });

  it('a state has no clause of 10,000', () => {
    expect(answer([['state', '06', 'Korean', 'none', 24_000_000, 90_000, 90_000]])).toEqual([0]);
  });

  it('P^M of the papers asks every row the same and nothing of its neighbours', () => {
    const pairs: Pair[] = [
      ['state', '06', 'Korean', 'none', 24_000_000, 90_000, 90_000],
      ['county', '06', 'Korean', 'AIAN 7', 2000, 100, 100],
      ['AIAN', '00', 'Korean', 'AIAN 7', 20, 2, 1],
    ];
    expect(answer(pairs, { statute: 'section203-paper' })).toEqual([1, 0, 1]);
  });

  it('each clause can be switched off by itself', () => {
    const both = county(100_000, 10_001, 10_000);
    expect(answer([both], { clauses: { 'five-percent': false } })).toEqual([1]);
    expect(answer([both], { clauses: { 'ten-thousand': false } })).toEqual([1]);
    expect(answer([both], { clauses: { 'five-percent': false, 'ten-thousand': false } })).toEqual([0]);
    expect(answer([county(100, 50, 0)], { clauses: { illiteracy: false } })).toEqual([1]);
  });
});

describe('decision language', () => {
  const counts = fc.integer({ min: 0, max: 40_000 });
  const pair = fc
    .tuple(counts, counts, counts)
    .map(([citizens, lep, illiterate]) => county(citizens, Math.min(lep, citizens), Math.min(illiterate, lep)));

  it('scaling all counts leaves the clauses about shares as they are', () => {
    fc.assert(
      fc.property(pair, fc.constantFrom(2, 4, 8, 64), (one, factor) => {
        const scaled = one.map((value) => (typeof value === 'number' ? value * factor : value)) as unknown as Pair;
        const without = { clauses: { 'ten-thousand': false } };
        expect(answer([scaled], without)).toEqual(answer([one], without));
      }),
    );
  });

  it('another pair changes nothing, and the order of pairs only the order of answers', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), pair, (pairs, other) => {
        const answers = answer(pairs);
        expect(answer([...pairs, other]).slice(0, -1)).toEqual(answers);
        expect(answer(pairs.toReversed())).toEqual(answers.toReversed());
      }),
    );
  });

  it('more people of limited English never cost a pair its coverage, as long as as many of them are illiterate', () => {
    fc.assert(
      fc.property(pair, fc.integer({ min: 1, max: 500 }), (one, more) => {
        const [level, state, language, area, citizens, lep, illiterate] = one as unknown as [
          string,
          string,
          string,
          string,
          number,
          number,
          number,
        ];
        const larger: Pair = [level, state, language, area, citizens, lep + more, illiterate + more];
        expect(answer([larger])[0]).toBeGreaterThanOrEqual(answer([one])[0] as number);
      }),
    );
  });

  it('negative noisy counts are taken as 0, unless nothing is done', () => {
    const decision = decisionByName('language');
    const noisy = { citizens: Float64Array.of(-80), lep: Float64Array.of(-3), illiterate: Float64Array.of(2) };
    const outcomes = (['clip', 'none'] as const).map((post) => {
      const outcome = new Float64Array(1);
      decision.pipeline(post, { counts: noisy, fixed: {} }).apply(noisy, outcome);
      return outcome[0];
    });
    // -3 > 0.05 * -80 holds; 0 > 0 does not.
    expect(outcomes).toEqual([0, 1]);
    expect(() => decision.pipeline('pos', { counts: noisy, fixed: {} })).toThrow(/does not take: pos/);
  });

  it('the noisy row of a state is the same one for all its subdivisions', () => {
    const input = inputOf([
      ['county', '48', 'Hispanic', 'none', 2000, 100, 0],
      ['county', '48', 'Hispanic', 'none', 4000, 200, 0],
      ['state', '48', 'Hispanic', 'none', 40_000, 1999, 100],
    ]);
    const noisy = { ...input.counts, lep: Float64Array.of(100, 200, 2001) };
    const outcome = new Float64Array(3);
    decisionByName('language').pipeline('clip', input).apply(noisy, outcome);
    expect([...outcome]).toEqual([1, 1, 1]);
  });

  it('the distance is that of the comparison that decides', () => {
    const input = inputOf([county(2000, 110, 110), county(2000, 90, 90), county(0, 0, 0)]);
    const distance = decisionByName('language').distance?.(input, 2) as Float64Array;
    // (110 - 100) / (2 sqrt(1 + 0.05^2)); illiteracy is farther away.
    expect(distance[0]).toBeCloseTo(10 / (2 * Math.sqrt(1.0025)), 12);
    expect(distance[1]).toBeCloseTo(-10 / (2 * Math.sqrt(1.0025)), 12);
    expect(distance[2]).toBe(0);
  });

  it('through a state and through native areas the nearest way counts', () => {
    const input = inputOf([
      ['county', '48', 'Hispanic', 'AIAN 1; AIAN 2', 2000, 60, 60],
      ['state', '48', 'Hispanic', 'none', 1_000_000, 900_000, 900_000],
      ['AIAN', '00', 'Hispanic', 'AIAN 1', 200, 30, 30],
      ['AIAN', '00', 'Hispanic', 'AIAN 2', 200, 13, 13],
    ]);
    const at = decisionByName('language').distance?.(input, 1) as Float64Array;
    expect(at[0]).toBeCloseTo(20 / Math.sqrt(1.0025), 12);
    expect(at[3]).toBeCloseTo(3 / Math.sqrt(1.0025), 12);
    const alone = decisionByName('language', { clauses: { reservation: false } }).distance?.(input, 1) as Float64Array;
    expect(alone[0]).toBeCloseTo(-40 / Math.sqrt(1.0025), 12);
    expect(alone[2]).toBe(Number.NEGATIVE_INFINITY);
  });

  it('asks each clause by itself as an event', () => {
    const { events = [] } = decisionByName('language');
    expect(events.map(({ name }) => name)).toEqual([
      'five-percent',
      'ten-thousand',
      'state',
      'reservation',
      'illiteracy',
    ]);
    const input = inputOf([
      ['county', '48', 'Hispanic', 'none', 2000, 100, 1],
      ['state', '48', 'Hispanic', 'none', 40_000, 2001, 100],
    ]);
    const answers = events.map(({ decision }) => [...decision.truth(input)]);
    expect(answers).toEqual([
      [0, 1],
      [0, 0],
      [1, 0],
      [0, 0],
      [0, 1],
    ]);
    expect(events[0]?.question).toContain('lep > 0.05 * citizens');
    expect(events.map(({ postOf }) => postOf('clip'))).toEqual(Array(5).fill('clip'));
    expect(events[0]?.decision.events).toBeUndefined();
  });

  it('touches the people of limited English; those of states and native areas are in subdivisions already', () => {
    const input = inputOf([
      ['county', '02', 'Aleut', 'none', 3710, 10, 4],
      ['state', '02', 'Aleut', 'none', 40_000, 200, 100],
      ['ANRC', '00', 'Aleut', 'ANRC 7', 35, 4, 4],
    ]);
    const touched = decisionByName('language').people?.(input);
    expect(touched).toMatchObject({ role: 'lep', counted: [true, false, false] });
    expect([...(touched?.people ?? [])]).toEqual([10, 200, 4]);
  });

  it('without text columns every row is a subdivision', () => {
    const { labels: _none, ...input } = inputOf([county(2000, 101, 100)]);
    expect([...decisionByName('language').truth(input)]).toEqual([1]);
  });

  it.each([
    [
      { statute: 'section203-1975' },
      /no built-in rule file of this name: section203-1975 \(allowed: section203-2016, section203-paper/,
    ],
    [
      { clauses: { 'six-percent': true } },
      /clause that section203-2016 does not have: six-percent \(allowed: five-percent,/,
    ],
    [
      { clauses: { 'five-percent': false, 'ten-thousand': false, state: false, reservation: false } },
      /every clause of section203-2016 is switched off/,
    ],
    [{ event: 'six-percent' }, /has no such question: six-percent/],
    [{ rule: 'lep > 1' }, /decision language has no use for rule/],
  ] satisfies [DecisionParameters, RegExp][])('refuses %j', (parameters, message) => {
    expect(() => decisionByName('language', parameters)).toThrow(message);
  });

  it('refuses a level that it does not know, and says of which row', () => {
    expect(() => answer([county(2000, 101, 100), ['parish council', '22', 'Hispanic', 'none', 1, 1, 1]])).toThrow(
      /^entity 2: level of an area: parish council \(allowed: state, county,/,
    );
    expect(() => answer([['constructor', '22', 'Hispanic', 'none', 1, 1, 1]])).toThrow(DpfairError);
  });

  it('refuses two rows of one state, or of one native area, and language, and names both', () => {
    const state = (citizens: number): Pair => ['State', '35', 'Hispanic', 'none', citizens, 3, 3];
    expect(() => answer([state(10), county(2000, 101, 100), state(20)])).toThrow(
      'entity 1: one of two rows of one state and language: 35, Hispanic (allowed: one)\n' +
        'entity 3: one of two rows of one state and language: 35, Hispanic (allowed: one)',
    );
    const area = (language: string): Pair => ['AIAN', '00', language, 'AIAN 1', 10, 3, 3];
    expect(() => answer([area('Aleut'), area('Aleut')])).toThrow('of one area and language: AIAN 1, Aleut');
    expect(answer([area('Aleut'), area('Yuman')])).toEqual([1, 1]);
    // A county with the numbers of a second county is a county of its own.
    expect(answer([county(2000, 101, 100), county(2000, 101, 100)])).toEqual([1, 1]);
  });

  it('names with a bar in them are not taken for one another', () => {
    const own: Pair = ['County', 'a|b', 'c', 'none', 2000, 100, 100];
    expect(answer([own, ['State', 'a', 'b|c', 'none', 100, 50, 50]])).toEqual([0, 1]);
    expect(answer([own, ['State', 'a|b', 'c', 'none', 100, 50, 50]])).toEqual([1, 1]);
    expect(() =>
      answer([
        ['State', 'a', 'b|c', 'none', 9, 1, 1],
        ['State', 'a|b', 'c', 'none', 9, 1, 1],
      ]),
    ).not.toThrow();
  });

  it('a native area without a name carries nobody', () => {
    const nameless: Pair = ['AIAN', '35', 'Hispanic', 'none', 100, 50, 50];
    expect(answer([county(2000, 1, 1), nameless, nameless])).toEqual([0, 1, 1]);
  });
});
