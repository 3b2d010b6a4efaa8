import { describe, expect, it } from 'vitest';
import { type DecisionInput, decisionByName } from '../src/index.js';

const rule = 'lep > 0.05 * citizens or lep > 10000';
const input: DecisionInput = {
  counts: { lep: Float64Array.of(4, 90), citizens: Float64Array.of(100, 1000) },
  fixed: {},
};
const decision = decisionByName('threshold', { rule });

describe('decision threshold', () => {
  it('says what it is made from', () => {
    expect(decision).toMatchObject({
      name: 'threshold',
      parameters: { rule },
      unit: 'probability',
      privateRoles: ['lep', 'citizens'],
      publicRoles: [],
      requiredRoles: [],
      posts: ['none', 'clip'],
    });
    expect(Object.keys(decision.parameters)).toEqual(['rule']);
    const known = decisionByName('threshold', { rule, public: ['citizens'] });
    expect(known).toMatchObject({
      parameters: { rule, public: ['citizens'] },
      privateRoles: ['lep'],
      publicRoles: ['citizens'],
      requiredRoles: ['citizens'],
    });
  });

  it('describes its pipeline: the rule alone, or after clipping', () => {
    const question = {
      name: 'threshold',
      parameters: { rule },
      linear: false,
      keeps: { sum: false, sign: true, integers: true },
    };
    expect(decision.pipeline('none', input).stages).toEqual([question]);
    const [first, ...rest] = decision.pipeline('clip', input).stages;
    expect(first?.name).toBe('clip');
    expect(rest).toEqual([question]);
  });

  it('refuses other post-processings, and names those that there are', () => {
    for (const post of ['sum', 'simplex', 'pos', 'baseline'] as const) {
      expect(() => decision.pipeline(post, input)).toThrow(
        `post-processing that decision threshold does not take: ${post} (allowed: none, clip)`,
      );
    }
  });

  it('of a table without entities has no answers', () => {
    const nobody = { counts: { lep: new Float64Array(0), citizens: new Float64Array(0) }, fixed: {} };
    expect([...decision.truth(nobody)]).toEqual([]);
  });

  it('a name that is also a word of another rule is a column only where it is asked for', () => {
    // In the order of the text, each once, not those that cancel.
    expect(decisionByName('threshold', { rule: 'b > 1 and a > b and c - c + a > 2' }).privateRoles).toEqual(['b', 'a']);
  });

  it('has events from two to four comparisons, each with its own question', () => {
    const count = (text: string) => decisionByName('threshold', { rule: text }).events?.length;
    expect(count('a > 1')).toBeUndefined();
    expect(count('a > 1 or a > 1')).toBeUndefined();
    expect(count('a > 1 or b > 1')).toBe(2);
    expect(count('a > 1 or b > 1 or c > 1 or d > 1')).toBe(4);
    expect(count('a > 1 or b > 1 or c > 1 or d > 1 or e > 1')).toBeUndefined();
    const [first, second] = decision.events ?? [];
    expect(first?.decision.privateRoles).toEqual(['lep', 'citizens']);
    expect(second?.decision.privateRoles).toEqual(['lep']);
    expect(first?.postOf('clip')).toBe('clip');
    expect(second?.question).toContain('lep');
    const [both, alone] = decisionByName('threshold', { rule: 'a > b or c > 1', public: ['b'] }).events ?? [];
    expect([both?.decision.privateRoles, both?.decision.publicRoles]).toEqual([['a'], ['b']]);
    expect([alone?.decision.privateRoles, alone?.decision.publicRoles]).toEqual([['c'], []]);
  });
});
