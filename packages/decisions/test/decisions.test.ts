import { describe, expect, it } from 'vitest';
import { type DecisionInput, decisionByName, decisionNames, weightedCounts } from '../src/index.js';

const input: DecisionInput = {
  counts: {
    count: Float64Array.of(100, 400, 1500, 8000),
    lep: Float64Array.of(4, 30, 160, 12_000),
    citizens: Float64Array.of(70, 600, 3305, 900_000),
    illiterate: Float64Array.of(1, 3, 8, 400),
  },
  fixed: { weight: Float64Array.of(1, 1.5, 0.8, 1.2), children: Float64Array.of(600, 1500, 9000, 20_000) },
  labels: { state: ['A', 'A', 'B', 'B'] },
};

const made = (name: (typeof decisionNames)[number]) =>
  decisionByName(
    name,
    name === 'threshold' ? { rule: '3 * count > 1400' } : name === 'apportionment' ? { seats: 20 } : {},
  );

describe('decisions', () => {
  it('are found by name, and nothing else is', () => {
    expect(decisionNames.toSorted()).toEqual([
      'allotment',
      'apportionment',
      'identity',
      'language',
      'threshold',
      'title1',
    ]);
    expect(() => decisionByName('lottery')).toThrow(
      /unknown decision: lottery \(allowed: allotment, apportionment, identity, language, threshold, title1\)/,
    );
    expect(() => decisionByName('constructor')).toThrow(/unknown decision/);
  });

  it.each(decisionNames)('%s: every post-processing applied to the true counts gives the truth', (name) => {
    const decision = made(name);
    const truth = decision.truth(input);
    for (const post of decision.posts) {
      const outcome = new Float64Array(4);
      decision.pipeline(post, input).apply(input.counts, outcome);
      outcome.forEach((value, i) => {
        expect(value).toBeCloseTo(truth[i] as number, 10);
      });
    }
  });

  it('a threshold answers its rule for every entity', () => {
    expect([...made('threshold').truth(input)]).toEqual([0, 0, 1, 1]);
    const two = decisionByName('threshold', { rule: 'a > b or not b < 5' });
    expect(two.privateRoles).toEqual(['a', 'b']);
    const counts = { a: Float64Array.of(1, 9, 0), b: Float64Array.of(2, 3, 5) };
    expect([...two.truth({ counts, fixed: {} })]).toEqual([0, 1, 1]);
  });

  it('negative counts are 0 for a threshold after clipping, and only then', () => {
    const decision = decisionByName('threshold', { rule: 'a >= b' });
    const noisy = { a: Float64Array.of(-3), b: Float64Array.of(-1) };
    const outcomes = decision.posts.map((post) => {
      const outcome = new Float64Array(1);
      decision.pipeline(post, { counts: noisy, fixed: {} }).apply(noisy, outcome);
      return outcome[0];
    });
    expect([decision.posts, outcomes]).toEqual([
      ['none', 'clip'],
      [0, 1],
    ]);
    expect([noisy.a[0], noisy.b[0]]).toEqual([-3, -1]);
  });

  it('the counts of a threshold come in the order in which its rule names them, without those that cancel', () => {
    const roles = (rule: string) => decisionByName('threshold', { rule }).privateRoles;
    expect(roles('0.05 * citizens < lep')).toEqual(['citizens', 'lep']);
    expect(roles('lep > 0.05 * citizens')).toEqual(['lep', 'citizens']);
    expect(roles('a - a + b > 1')).toEqual(['b']);
  });

  it('a refusal names the decision that was asked', () => {
    const pipeline = (name: string) => () => decisionByName(name).pipeline('lottery' as 'pos', input);
    expect(pipeline('identity')).toThrow(/decision identity does not take: lottery/);
    expect(pipeline('allotment')).toThrow(/decision allotment does not take: lottery/);
  });

  it('a rule is needed by a threshold, and refused by the others', () => {
    expect(() => decisionByName('threshold')).toThrow(/threshold without a rule/);
    expect(() => decisionByName('identity', { rule: 'a > 1' })).toThrow(
      /identity has no use for rule: a > 1 \(allowed: decision threshold\)/,
    );
  });

  it('a public number brings no noise to the distance from the threshold', () => {
    const columns = { counts: { poor: Float64Array.of(30) }, fixed: { children: Float64Array.of(100) } };
    const noisy = decisionByName('threshold', { rule: 'poor > 0.2 * children' });
    const alone = decisionByName('threshold', { rule: 'poor > 0.2 * children', public: ['children'] });
    // 30 - 20, over noise of 4 on the one, and sqrt(4^2 + .8^2) on both.
    expect(alone.distance?.(columns, 4)).toEqual(Float64Array.of(2.5));
    const both = { counts: { ...columns.counts, ...columns.fixed }, fixed: {} };
    expect(noisy.distance?.(both, 4)[0]).toBeCloseTo(10 / Math.sqrt(16.64), 14);
  });

  it('a name in a rule may be public: its column is asked for, and is no private role', () => {
    const rule = 'poor >= 10 and poor > 0.02 * children';
    const decision = decisionByName('threshold', { rule, public: ['children'] });
    const { privateRoles, publicRoles, requiredRoles, parameters } = decision;
    expect({ privateRoles, publicRoles, requiredRoles, parameters }).toEqual({
      privateRoles: ['poor'],
      publicRoles: ['children'],
      requiredRoles: ['children'],
      parameters: { rule, public: ['children'] },
    });
    const two = {
      counts: { poor: Float64Array.of(10, 10, 10, 9) },
      fixed: { children: Float64Array.of(499, 500, -7, 1) },
    };
    expect([...decision.truth(two)]).toEqual([1, 0, 1, 0]);
  });

  it.each(['lep > 0.05', '0.05 < lep', 'a > 1 and 2 * lep - a >= 0.5', 'lep < 0.0131 or a > 5'])(
    'refuses a share where a count is meant: %s',
    (rule) => {
      expect(() => decisionByName('threshold', { rule })).toThrow(/with a share where a count is meant: 0\.\d+/);
    },
  );

  it.each(['lep > 0.05 * citizens', 'lep / citizens > 0.05', 'lep > 1', 'lep > 0', '0.5 * lep > 0.25', 'lep > 1.5'])(
    'takes a share of another count, and a count: %s',
    (rule) => {
      expect(decisionByName('threshold', { rule }).unit).toBe('probability');
    },
  );

  it('a public number may be a share', () => {
    expect(decisionByName('threshold', { rule: 'rate > 0.05 and lep > 10', public: ['rate'] }).privateRoles).toEqual([
      'lep',
    ]);
  });

  it('each of two to four noisy comparisons of a rule is an event of its own', () => {
    const eventsOf = (rule: string, names: string[] = []) =>
      decisionByName('threshold', { rule, public: names }).events?.map(({ name }) => name);
    expect(eventsOf('(a > 5 or b > 0.5 * c) and not b < 9')).toEqual(['a > 5', 'b > 0.5 * c', 'b < 9']);
    expect(eventsOf('a > 5')).toBeUndefined();
    expect(eventsOf('a > 5 or a > 5')).toBeUndefined();
    expect(eventsOf('a > 1 or a > 2 or a > 3 or a > 4 or a > 5')).toBeUndefined();
    // What asks for public numbers alone never errs.
    expect(eventsOf('a > 5 and b > 3 and c > b', ['b'])).toEqual(['a > 5', 'c > b']);
    const [event] = decisionByName('threshold', { rule: 'a > 5 and c > b', public: ['b'] }).events ?? [];
    expect(event?.decision).toMatchObject({ unit: 'probability', privateRoles: ['a'], publicRoles: [] });
    expect(event?.postOf('clip')).toBe('clip');
  });

  it('clipping leaves public numbers as they are', () => {
    const decision = decisionByName('threshold', { rule: 'a > b', public: ['b'] });
    const columns = { counts: { a: Float64Array.of(-3) }, fixed: { b: Float64Array.of(-1) } };
    const outcomes = decision.posts.map((post) => {
      const outcome = new Float64Array(1);
      decision.pipeline(post, columns).apply(columns.counts, outcome);
      return outcome[0];
    });
    expect(outcomes).toEqual([0, 1]);
  });

  it('refuses a public number that the rule does not ask for, and a rule without a private count', () => {
    const made = (rule: string, names: string[]) => () => decisionByName('threshold', { rule, public: names });
    expect(made('a > 1', ['b'])).toThrow(/rule "a > 1" does not ask for a public number: b/);
    expect(made('a > 1', ['a'])).toThrow(/rule "a > 1" asks for public numbers only/);
  });

  it('identity refuses rules that allot shares', () => {
    expect(() => decisionByName('identity').pipeline('pos', input)).toThrow(
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
    const message = `unknown decision: lottery (allowed: ${decisionNames.join(', ')})`;
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
