import type { Curvature } from './curvature.js';

const zeros = ({ counts }: { readonly counts: Readonly<Record<string, Float64Array>> }) =>
  new Float64Array(Object.values(counts)[0]?.length ?? 0);

/** Outcomes that are linear in the counts do not bend. */
export const linearCurvature: Curvature = {
  constant: true,
  trace: zeros,
  sum: zeros,
  product: zeros,
};
