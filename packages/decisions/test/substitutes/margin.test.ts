import { laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import { decisionByName, isApplicable, movedRule, substituteDecision, substituteKind } from '../../src/index.js';

const counts = { a: Float64Array.of(2, 8, 9.5, 10, 14), b: Float64Array.of(1, 2, 3, 4, 5) };
const input = { counts, fixed: {} };
const answers = (rule: string, spec: Parameters<typeof substituteDecision>[1]) => {
  const decision = substituteDecision(decisionByName('threshold', { rule }), spec);
  const outcome = new Float64Array(5);
  decision.pipeline('none', input).apply(counts, outcome);
  return [...outcome];
};

describe('a threshold moved by a margin', () => {
  it('in units: a > 10 becomes a > 8', () => {
    expect(answers('a > 10', { name: 'margin-units', units: 2 })).toEqual([0, 0, 1, 1, 1]);
    expect(answers('a >= 10', { name: 'margin-units', units: 2 })).toEqual([0, 1, 1, 1, 1]);
  });

  it('in standard deviations of the noise of the comparison, also of several counts', () => {
    // a - 2 b > 1.9 with a margin of half of 2 sqrt(1 + 4): a - 2 b > 1.9 - 2.236.
    const spec = { name: 'margin', deviations: 0.5, deviation: 2 } as const;
    expect(answers('a - 2 * b > 1.9', spec)).toEqual([1, 1, 1, 1, 1]);
    expect(answers('a > 10', spec)).toEqual([0, 0, 1, 1, 1]);
  });

  it('favours yes under not as well', () => {
    expect(answers('not a < 10', { name: 'margin-units', units: 2 })).toEqual([0, 1, 1, 1, 1]);
  });

  it.each([
    ...['a > 10', 'a > 2.2 * b', 'not a < 9 and b > 2', 'a > 12 or a > 3 * b'],
    ...['a > 9 xor b > 3.2', 'not (a > 9 xor (b > 3.2 xor a > 2 * b))'],
  ])('%s: moving the rule gives yes where the distance is above minus the margin', (rule) => {
    const distance = decisionByName('threshold', { rule }).distance?.(input, 1.3) as Float64Array;
    const moved = answers(rule, { name: 'margin', deviations: 1, deviation: 1.3 });
    expect(moved).toEqual([...distance].map((value) => Number(value > -1)));
  });

  it('a count on the moved threshold is judged as the rule judges one on its own', () => {
    const spec = { name: 'margin', deviations: 1, deviation: 2 } as const;
    // 8 = 10 - 2 and 14 = 12 + 2.
    expect(answers('a > 10', spec)).toEqual([0, 0, 1, 1, 1]);
    expect(answers('a >= 10', spec)).toEqual([0, 1, 1, 1, 1]);
    expect(answers('a > 10 xor a > 12', spec)).toEqual([0, 0, 1, 1, 1]);
    expect(answers('a >= 10 xor a >= 12', spec)).toEqual([0, 1, 1, 1, 0]);
  });

  it('exclusive ors that are nested too deeply are left alone, with the reason', () => {
    const rule = Array.from({ length: 12 }, (_, k) => `a > ${k + 1}`).join(' xor ');
    const context = {
      decision: decisionByName('threshold', { rule }),
      input,
      noise: laplace(1),
      sensitivity: 1,
      settings: {},
    };
    expect(substituteKind('margin').plan(context)).toEqual({
      notApplicable: 'its exclusive ors are nested too deeply',
    });
  });

  it('a larger margin never turns a yes into a no', () => {
    const sums = [0.1, 0.5, 1, 2, 4].map((deviations) =>
      answers('a > 2 * b and a > 9', { name: 'margin', deviations, deviation: 2 }).reduce((x, y) => x + y, 0),
    );
    expect(sums).toEqual(sums.toSorted((x, y) => x - y));
  });

  it('an exclusive or has no side for an amount, and a distance for a margin', () => {
    const decision = decisionByName('threshold', { rule: 'a > 10 xor b > 2' });
    expect(movedRule(decision, { name: 'margin-units', units: 1 })).toBeNull();
    const context = { decision, input, noise: laplace(1), sensitivity: 1, settings: { marginUnits: 1 } };
    expect(substituteKind('margin-units').plan(context)).toHaveProperty('notApplicable');
    expect(isApplicable(substituteKind('margin').plan(context))).toBe(true);
  });
});
