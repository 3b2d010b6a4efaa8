// In the spirit of Pujol et al. (2020): lowered thresholds, so that fewer who are entitled are refused.
import type { Decision } from '../decision.js';
import { moveThresholds } from '../rules/move-thresholds.js';
import { parseRule } from '../rules/parse-rule.js';
import type { Comparison, Predicate } from '../rules/predicate.js';
import { rulePipeline } from '../threshold.js';
import { substituteMessages as say } from './messages.js';
import { replaced } from './replaced.js';
import type { SubstituteKind } from './substitute.js';
import type { SubstituteSpec } from './substitute-spec.js';

type Spec = Extract<SubstituteSpec, { name: 'margin' | 'margin-units' }>;

/**
 * Every threshold moved by a margin in favour of yes: fewer who are entitled are refused, and more who are not are let in.
 * The margin is some standard deviations of the noise of the comparison, so that each comparison is treated alike.
 */
export const margin: SubstituteKind<Extract<Spec, { name: 'margin' }>> = {
  unit: 'probability',
  posts: (baseline) => [baseline],
  plan: (context) => {
    const { margin: deviations = 1 } = context.settings;
    const spec = { name: 'margin', deviations, deviation: Math.sqrt(context.noise.variance) } as const;
    const { decision } = context;
    if (decision.distance === undefined) return { notApplicable: say.noThreshold(decision.name) };
    return { spec, assumes: [], facts: [{ name: say.margin(), value: deviations }] };
  },
  make: (original, spec) => (movedRule(original, spec) === null ? byDistance(original, spec) : byRule(original, spec)),
};

/** The same by an amount in the unit of each comparison: for `lep > 0.05 * citizens` in units of lep. */
export const marginUnits: SubstituteKind<Extract<Spec, { name: 'margin-units' }>> = {
  unit: 'probability',
  posts: (baseline) => [baseline],
  plan: (context) => {
    const { marginUnits: units } = context.settings;
    if (units === undefined) return { notApplicable: say.marginMissing() };
    const spec = { name: 'margin-units', units } as const;
    const { decision } = context;
    if (decision.name !== 'threshold') return { notApplicable: say.noComparison(decision.name) };
    if (movedRule(decision, spec) === null) return { notApplicable: say.noDirection() };
    return { spec, assumes: [], facts: [{ name: say.marginUnits(), value: units }] };
  },
  make: byRule,
};

/** For a decision that says how far a count is from its threshold: yes where that is above minus the margin. */
function byDistance(original: Decision, spec: Extract<Spec, { name: 'margin' }>): Decision {
  const distance = original.distance as NonNullable<Decision['distance']>;
  return replaced(original, spec, (post, input) => {
    const { stages } = original.pipeline(post, input);
    const parameters = { deviations: spec.deviations };
    const keeps = { sum: false, sign: true, integers: true };
    return {
      stages: [...stages, { name: spec.name, parameters, linear: false, keeps }],
      apply: (noisy, outcome) => {
        const counts =
          post === 'clip'
            ? Object.fromEntries(
                Object.entries(noisy).map(([role, values]) => [role, values.map((value) => Math.max(value, 0))]),
              )
            : noisy;
        const distances = distance({ ...input, counts }, spec.deviation);
        for (let i = 0; i < outcome.length; i++) outcome[i] = Number((distances[i] as number) > -spec.deviations);
      },
    };
  });
}

function byRule(original: Decision, spec: Spec): Decision {
  return replaced(original, spec, (post, input) => {
    const inner = rulePipeline(original.parameters.rule as string, movedRule(original, spec) as Predicate, post, input);
    const parameters = spec.name === 'margin' ? { deviations: spec.deviations } : { units: spec.units };
    const keeps = { sum: false, sign: true, integers: true };
    return { ...inner, stages: [...inner.stages, { name: spec.name, parameters, linear: false, keeps }] };
  });
}

/** The question of a threshold decision with its thresholds moved; null where there is no side to move them to, and for others. */
export function movedRule({ name, parameters, privateRoles }: Decision, spec: Spec): Predicate | null {
  if (name !== 'threshold') return null;
  const by = ({ coefficients }: Comparison) => {
    if (spec.name === 'margin-units') return spec.units;
    const squares = privateRoles.reduce(
      (sum, role) => sum + (Object.hasOwn(coefficients, role) ? (coefficients[role] as number) ** 2 : 0),
      0,
    );
    return spec.deviations * spec.deviation * Math.sqrt(squares);
  };
  return moveThresholds(parseRule(parameters.rule as string), by);
}
