export { type Draws, type SmoothingPlan, smoothingOf } from './smoothing-plan.js';
export { type OpenedLabeller, type PointRange, type SmoothedPoints, smoothingTask } from './smoothing-task.js';
