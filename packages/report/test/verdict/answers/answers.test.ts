import { verdict } from '@dpfair/report';
import { describe, expect, it } from 'vitest';
import { answerVerdictMessages as say } from '../../../src/messages/answer-messages.js';
import { buildCell, type CellParts, laplace } from '../../fixtures/build-cell.js';
import { buildResult } from '../../fixtures/build-result.js';
import { fourEntities } from '../../fixtures/four-entities.js';

const base: CellParts = {
  ...fourEntities,
  post: 'none',
  decision: 'threshold',
  truth: [0, 1, 1, 0],
  bias: [0.25, -0.5, -0.125, 0.125],
};
const cell = (changes: Partial<CellParts>) => buildCell({ ...base, ...changes });
const scaled = (factor: number) => base.bias.map((bias) => (bias as number) * factor);
const text = (...cells: ReturnType<typeof cell>[]) => verdict(buildResult(cells));
const simulated = (factor: number, error: number, changes: Partial<CellParts> = {}) =>
  cell({
    method: 'montecarlo',
    trials: 100_000,
    bias: scaled(factor),
    standardError: base.bias.map(() => error),
    intervalMultiplier: 2.5,
    ...changes,
  });

describe('the verdict of an exact yes-or-no rule', () => {
  it('says how many answers are wrong, whose, and for whom most likely', () => {
    // 0.25 + 0.5 + 0.125 + 0.125 = 1; entitled: 0.625 of 2; others: 0.375 of 2
    expect(text(cell({}))).toBe(
      'At epsilon 0.1 and with no post-processing, 1.00 of 4 answers are expected to be wrong on average over the noise: ' +
        '0.625 of 2 entitled entities lose, 0.375 of 2 entities that are not entitled gain. ' +
        'Birch is most likely to lose, with probability 50.0\u202f%; Ash is most likely to gain, with probability 25.0\u202f%. ' +
        'A single release can have more wrong answers, or fewer. (exact)',
    );
  });

  it('says how many people it touches and where, where the result knows', () => {
    const plain = cell({});
    const people = {
      role: 'lep',
      losing: { entities: 2, people: 5000, expected: 2000, lower: 2000, upper: 2000 },
      gaining: { entities: 2, people: 950, expected: 120, lower: 120, upper: 120 },
    };
    const found = text({ ...plain, people, entities: { ...plain.entities, people: [10, 3900, 1, 940] } });
    expect(found).toContain(
      'gain. They leave 2,000 of the 5,000 people (lep) in 2 entitled entities without what is theirs, each counted once; ' +
        'the largest number, 1,950 of 3,900, in Birch. Birch is most likely to lose, with probability 50.0\u202f% (3,900 people);',
    );
  });

  it('never speaks of money or of shares, also with a budget', () => {
    const all = verdict(buildResult([cell({})], { budgetDollars: 1e9 }));
    expect(all).not.toMatch(/\$|share|budget|whole/);
  });

  it('leaves out a kind of error that nobody can meet', () => {
    const none = text(cell({ truth: [0, 0, 0, 0], bias: [0.25, 0.5, 0.125, 0.125] }));
    expect(none).toContain(
      'over the noise: 1.00 of 4 entities that are not entitled gain. Birch is most likely to gain',
    );
    expect(none).not.toMatch(/lose/);
    expect(
      text(cell({ truth: [1, 1, 1, 1], bias: scaled(0) }), cell({ truth: [1, 1, 1, 1], bias: [-1, 0, 0, 0] })),
    ).toContain(
      'over the noise: 1.00 of 4 entitled entities lose. Ash is most likely to lose, with probability 100\u202f%',
    );
  });

  it('opens with the most wrong answers, though the gap be wider elsewhere', () => {
    // gaps: 0.75 against 1 - 0; wrong answers: 1 against 0.75
    const wide = cell({ mechanism: laplace(1), bias: [0.75, 0, 0, 0] });
    expect(wide.alpha.estimate).toBe(0.75);
    const narrow = cell({ bias: [0.25, -0.25, -0.25, 0.25] });
    const all = text(wide, narrow);
    expect(all.startsWith('At epsilon 0.1 ')).toBe(true);
    expect(all).toContain('At epsilon 1 and with the same post-processing, 0.750 wrong answers are expected.');
  });

  it('says by how much another post-processing lowers their number, unless next to nothing', () => {
    expect(text(cell({}), cell({ post: 'clip', bias: scaled(0.5) }))).toContain(
      'Clipping at zero lowers the expected number of wrong answers 2.0-fold.',
    );
    expect(text(cell({}), cell({ post: 'clip', bias: scaled(0.75) }))).toContain('wrong answers by 25.0\u202f%.');
    expect(text(cell({}), cell({ post: 'clip', bias: scaled(0.9992) }))).toContain(say.hardlyBetter());
  });

  it('says that others give the same where their numbers read the same, and opens with the first of those', () => {
    const [one, two] = [say.same(1), say.same(2)];
    for (const factor of [1, 1 - 1e-12, 1 + 1e-12]) {
      const all = text(cell({}), cell({ post: 'clip', bias: scaled(factor) }));
      expect(all).toContain(one);
      expect(all.startsWith('At epsilon 0.1 and with no post-processing')).toBe(true);
    }
    expect(text(cell({ post: 'clip' }), cell({})).startsWith('At epsilon 0.1 and with clipping at zero')).toBe(true);
    expect(text(cell({}), cell({ post: 'clip' }), cell({ post: 'sum' }))).toContain(two);
    expect(text(cell({}), cell({ post: 'clip' }), cell({ post: 'sum', bias: scaled(0.9992) }))).not.toMatch(
      new RegExp(`${one}|${two}`),
    );
  });

  it('says that no answer is wrong when none is', () => {
    const none = { ...cell({ bias: scaled(0) }), errorEstimate: 0 };
    expect(text(none)).toBe('At epsilon 0.1 and with no post-processing, no answer is expected to be wrong. (exact)');
  });

  it('does not call what is below the numerical error a wrong answer', () => {
    const tiny = { ...cell({ bias: scaled(1e-12) }), errorEstimate: 1e-10 };
    expect(text(tiny)).toContain(
      'not distinguishable from zero to within the numerical error; it is less than 0.000001 of 4',
    );
  });
});

