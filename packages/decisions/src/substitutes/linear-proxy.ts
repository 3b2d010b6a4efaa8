// Tran, Fioretto, Van Hentenryck, Yao (2021): a decision that is linear in the counts has no bias.
import { substituteMessages as say } from './messages.js';
import { repairs, replacedShares } from './replaced.js';
import { allottedOf, isProportional } from './shares-of.js';
import type { SubstituteKind } from './substitute.js';
import type { SubstituteSpec } from './substitute-spec.js';

type Spec = Extract<SubstituteSpec, { name: 'linear-proxy' }>;

/**
 * Shares over a public constant V instead of the noisy total: a_i x~_i / V. Linear, so that its expectation is a_i x_i / V:
 * no bias where V is the true total Z, and one in proportion, P_i (Z / V - 1), where it is not. They add up to 1 only on average.
 */
export const linearProxy: SubstituteKind<Spec> = {
  unit: 'share',
  posts: () => repairs,
  plan: ({ decision, input, settings: { normaliser } }) => {
    if (!isProportional(decision)) return { notApplicable: say.notProportional(decision.name) };
    if (normaliser === undefined) return { notApplicable: say.normaliserMissing() };
    return {
      spec: { name: 'linear-proxy', normaliser },
      assumes: [say.assumesNormaliser(normaliser)],
      facts: [
        { id: 'normaliser-off', name: say.normaliserOff(), value: normaliser / allottedOf(input).normaliser - 1 },
      ],
    };
  },
  make: (original, spec) =>
    replacedShares(original, spec, {
      parameters: { normaliser: spec.normaliser },
      linear: true,
      make: (input) => {
        const { weights } = allottedOf(input);
        return ({ count }, outcome) => {
          for (let i = 0; i < outcome.length; i++)
            outcome[i] = ((weights[i] as number) * ((count as Float64Array)[i] as number)) / spec.normaliser;
        };
      },
    }),
};
