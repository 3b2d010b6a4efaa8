import { badBoundInput } from './messages.js';

/** What the condition needs to know of a group. */
export interface GroupGradient {
  /** Norm of the mean gradient of the group: |g_a|, finite, at least 0. */
  readonly gradientNorm: number;
  /** Share of the group among all rows: p_a, above 0, at most 1. */
  readonly share: number;
}

/** Whether a group is known to suffer more from clipping than another. */
export interface ClippingOrder {
  /** True: the clipping term of the first group is larger. False: the condition says nothing. */
  readonly suffersMore: boolean;
  /** How much the left side is above the right one, in units of the gradient norm; below 0 where the condition says nothing. */
  readonly slack: number;
}

/**
 * Where the coefficient of the other group's gradient norm comes from: `1 + p_b + p_b^2 / 2` as published, or
 * `1 + 2 p_b - p_b^2 / 2` of a derivation of our own. Both are valid; the published one is the smaller, except at p_b = 1.
 */
export type ClippingOrderVariant = 'published' | 'derived';

/**
 * A condition under which clipping hurts group a more than group b in one step: the clipping term of a is larger whenever
 *
 *     |g_a| (p_a - p_a^2 / 2) >= 5/2 C + |g_b| k(p_b),    k = 1 + p_b + p_b^2 / 2
 *
 * for a convex loss, a learning rate of at most 1 / (largest eigenvalue of the Hessian of any group), and two groups that are all of the
 * rows: a third one could turn the step another way (see the test). It is sufficient, not necessary, and it is about expectations over a
 * step on all rows. Source: Tran, Dinh and Fioretto (2021), Theorem 3.
 *
 * @param bound C: the clipping bound, above 0, in units of the gradient norm.
 * @throws DpfairError `domain` for shares, norms or bounds out of range, and where the two shares do not add up to 1.
 * @example
 * clippingOrder({ gradientNorm: 9, share: 0.5 }, { gradientNorm: 0.5, share: 0.5 }, 1).suffersMore // true: 3.375 >= 3.3125
 */
export function clippingOrder(
  first: GroupGradient,
  other: GroupGradient,
  bound: number,
  variant: ClippingOrderVariant = 'published',
): ClippingOrder {
  for (const { gradientNorm, share } of [first, other]) {
    if (!(gradientNorm >= 0 && gradientNorm < Number.POSITIVE_INFINITY))
      throw badBoundInput('gradient norm', gradientNorm, 'a finite number >= 0');
    if (!(share > 0 && share <= 1)) throw badBoundInput('share of a group', share, 'above 0, at most 1');
  }
  const together = first.share + other.share;
  if (Math.abs(together - 1) > 1e-9)
    throw badBoundInput('shares of the two groups together', together, '1: the theorem is about two groups');
  if (!(bound > 0 && bound < Number.POSITIVE_INFINITY))
    throw badBoundInput('clipping bound', bound, 'a finite number > 0');
  const p = other.share;
  const coefficient = variant === 'published' ? 1 + p + (p * p) / 2 : 1 + 2 * p - (p * p) / 2;
  const left = first.gradientNorm * (first.share - first.share ** 2 / 2);
  const slack = left - 2.5 * bound - other.gradientNorm * coefficient;
  return { suffersMore: slack >= 0, slack };
}
