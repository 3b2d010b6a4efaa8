export { erfc, erfcx } from './special/erfc.js';
export { logNormalCdf, millsRatio, normalCdf, normalPdf, normalSurvival } from './special/normal.js';
export { normalQuantile, normalUpperQuantile } from './special/normal-quantile.js';
