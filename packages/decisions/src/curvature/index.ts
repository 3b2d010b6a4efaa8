export { allotmentCurvature } from './allotment-curvature.js';
export { allotmentCurvatureBias } from './allotment-curvature-bias.js';
export type { Curvature } from './curvature.js';
export { curvatureBias, sumConstraintBias } from './curvature-bias.js';
export { curvatureOf } from './curvature-of.js';
export { hessian } from './hessian.js';
export { linearCurvature } from './linear-curvature.js';
export { type UniformAlpha, uniformAlpha } from './uniform-alpha.js';
