// In the spirit of Pujol, McKenna, Kuppam, Hay, Machanavajjhala, Miklau (2020), "Fair decision making using privacy-protected data".
import { type ContinuousNoise, compensatedSum, findRoot, upperTailOfWeightedSum } from '@dpfair/stats';
import { substituteMessages as say } from './messages.js';
import { replacedShares } from './replaced.js';
import { allottedOf, isProportional } from './shares-of.js';
import type { SubstituteKind } from './substitute.js';
import type { SubstituteSpec } from './substitute-spec.js';

type Spec = Extract<SubstituteSpec, { name: 'no-penalty' }>;

/**
 * The "no-penalty" allotment: every noisy count is raised by a slack s and the noisy total lowered by a deduction d,
 * a_i (x~_i + s)_+ / (Z~ - d), so that with probability at least 1 - failure nobody gets less than its true share. What is paid
 * out adds up to more than the budget.
 *
 * Half of the failure goes to the counts: s is the point that one noise falls below -s with probability
 * 1 - (1 - failure / 2)^(1/n), one-sided, exact for independent noise (the union bound is failure / (2 n), as good as equal).
 * The other half goes to the total: d is the upper quantile of sum a_j noise_j, from its exact tail. Where d is near the total, noise may
 * leave a denominator that is not positive, which nobody gains from: the stated probability is without that event. Pujol et al. take the
 * slack from every count of the total instead, d = s sum a_j, which is many times as dear.
 */
export const noPenalty: SubstituteKind<Spec> = {
  unit: 'share',
  posts: () => ['none'],
  plan: ({ decision, input, noise, settings: { failure = 0.05 } }) => {
    if (!isProportional(decision)) return { notApplicable: say.notProportional(decision.name) };
    if (noise.support !== 'real') return { notApplicable: say.needsContinuousNoise() };
    const { counts, weights, normaliser } = allottedOf(input);
    const below = -Math.expm1(Math.log1p(-failure / 2) / counts.length);
    const slack = Math.max(0, noise.upperQuantile(below));
    const deduction = quantileOfTotal(noise, weights, failure / 2);
    if (deduction >= normaliser) return { notApplicable: say.deductionTooLarge() };
    const nobody = Math.exp(counts.length * Math.log1p(-below));
    const spreads = spreadsOf(noise, weights);
    const total = upperTailOfWeightedSum(noise.kind, spreads, deduction);
    // A denominator that is not positive takes from everybody; the noise is symmetric.
    const vanished = upperTailOfWeightedSum(noise.kind, spreads, normaliser - deduction);
    return {
      spec: { name: 'no-penalty', slack, deduction },
      assumes: [],
      facts: [
        { id: 'slack', name: say.slack(), value: slack },
        { id: 'deduction', name: say.deduction(), value: deduction / normaliser },
        { id: 'nobody-loses', name: say.nobodyLosesAtLeast(), value: Math.max(0, nobody - total - vanished) },
      ],
    };
  },
  make: (original, spec) =>
    replacedShares(original, spec, {
      parameters: { slack: spec.slack, deduction: spec.deduction },
      linear: false,
      keepsSign: true,
      make: (input) => {
        const { weights } = allottedOf(input);
        const weighted = new Float64Array(weights.length);
        return ({ count }, outcome) => {
          for (let i = 0; i < weighted.length; i++)
            weighted[i] = (weights[i] as number) * ((count as Float64Array)[i] as number);
          const total = compensatedSum(weighted) - spec.deduction;
          for (let i = 0; i < outcome.length; i++) {
            const raised = (weighted[i] as number) + (weights[i] as number) * spec.slack;
            outcome[i] = Math.max(raised, 0) / total;
          }
        };
      },
    }),
};

const spreadsOf = (noise: ContinuousNoise, weights: Float64Array) => weights.map((weight) => weight * noise.spread);

/** The t that sum a_j noise_j exceeds with this probability, below 1/2. */
function quantileOfTotal(noise: ContinuousNoise, weights: Float64Array, probability: number): number {
  const spreads = spreadsOf(noise, weights);
  const deviation = Math.sqrt(compensatedSum(weights.map((weight) => weight ** 2 * noise.variance)));
  // Chebyshev: nothing beyond this many standard deviations.
  const upper = deviation / Math.sqrt(probability);
  const excess = (t: number) => Math.log(upperTailOfWeightedSum(noise.kind, spreads, t) / probability);
  return findRoot(excess, 0, upper, { tolerance: 1e-9 * deviation });
}
