export { axisSpec, shortTick } from './axis-spec.js';
export { effectScale, logScale, signedScale, sizeScale } from './choose-scale.js';
export { fitTicks } from './fit-ticks.js';
export { type AxisScale, position, positioner, scaleSpec, valueAt, widen } from './scale.js';
export { type Tick, ticks } from './ticks.js';