describe('the verdict of a simulated yes-or-no rule', () => {
  // log(100 x 4) / 100,000 = 0.0000599 is what the run cannot see
  it('carries intervals, which hold what no trial showed', () => {
    const all = text(simulated(1, 0.01));
    // sum: 2.5 x 0.01 x sqrt 4 + 0.00006 = 0.05006; Birch: 0.025 + 0.00006
    expect(all).toContain('1.00 (0.950 to 1.05) of 4 answers');
    expect(all).toContain('with probability 50.0\u202f% (47.5\u202f% to 52.5\u202f%)');
    expect(all).toContain('(Monte Carlo, 100,000 trials; 95\u202f% intervals)');
  });

  it('counts the entities whose answer cannot be told to be ever wrong, those that never changed among them', () => {
    const all = text(simulated(1, 0.01, { bias: [0.25, -0.5, 0, 0.02], standardError: [0.01, 0.01, 0, 0.01] }));
    expect(all).toContain(say.undecided('2'));
  });

  it('claims nothing where no trial showed a wrong answer', () => {
    const none = text(simulated(0, 0, { trials: 1000 }));
    // log(400) / 1000 = 0.00599
    expect(none).toContain('the number of wrong answers is not distinguishable from zero with 1,000 trials');
    expect(none).toContain('it is at most 0.00599 of 4 on average');
    expect(none).not.toMatch(/likely|lose|gain/);
  });

  it('does not tell budgets or post-processings apart whose intervals overlap', () => {
    const all = text(
      simulated(1, 0.02),
      simulated(0.99, 0.02, { post: 'clip' }),
      simulated(0.95, 0.02, { mechanism: laplace(1) }),
    );
    expect(all).toContain(say.noneBetter());
    expect(all).toContain(say.milderAlike('At epsilon 1'));
    expect(text(simulated(1, 0.02), simulated(0, 0, { mechanism: laplace(1) }))).toContain(
      say.milderNothing('At epsilon 1'),
    );
  });
});
