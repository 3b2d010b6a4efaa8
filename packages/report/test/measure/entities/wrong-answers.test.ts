import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerView } from '../../../src/measure/entities/answer-view.js';
import { wrongAnswers } from '../../../src/measure/entities/wrong-answers.js';
import { halfWidth, unseenProbability } from '../../../src/measure/half-width.js';
import { buildCell, type CellParts, laplace } from '../../fixtures/build-cell.js';

const base: CellParts = {
  mechanism: laplace(1),
  post: 'clip',
  decision: 'threshold',
  method: 'exact',
  id: ['a', 'b', 'c'],
  name: ['A', 'B', 'C'],
  count: [1, 2, 3],
  truth: [1, 0, 0],
  bias: [-0.25, 0.5, null],
  budgetDollars: null,
};

describe('wrong answers', () => {
  it('are the sum over entitled entities and over the others, of those that have a probability', () => {
    const { asked, entitled, all, lose, gain } = wrongAnswers({ ...buildCell(base), errorEstimate: 0.01 });
    expect([asked, entitled]).toEqual([2, 1]);
    expect([lose.estimate, gain.estimate, all.estimate]).toEqual([0.25, 0.5, 0.75]);
    expect(all.lower).toBeCloseTo(0.73, 12);
    expect(all.upper).toBeCloseTo(0.77, 12);
  });

  it('are not defined where no entity has a probability', () => {
    const none = wrongAnswers(buildCell({ ...base, bias: [null, null, null] }));
    expect(none.all).toEqual({ estimate: null, lower: null, upper: null });
  });

  it('split into losses and gains without remainder, within as many as are asked', () => {
    const one = fc.record({ truth: fc.constantFrom(0, 1), wrong: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 30 }), (entities) => {
        const ids = entities.map((_, index) => String(index));
        const truth = entities.map((entity) => entity.truth);
        const bias = entities.map((entity) => (entity.truth === 1 ? -entity.wrong : entity.wrong));
        const parts = { ...base, id: ids, name: ids, count: truth, truth, bias };
        const { all, lose, gain } = wrongAnswers(buildCell(parts));
        expect((lose.estimate ?? 0) + (gain.estimate ?? 0)).toBeCloseTo(all.estimate as number, 9);
        expect(all.upper).toBeLessThanOrEqual(entities.length);
        expect(all.lower).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('an answer', () => {
  it('is wrong with the probability of no for who is entitled, of yes for who is not', () => {
    const cell = buildCell(base);
    expect(answerView(cell, 0)).toMatchObject({ entitled: true, yes: 0.75, wrong: 0.25 });
    expect(answerView(cell, 1)).toMatchObject({ entitled: false, yes: 0.5, wrong: 0.5 });
    expect(answerView(cell, 2)).toEqual({ entitled: false, yes: null, wrong: null, half: null });
  });

  it('has its probability in results that do not state it', () => {
    const { probability: _, ...entities } = buildCell(base).entities;
    expect(answerView({ ...buildCell(base), entities }, 0).yes).toBe(0.75);
  });

  it('that never changed in a run may change with the probability that the result states', () => {
    const cell = { ...buildCell({ ...base, method: 'montecarlo', standardError: [0, 0, 0] }), resolution: 0.002 };
    expect(unseenProbability(cell)).toBe(0.002);
    expect(halfWidth(cell, 0)).toBe(0.002);
    const counts = { ...buildCell({ ...base, decision: 'identity', method: 'montecarlo' }), resolution: 0.002 };
    expect(unseenProbability(counts)).toBe(0);
  });
});
