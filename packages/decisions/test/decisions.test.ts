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

  it('allotment of nothing is undefined, with the reason', () => {
    const nothing = { counts: { count: new Float64Array(3) }, fixed: {} };
    expect(() => decisionByName('allotment').truth(nothing)).toThrow(/every count is zero/);
  });

  it('does not change its input', () => {
    decisionByName('allotment').truth(input);
    decisionByName('identity').truth(input)[0] = 7;
    expect([...weightedCounts(input).counts]).toEqual([100, 400, 1500, 8000]);
  });
});
