import { gaussian, laplace, type NoiseDistribution } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import {
  bestNormaliserPart,
  type DecisionInput,
  decisionByName,
  isApplicable,
  type SubstituteName,
  type SubstituteSettings,
  substituteDecision,
  substituteKind,
  substituteNames,
} from '../../src/index.js';
import { substituteMessages } from '../../src/substitutes/messages.js';

const counts = Float64Array.of(100, 400, 1500, 8000);
const weights = Float64Array.of(1, 1.5, 0.8, 1.2);
const input: DecisionInput = { counts: { count: counts }, fixed: { weight: weights } };
/** 100 + 600 + 1200 + 9600. */
const TOTAL = 11_500;
const allotment = decisionByName('allotment');
const settings: SubstituteSettings = { normaliser: TOTAL, normaliserAtLeast: 10_000 };

const planOf = (name: SubstituteName, more: SubstituteSettings = {}, noise: NoiseDistribution = laplace(20)) => {
  const kind = substituteKind(name);
  const plan = kind.plan({ decision: allotment, input, noise, sensitivity: 1, settings: { ...settings, ...more } });
  if (!isApplicable(plan)) throw new Error(plan.notApplicable);
  return plan;
};

const outcomeOf = (name: SubstituteName, noisy: Float64Array, post: 'none' | 'pos' | 'baseline', extra = [0]) => {
  const decision = substituteDecision(allotment, planOf(name).spec);
  const outcome = new Float64Array(4);
  decision.pipeline(post, input).apply({ count: noisy }, outcome, Float64Array.from(extra));
  return outcome;
};

const shares = [100 / TOTAL, 600 / TOTAL, 1200 / TOTAL, 9600 / TOTAL];

