// Huang and Vishnoi (ICML 2019): a fair program with a stability term; the fairness terms are those of Zafar et al. (AISTATS 2017),
// Kamishima et al. (ECML PKDD 2012) and Goel et al. (AAAI 2018).

/** Loss of a score f for a label y in {-1, 1}: log(1 + exp(-y f)), max(0, 1 - y f), (1 - y f)^2. */
export type LossKind = 'logistic' | 'hinge' | 'squared';

/**
 * What asks for fairness.
 *
 * - `covariance`: `|mean((z - mean z) f)| <= bound` for each value of each group column, z its indicator (for two values one constraint);
 * - `mutual-information`: adds `weight` times the mutual information of prediction and group, with weights of their own for each group;
 * - `rate-logs`: subtracts `weight` times the sum over groups of the log of the mean probability of the favourable class.
 */
export type FairnessTerm =
  | { readonly kind: 'none' }
  | { readonly kind: 'covariance'; readonly bound: number }
  | { readonly kind: 'mutual-information'; readonly weight: number }
  | { readonly kind: 'rate-logs'; readonly weight: number };

/** A kernel k(x, y) by the distance of x and y: `rbf` exp(-d^2 / width^2), `multiquadric` sqrt(d^2 + c^2), `inverse-multiquadric` its inverse. */
export type Kernel =
  | { readonly kind: 'rbf'; readonly width: number }
  | { readonly kind: 'multiquadric'; readonly c: number }
  | { readonly kind: 'inverse-multiquadric'; readonly c: number };

/** `minimise mean loss + fairness term + stabilityWeight ||f||^2`. */
export interface StableFairProgram {
  readonly loss: LossKind;
  readonly fairness: FairnessTerm;
  /** Lambda, 0 or more. */
  readonly stabilityWeight: number;
  /** Null for a linear classifier. */
  readonly kernel: Kernel | null;
  /** Whether the classifier has an intercept, and whether the stability term counts it. */
  readonly intercept: 'penalised' | 'free' | 'none';
}
