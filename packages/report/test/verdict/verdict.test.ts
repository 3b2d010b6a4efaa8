import { verdict } from '@dpfair/report';
import type { AuditResult } from '@dpfair/result';
import { describe, expect, it } from 'vitest';
import { verdictMessages as say } from '../../src/messages/verdict-messages.js';
import { buildCell, type CellParts, laplace } from '../fixtures/build-cell.js';
import { buildResult } from '../fixtures/build-result.js';
import { counties } from '../fixtures/counties.js';
import { fourEntities } from '../fixtures/four-entities.js';

const base: CellParts = {
  ...fourEntities,
  post: 'baseline',
  decision: 'allotment',
  truth: [0.01, 0.02, 0.03, 0.94],
  bias: [0.004, 0.003, 0.001, -0.008],
  budgetDollars: 1e9,
};
const cell = (changes: Partial<CellParts>) => buildCell({ ...base, ...changes });
const money = (cells: ReturnType<typeof cell>[], changes: Partial<AuditResult> = {}) =>
  buildResult(cells, { budgetDollars: 1e9, ...changes });
/** Half the biases of `base`: a quarter of the gap. */
const small = base.bias.map((bias) => (bias as number) / 4);

describe('the verdict of an exact result', () => {
  it('says in money who loses, how much, and how many gain and lose', () => {
    // cost = 0.008 of $1e9 = $8 million; Dogwood loses 0.008 / 0.94 = 0.85 %
    expect(verdict(money([cell({})]))).toBe(
      'At epsilon 0.1 the baseline rule shifts $8.00 million (0.80\u202f% of the budget) on average over the noise, ' +
        'from 1 entity to 3; Dogwood loses $8.00 million on average, 0.85\u202f% of its true share. ' +
        'A single release can move more. (exact)',
    );
  });

  it('speaks of shares of the whole when there is no budget', () => {
    const text = verdict(buildResult([cell({ budgetDollars: null })]));
    expect(text).toContain('shifts 0.80\u202f% of the whole on average over the noise, from 1 entity to 3');
    expect(text).not.toContain('$');
  });

  it('says by how much another post-processing narrows the gap, and names its method', () => {
    const text = verdict(money([cell({}), cell({ post: 'pos', method: 'series', bias: small })]));
    expect(text).toContain('The PoS rule (projection of the shares onto the simplex) narrows the widest gap 4.0-fold.');
    expect(text).toContain('(exact; PoS rule: series)');
  });

  it('opens with the worst budget and adds the mildest', () => {
    const text = verdict(money([cell({ mechanism: laplace(1), bias: small }), cell({})]));
    expect(text.startsWith('At epsilon 0.1 ')).toBe(true);
    expect(text).toContain('At epsilon 1 the same rule shifts $2.00 million (0.20\u202f% of the budget) on average.');
  });

  it('says nothing better of a post-processing whose gap is undefined, whatever its bounds say', () => {
    const none = cell({ post: 'pos', method: 'series', bias: [null, null, null, null] });
    const odd = { ...none, alpha: { ...none.alpha, lower: 0, upper: 0 } };
    for (const other of [none, odd]) {
      const text = verdict(money([cell({}), other]));
      expect(text).not.toMatch(/narrows|removes|better/);
      expect(text).toContain(
        'For the PoS rule (projection of the shares onto the simplex) the gap is undefined. (exact)',
      );
    }
  });

  it('says at which budget a gap is undefined when it is defined at others, and does not compare it', () => {
    const text = verdict(money([cell({}), cell({ mechanism: laplace(1), bias: [null, null, null, null] })]));
    expect(text).toContain('For the baseline rule the gap is undefined at epsilon 1. (exact)');
    expect(text).not.toContain('same rule');
  });

  it('says that all are treated alike when the gap is zero', () => {
    const flat = cell({ bias: [0, 0, 0, 0] });
    const text = verdict(money([{ ...flat, alpha: { ...flat.alpha, lower: 0, upper: 0 } }]));
    expect(text).toContain(say.alike('At epsilon 0.1', 'the baseline rule').slice(3));
  });

  it('says that the run was stopped early', () => {
    const result = money([cell({})]);
    expect(verdict({ ...result, run: { ...result.run, interrupted: true } })).toContain(say.interrupted());
  });

  it('adds the id to a name that occurs twice', () => {
    expect(verdict(money([cell({ name: ['Ash', 'Ash', 'Cedar', 'Ash'] })]))).toContain('Ash (d) loses');
  });

  it('gives the reason when nothing is defined', () => {
    expect(verdict(buildResult([cell({ bias: [null, null, null, null] })]))).toContain('no bias is defined');
    expect(verdict(buildResult([]))).toContain(say.nothing());
  });
});

describe('the verdict of a simulated result', () => {
  const simulated = (gain: number, error: number) =>
    cell({
      method: 'montecarlo',
      bias: base.bias.map((bias) => (bias as number) * gain),
      standardError: base.bias.map(() => error),
      intervalMultiplier: 2.5,
    });

  it('carries intervals, the trials and the confidence', () => {
    // half width 2.5 x 0.0002 = 0.0005 of $1e9: Dogwood loses $7.50 to $8.50 million
    const text = verdict(money([simulated(1, 0.0002)]));
    expect(text).toContain('Dogwood loses $8.00 million ($7.50 million to $8.50 million)');
    expect(text).toContain('(Monte Carlo, 20,000 trials; 95\u202f% intervals)');
  });

  it('claims nothing when the interval of the gap contains zero', () => {
    const text = verdict(money([simulated(1, 0.01)]));
    expect(text).toContain('not distinguishable from zero with 20,000 trials');
    expect(text).not.toMatch(/loses|moves?\b|shifts|narrows/);
  });

  it('counts only entities whose own interval leaves zero out', () => {
    // half width 2.5 x 0.0005 = 0.00125: Cedar (0.001) is undecided
    const text = verdict(money([simulated(1, 0.0005)]));
    expect(text).toContain('from 1 entity to 2; ');
    expect(text).toContain(say.undecided('1'));
  });

  it('does not call another post-processing better when the intervals overlap', () => {
    const other = { ...simulated(0.8, 0.0006), post: 'pos' };
    const text = verdict(money([simulated(1, 0.0006), other]));
    expect(text).toContain(say.noneBetter());
    expect(text).not.toContain('narrows');
  });

  it('says "at least" when the interval allows less than the ratio of the estimates', () => {
    const text = verdict(money([simulated(1, 0.0003), { ...simulated(0.1, 0.0001), post: 'pos' }]));
    // 0.012 - 2.5 x sqrt 2 x 0.0003 = 0.01094; 0.0012 + 2.5 x sqrt 2 x 0.0001 = 0.001554: 7.04
    expect(text).toContain('narrows the widest gap at least 7.0-fold');
  });

  it('speaks of households when households are counted, and never of money', () => {
    const text = verdict(counties());
    expect(text).toMatch(/Kalawao gains 0\.00692 households \(0\.00640 to 0\.00744\)/);
    expect(text).not.toContain('$');
  });

  it('claims nothing about a cell without an interval', () => {
    const one = simulated(1, 0.0002);
    const text = verdict(money([{ ...one, alpha: { ...one.alpha, lower: null, upper: null } }]));
    expect(text).toContain(`not distinguishable from zero ${say.withoutInterval()}`);
  });
});
