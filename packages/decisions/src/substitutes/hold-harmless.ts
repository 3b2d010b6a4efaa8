// In the spirit of 20 USC 6332(c): nobody falls below a part of what it had.
import { compensatedSum } from '@dpfair/stats';
import type { Decision, DecisionInput } from '../decision.js';
import { decisionByName } from '../registry.js';
import { badSetting, substituteMessages as say } from './messages.js';
import { replaced } from './replaced.js';
import type { SubstituteKind } from './substitute.js';
import type { SubstituteSpec } from './substitute-spec.js';

type Spec = Extract<SubstituteSpec, { name: 'hold-harmless' }>;

/** The name of the clause of a statute that does this. */
const CLAUSE = 'hold-harmless';

/** The role of the public column with what each entity had before, in any unit. */
export const PREVIOUS_ROLE = 'previous';

/**
 * Nobody gets less than a part of what it had before: max(share, fraction x previous share). The previous share comes from a
 * public column of the role `previous` where there is one, and is the true share otherwise, as whoever knows the true counts
 * could pay it. Title I has such a clause of its own, which is switched on where it was off. The other shares stay, so that more than the budget is paid out.
 */
export const holdHarmless: SubstituteKind<Spec> = {
  unit: 'share',
  posts: (baseline) => [baseline],
  plan: ({ decision, input, settings: { holdHarmless: fraction = 0.95 } }) => {
    if (decision.name === 'title1') {
      if (decision.parameters.clauses?.[CLAUSE] !== false) return { notApplicable: say.clauseIsOn() };
      return { spec: { name: 'hold-harmless', fraction: null }, assumes: [say.assumesPrevious()], facts: [] };
    }
    const previous = input.fixed[PREVIOUS_ROLE];
    const negative = previous?.find((amount) => !(amount >= 0));
    if (negative !== undefined) throw badSetting(PREVIOUS_ROLE, negative, 'at least 0');
    if (previous !== undefined && compensatedSum(previous) === 0) return { notApplicable: say.nothingBefore() };
    return {
      spec: { name: 'hold-harmless', fraction },
      assumes: [previous === undefined ? say.assumesTrueShares() : say.assumesPrevious()],
      facts: [{ id: 'fraction', name: say.fraction(), value: fraction }],
    };
  },
  make: (original, spec) => {
    const { fraction } = spec;
    if (fraction === null) return replaced(original, spec, withClause(original).pipeline);
    const decision = replaced(original, spec, (post, input, hints) => {
      const inner = original.pipeline(post, input, hints);
      const floor = floorOf(input, original.truth).map((share) => fraction * share);
      const keeps = { sum: false, sign: true, integers: false };
      return {
        ...inner,
        stages: [...inner.stages, { name: spec.name, parameters: { fraction }, linear: false, keeps }],
        apply: (noisy, outcome, extra) => {
          inner.apply(noisy, outcome, extra);
          for (let i = 0; i < outcome.length; i++) {
            outcome[i] = Math.max(outcome[i] as number, floor[i] as number);
          }
        },
      };
    });
    // No share falls, and those that it begins from add up to the budget.
    return { ...decision, paysAll: (post) => original.addsUp?.(post) ?? false };
  },
};

/** The same decision with its own clause switched on. */
const withClause = ({ name, parameters }: Decision): Decision =>
  decisionByName(name, { ...parameters, clauses: { ...parameters.clauses, [CLAUSE]: true } });

function floorOf(input: DecisionInput, truth: (input: DecisionInput) => Float64Array): Float64Array {
  const previous = input.fixed[PREVIOUS_ROLE];
  if (previous === undefined) return truth(input);
  const total = compensatedSum(previous);
  return previous.map((amount) => amount / total);
}
