// In the spirit of Pujol et al. (2020): lowered thresholds, so that fewer who are entitled are refused.
import type { Decision } from '../decision.js';
import { parseRule } from '../rules/grammar/parse-rule.js';
import { type MarginOf, moveThresholds } from '../rules/move-thresholds.js';
import { movedInFavour } from '../rules/moved-in-favour.js';
import type { Predicate } from '../rules/predicate.js';
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
    if (decision.moved === undefined) return { notApplicable: say.noThreshold(decision.name) };
    if (decision.moved(marginOf(decision, spec)) === null) return { notApplicable: say.tooDeep() };
    return { spec, assumes: [], facts: [{ id: 'margin', name: say.margin(), value: deviations }] };
  },
  make: byDecision,
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
    return { spec, assumes: [], facts: [{ id: 'margin-units', name: say.marginUnits(), value: units }] };
  },
  make: byDecision,
};

/** Moved by the decision itself, once for all trials. */
function byDecision(original: Decision, spec: Spec): Decision {
  const moved = original.moved?.(marginOf(original, spec)) as Decision['pipeline'];
  const parameters = spec.name === 'margin' ? { deviations: spec.deviations } : { units: spec.units };
  const keeps = { sum: false, sign: true, integers: true };
  return replaced(original, spec, (post, input, hints) => {
    const inner = moved(post, input, hints);
    return { ...inner, stages: [...inner.stages, { name: spec.name, parameters, linear: false, keeps }] };
  });
}

/** The question of a threshold decision with its thresholds moved; null where there is no side to move them to, and for others. */
export function movedRule(decision: Decision, spec: Spec): Predicate | null {
  if (decision.name !== 'threshold') return null;
  const predicate = parseRule(decision.parameters.rule as string);
  const move = spec.name === 'margin' ? movedInFavour : moveThresholds;
  return move(predicate, marginOf(decision, spec));
}

/** By how much each comparison is moved; one of public numbers alone stays where it is under a margin in deviations. */
function marginOf({ privateRoles }: Decision, spec: Spec): MarginOf {
  if (spec.name === 'margin-units') return () => spec.units;
  return ({ coefficients }) => {
    const squares = privateRoles.reduce(
      (sum, role) => sum + (Object.hasOwn(coefficients, role) ? (coefficients[role] as number) ** 2 : 0),
      0,
    );
    return spec.deviations * spec.deviation * Math.sqrt(squares);
  };
}
