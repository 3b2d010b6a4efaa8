/**
 * What can be done to noisy counts before, or to shares after, a decision:
 * - `none`: nothing;
 * - `clip`: negative counts become 0;
 * - `sum`: projection onto the true total;
 * - `simplex`: projection onto the true total with no negative count;
 * - `baseline`: allotment rule BL, shares of the clipped counts;
 * - `pos`: allotment rule PoS, projection onto the simplex of the shares of the noisy counts.
 */
export const postNames = ['none', 'clip', 'sum', 'simplex', 'baseline', 'pos'] as const;
export type PostName = (typeof postNames)[number];
