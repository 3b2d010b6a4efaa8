import type { DecisionName } from '../registry.js';
import { allotmentCurvature } from './allotment-curvature.js';
import type { Curvature } from './curvature.js';
import { linearCurvature } from './linear-curvature.js';

/** Decisions whose outcome without post-processing has second derivatives everywhere. The others have steps. */
const curvatures: Readonly<Partial<Record<DecisionName, Curvature>>> = {
  allotment: allotmentCurvature,
  identity: linearCurvature,
};

/** The curvature of a decision without post-processing; null where its outcome has steps, such as a yes-or-no rule. */
export function curvatureOf(decision: string): Curvature | null {
  return Object.hasOwn(curvatures, decision) ? (curvatures[decision as DecisionName] as Curvature) : null;
}