describe('substitutes for an allotment', () => {
  it.each(['redundant-release', 'linear-proxy', 'output-perturbation'] as const)(
    '%s gives the true shares where there is no noise, repaired or not',
    (name) => {
      for (const post of ['none', 'pos'] as const)
        outcomeOf(name, counts, post).forEach((share, i) => {
          expect(share).toBeCloseTo(shares[i] as number, 14);
        });
    },
  );

  it.each(substituteNames)('%s: its truth is that of the decision, and it is built again from plain data', (name) => {
    if (substituteKind(name).unit !== 'share') return;
    const { spec } = planOf(name);
    const again = substituteDecision(allotment, JSON.parse(JSON.stringify(spec)));
    expect([...again.truth(input)]).toEqual([...allotment.truth(input)]);
    expect(again.substitute).toEqual(spec);
  });

  it('a released total divides, and its noise is the largest weight times that of a count over its part of the budget', () => {
    const { spec, countSpread } = planOf('redundant-release', { normaliserPart: 0.25 });
    // Laplace scales: 20 / (1 - 0.25) for the counts, 1.5 x 20 / 0.25 for the total.
    expect([countSpread, spec]).toEqual([20 / 0.75, { name: 'redundant-release', normaliserSpread: 120 }]);
    const decision = substituteDecision(allotment, spec);
    const outcome = new Float64Array(4);
    decision.pipeline('none', input).apply({ count: counts }, outcome, Float64Array.of(-2));
    // 11,500 - 2 x 120.
    expect(outcome[3]).toBeCloseTo(9600 / 11_260, 14);
  });

  it.each(['redundant-release', 'output-perturbation'] as const)(
    '%s assumes under Gaussian noise, and under no other, that nobody is counted in two entities',
    (name) => {
      // In k entities: k (1 - w) + k^2 w of the squared distance that the noise is for, above the k of an L2 sensitivity of sqrt(k).
      const assumption = substituteMessages.assumesOneEntity();
      expect(planOf(name, {}, gaussian(20)).assumes).toContain(assumption);
      expect(planOf(name, {}, laplace(20)).assumes).not.toContain(assumption);
    },
  );

  it('the best split has the smallest sum of variances of all splits', () => {
    const part = bestNormaliserPart('laplace', weights, Float64Array.from(shares));
    // Second order, in units of 2 b^2 / Z^2: sum a^2 / (1 - w)^2 + a_max^2 sum P^2 / w^2.
    const squares = shares.reduce((sum, share) => sum + share ** 2, 0);
    const variance = (w: number) => (1 + 2.25 + 0.64 + 1.44) / (1 - w) ** 2 + (2.25 * squares) / w ** 2;
    for (let w = 0.01; w < 1; w += 0.01) expect(variance(part)).toBeLessThanOrEqual(variance(w));
    expect(bestNormaliserPart('gaussian', weights, Float64Array.from(shares))).toBeCloseTo(
      1 / (1 + Math.sqrt(5.33 / (2.25 * squares))),
      14,
    );
  });

  it('noise on the shares is 2 a_max / V of that of a count for Laplace noise', () => {
    expect(planOf('output-perturbation').spec).toEqual({ name: 'output-perturbation', perCount: 3 / 10_000 });
    const noisy = Float64Array.of(105, 390, 1500, 8020);
    const outcome = outcomeOf('output-perturbation', noisy, 'none');
    expect(outcome[1]).toBeCloseTo(600 / TOTAL - 10 * 3e-4, 14);
  });

  it('a lower bound above the total is refused: the privacy would not hold', () => {
    expect(() => planOf('output-perturbation', { normaliserAtLeast: 11_501 })).toThrow(
      /normaliser-at-least: 11501 \(allowed: at most the total, 11500\)/,
    );
  });

  it('repaired shares are not negative and add up to 1', () => {
    const noisy = Float64Array.of(-900, 300, 1700, 8100);
    for (const name of ['redundant-release', 'linear-proxy', 'output-perturbation'] as const) {
      const outcome = outcomeOf(name, noisy, 'pos', [1]);
      expect(Math.min(...outcome)).toBe(0);
      expect(outcome.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 14);
    }
  });

  it('under no-penalty nobody loses while no noise is below minus the slack and the total is not above its deduction', () => {
    const { spec } = planOf('no-penalty');
    if (spec.name !== 'no-penalty') throw new Error('another substitute');
    const { slack, deduction } = spec;
    const worst = [-slack, -slack, -slack, 0].map((value) => value * 0.999_999);
    // The last count takes what the total may still rise by.
    worst[3] = (deduction * 0.999_999 + slack * (1 + 1.5 + 0.8)) / 1.2;
    for (const noise of [worst, worst.map(() => -slack * 0.999_999), [0, 0, 0, deduction / 1.2001]]) {
      const outcome = outcomeOf(
        'no-penalty',
        counts.map((x, i) => x + (noise[i] as number)),
        'none',
      );
      outcome.forEach((share, i) => {
        expect(share).toBeGreaterThan(shares[i] as number);
      });
    }
  });

  it('the slack and the deduction fail with half of the probability each', () => {
    const { spec } = planOf('no-penalty', { failure: 0.1 });
    if (spec.name !== 'no-penalty') throw new Error('another substitute');
    // P(no noise below -slack) = (1 - exp(-slack / 20) / 2)^4 = 0.95.
    expect((1 - Math.exp(-spec.slack / 20) / 2) ** 4).toBeCloseTo(0.95, 12);
    // Equal weights of 1 and one entity: the total is one Laplace noise, with upper tail exp(-d / 20) / 2 = 0.05.
    const one = { counts: { count: Float64Array.of(500) }, fixed: {} };
    const plan = substituteKind('no-penalty').plan({
      decision: allotment,
      input: one,
      noise: laplace(20),
      sensitivity: 1,
      settings: { failure: 0.1 },
    });
    if (!isApplicable(plan) || plan.spec.name !== 'no-penalty') throw new Error('not applicable');
    expect(plan.spec.deduction).toBeCloseTo(20 * Math.log(10), 7);
  });

  it('the stated probability that nobody loses is none too large where the deduction is near the total', () => {
    const stated = (scale: number) => {
      const plan = substituteKind('no-penalty').plan({
        decision: allotment,
        input: { counts: { count: Float64Array.of(10, 10, 10) }, fixed: {} },
        noise: laplace(scale),
        sensitivity: 1,
        settings: {},
      });
      if (!isApplicable(plan)) throw new Error(plan.notApplicable);
      return plan.facts.at(-1)?.value as number;
    };
    // Two million draws of Python's random module: 0.645 and 0.9991, standard errors 3.4e-4 and 2e-5.
    expect(stated(5.2)).toBeLessThan(0.645);
    expect(stated(5.2)).toBeGreaterThan(0.59);
    expect(stated(2)).toBeLessThan(0.9991);
    expect(stated(2)).toBeGreaterThan(0.94);
  });

  it('hold-harmless lifts who falls below its part of the true share, and of a previous share where there is one', () => {
    const noisy = Float64Array.of(50, 400, 1500, 8050);
    const lifted = outcomeOf('hold-harmless', noisy, 'baseline');
    expect(lifted[0]).toBeCloseTo((0.95 * 100) / TOTAL, 14);
    const decision = substituteDecision(allotment, { name: 'hold-harmless', fraction: 0.9 });
    const before = { ...input, fixed: { ...input.fixed, previous: Float64Array.of(1, 1, 1, 1) } };
    const outcome = new Float64Array(4);
    decision.pipeline('baseline', before).apply({ count: counts }, outcome);
    expect([...outcome].slice(0, 3)).toEqual([0.225, 0.225, 0.225]);
  });

  it('what is missing is said', () => {
    const context = { decision: allotment, input, noise: laplace(20), sensitivity: 1, settings: {} };
    expect(substituteKind('linear-proxy').plan(context)).toEqual({
      notApplicable: 'it needs a public constant for the total: --normaliser VALUE',
    });
    expect(substituteKind('output-perturbation').plan(context)).toEqual({
      notApplicable: 'it needs a public lower bound of the total: --normaliser-at-least VALUE',
    });
    const huge = { ...context, noise: laplace(20_000) };
    expect(substituteKind('no-penalty').plan(huge)).toHaveProperty('notApplicable');
  });
});

describe('what entities had before', () => {
  const planned = (previous: readonly number[]) => {
    const input = { counts: { count: Float64Array.of(1, 2) }, fixed: { previous: Float64Array.from(previous) } };
    const context = { decision: decisionByName('allotment'), input, noise: laplace(1), sensitivity: 1, settings: {} };
    return substituteKind('hold-harmless').plan(context);
  };

  it('that adds up to nothing has no parts to be held to, and a negative amount is refused', () => {
    expect(planned([0, 0])).toEqual({
      notApplicable: 'what entities had before adds up to 0, so that nobody had a part of it',
    });
    expect(planned([0, 3])).toHaveProperty('spec');
    expect(() => planned([-1, 3])).toThrow(/previous: -1 \(allowed: at least 0\)/);
  });
});
