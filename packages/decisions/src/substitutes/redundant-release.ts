// Tran, Fioretto, Van Hentenryck, Yao (2021), the idea of a redundant release; numbers derived in docs/methods/mitigations.md.
import { compensatedSum } from '@dpfair/stats';
import { substituteMessages as say } from './messages.js';
import { repairs, replacedShares } from './replaced.js';
import { allottedOf, isProportional } from './shares-of.js';
import type { SubstituteKind } from './substitute.js';
import type { SubstituteSpec } from './substitute-spec.js';

type Spec = Extract<SubstituteSpec, { name: 'redundant-release' }>;

/**
 * The normaliser Z = sum a_j x_j is released once more with noise of its own, and shares are a_i x~_i / Z~: the noise of the
 * counts, which is independent of Z~, leaves no bias, and that of Z~ one in proportion to the share, Var(Z~) / Z^2 to second order.
 *
 * The budget of the baseline is split: a part w for Z, whose sensitivity is the largest weight times that of a count.
 * Laplace: scales b / (1 - w) and a_max b / w, epsilons add up. Gaussian: variances sigma^2 / (1 - w) and
 * (a_max sigma)^2 / w, together one Gaussian mechanism with the guarantee of sigma. Gaussian noise of the total
 * assumes that a person is in one entity: in k of them, the total moves by k a_max, the counts by sqrt(k).
 * With w = none given, the sum over entities of the variances of the shares is smallest (to second order):
 * w / (1 - w) = c^(1/3) for Laplace and c^(1/2) for Gaussian noise, c = a_max^2 sum P_i^2 / sum a_i^2.
 * Alpha alone has no such split: the noise of the counts does not enter it, and all of the budget would go to Z.
 */
export const redundantRelease: SubstituteKind<Spec> = {
  unit: 'share',
  posts: () => repairs,
  plan: ({ decision, input, noise, settings }) => {
    if (!isProportional(decision)) return { notApplicable: say.notProportional(decision.name) };
    if (noise.support !== 'real') return { notApplicable: say.needsContinuousNoise() };
    const { weights, largestWeight, normaliser, shares } = allottedOf(input);
    const part = settings.normaliserPart ?? bestNormaliserPart(noise.kind, weights, shares);
    const [toCounts, toNormaliser] =
      noise.kind === 'laplace' ? [1 - part, part] : [Math.sqrt(1 - part), Math.sqrt(part)];
    const normaliserSpread = (largestWeight * noise.spread) / toNormaliser;
    return {
      spec: { name: 'redundant-release', normaliserSpread },
      countSpread: noise.spread / toCounts,
      assumes: [
        ...(settings.normaliserPart === undefined ? [say.assumesSplitFromPublic()] : []),
        ...(noise.kind === 'laplace' ? [] : [say.assumesOneEntity()]),
      ],
      facts: [
        { id: 'normaliser-part', name: say.normaliserPart(), value: part },
        { id: 'normaliser-noise', name: say.normaliserNoise(), value: normaliserSpread / normaliser },
      ],
    };
  },
  make: (original, spec) =>
    replacedShares(original, spec, {
      parameters: { normaliserSpread: spec.normaliserSpread },
      linear: false,
      extraDraws: 1,
      make: (input) => {
        const { weights, normaliser } = allottedOf(input);
        return ({ count }, outcome, extra) => {
          const released = normaliser + spec.normaliserSpread * (extra[0] as number);
          for (let i = 0; i < outcome.length; i++)
            outcome[i] = ((weights[i] as number) * ((count as Float64Array)[i] as number)) / released;
        };
      },
    }),
};

/**
 * The part of the budget for the normaliser that makes the sum of the variances of all shares smallest, to second order.
 *
 * @param shares true shares, which add up to 1.
 * @returns above 0, below 1.
 * @example bestNormaliserPart('laplace', Float64Array.of(1, 1), Float64Array.of(0.5, 0.5)) // 0.38648820967...
 */
export function bestNormaliserPart(kind: 'laplace' | 'gaussian', weights: Float64Array, shares: Float64Array): number {
  const largest = weights.reduce((a, b) => Math.max(a, b), 0);
  const ratio =
    (largest ** 2 * compensatedSum(shares.map((share) => share ** 2))) /
    compensatedSum(weights.map((weight) => weight ** 2));
  const odds = kind === 'laplace' ? Math.cbrt(ratio) : Math.sqrt(ratio);
  return odds / (1 + odds);
}
