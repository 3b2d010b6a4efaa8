export { distance } from './distance.js';
export { logisticWeights } from './logistic-weights.js';
export { type Metric, metricFromScales } from './metric.js';
export { minimalLinearMetric, minimalLogisticMetric } from './minimal-metric.js';
export { type ScaleToMeanOptions, scaleToMean } from './scale-to-mean.js';
export { metricFromTable } from './table-of-weights.js';
export { metricFromWeights, weightsOf } from './weights.js';
