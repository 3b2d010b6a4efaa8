export { restAtMost } from './rest-at-most.js';
export { samplesForPoint } from './samples-for-point.js';
export {
  excessFor,
  type GuaranteeOptions,
  type NoiseSharing,
  samplesFor,
  samplingDelta,
} from './sampling-guarantee.js';
