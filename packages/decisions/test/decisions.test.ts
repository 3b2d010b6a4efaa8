import { describe, expect, it } from 'vitest';
import { type DecisionInput, decisionByName, decisionNames, weightedCounts } from '../src/index.js';

const input: DecisionInput = {
  counts: { count: Float64Array.of(100, 400, 1500, 8000) },
  fixed: { weight: Float64Array.of(1, 1.5, 0.8, 1.2) },
};

describe('decisions', () => {
  it('are found by name, and nothing else is', () => {
    expect(decisionNames.toSorted()).toEqual(['allotment', 'identity']);
    expect(() => decisionByName('lottery')).toThrow(/unknown decision: lottery \(allowed: allotment, identity\)/);
    expect(() => decisionByName('constructor')).toThrow(/unknown decision/);
  });

  it.each(decisionNames)('%s: every post-processing applied to the true counts gives the truth', (name) => {
    const decision = decisionByName(name);
    const truth = decision.truth(input);
    for (const post of decision.posts) {
      const values = weightedCounts(input).counts.slice();
      for (const stage of decision.stages(post, input)) stage.apply(values);
      values.forEach((value, i) => {
        expect(value).toBeCloseTo(truth[i] as number, 10);
      });
    }
  });

  it('identity refuses rules that allot shares', () => {
    expect(() => decisionByName('identity').stages('pos', input)).toThrow(
      /post-processing that decision identity does not take: pos/,
    );
  });

  it('say what they are made from and what they give', () => {
    const said = (name: string) => {
      const { name: own, unit, privateRoles, publicRoles, posts } = decisionByName(name);
      return { name: own, unit, privateRoles, publicRoles, posts };
    };
    expect(said('allotment')).toEqual({
      name: 'allotment',
      unit: 'share',
      privateRoles: ['count'],
      publicRoles: ['weight'],
      posts: ['none', 'clip', 'sum', 'simplex', 'baseline', 'pos'],
    });
    expect(said('identity')).toEqual({
      name: 'identity',
      unit: 'count',
      privateRoles: ['count'],
      publicRoles: [],
      posts: ['none', 'clip', 'sum', 'simplex'],
    });
  });

  it('give the counts themselves, and their shares of the weighted total: all weights 1 where none are mapped', () => {
    const counts = { count: Float64Array.of(1, 3, 4) };
    const weighted = { counts, fixed: { weight: Float64Array.of(2, 1, 0.75) } };
    expect([...decisionByName('identity').truth(weighted)]).toEqual([1, 3, 4]);
    expect([...decisionByName('allotment').truth(weighted)]).toEqual([0.25, 0.375, 0.375]);
    expect([...decisionByName('allotment').truth({ counts, fixed: {} })]).toEqual([0.125, 0.375, 0.5]);
  });

  it('refuse an unknown name as a wrong use', () => {
    const message = 'unknown decision: lottery (allowed: allotment, identity)';
    expect(() => decisionByName('lottery')).toThrow(expect.objectContaining({ code: 'usage', message }));
  });

  it('allotment of nothing is undefined, with the reason', () => {
    const nothing = { counts: { count: new Float64Array(3) }, fixed: {} };
    expect(() => decisionByName('allotment').truth(nothing)).toThrow(
      expect.objectContaining({
        code: 'undefined-result',
        message: 'shares do not exist: every count is zero (allowed: at least one positive count)',
      }),
    );
  });

  it('does not change its input', () => {
    decisionByName('allotment').truth(input);
    decisionByName('identity').truth(input)[0] = 7;
    expect([...weightedCounts(input).counts]).toEqual([100, 400, 1500, 8000]);
  });
});
