// Derived for dpfair: docs/methods/mitigations.md. The sensitivity of the shares needs a public lower bound of their normaliser.
import { badSetting, substituteMessages as say } from './messages.js';
import { repairs, replacedShares } from './replaced.js';
import { allottedOf, isProportional } from './shares-of.js';
import type { SubstituteKind } from './substitute.js';
import type { SubstituteSpec } from './substitute-spec.js';

type Spec = Extract<SubstituteSpec, { name: 'output-perturbation' }>;

/**
 * Noise on the true shares instead of on the counts: P_i + noise, without bias, so that alpha is 0 before any repair.
 *
 * One more person in entity i moves P_i by a_i (1 - P_i) / (Z + a_i) and the other shares together by as much the other way, so
 * the L1 sensitivity is max 2 a_i (1 - P_i) / Z and the L2 sensitivity at most sqrt(2) a_i / Z. Both depend on the private
 * data; with a public lower bound V of Z they are at most 2 a_max / V and sqrt(2) a_max / V, times the sensitivity of a count.
 * For a person in k entities the L1 bound grows with k as that of the counts does, the L2 bound faster: Gaussian noise assumes k = 1.
 */
export const outputPerturbation: SubstituteKind<Spec> = {
  unit: 'share',
  posts: () => repairs,
  plan: ({ decision, input, noise, settings: { normaliserAtLeast } }) => {
    if (!isProportional(decision)) return { notApplicable: say.notProportional(decision.name) };
    if (noise.support !== 'real') return { notApplicable: say.needsContinuousNoise() };
    if (normaliserAtLeast === undefined) return { notApplicable: say.boundMissing() };
    const { largestWeight, normaliser } = allottedOf(input);
    if (normaliserAtLeast > normaliser)
      throw badSetting('normaliser-at-least', normaliserAtLeast, say.atMostTheTotal(normaliser));
    const perCount = ((noise.kind === 'laplace' ? 2 : Math.SQRT2) * largestWeight) / normaliserAtLeast;
    return {
      spec: { name: 'output-perturbation', perCount },
      assumes: [
        say.assumesBound(normaliserAtLeast),
        say.assumesTrueShares(),
        ...(noise.kind === 'laplace' ? [] : [say.assumesOneEntity()]),
      ],
      facts: [{ id: 'share-noise', name: say.shareNoise(), value: perCount * Math.sqrt(noise.variance) }],
    };
  },
  make: (original, spec) =>
    replacedShares(original, spec, {
      parameters: { perCount: spec.perCount },
      linear: true,
      make: (input) => {
        const { counts, shares } = allottedOf(input);
        return ({ count }, outcome) => {
          for (let i = 0; i < outcome.length; i++) {
            const noise = ((count as Float64Array)[i] as number) - (counts[i] as number);
            outcome[i] = (shares[i] as number) + spec.perCount * noise;
          }
        };
      },
    }),
};
