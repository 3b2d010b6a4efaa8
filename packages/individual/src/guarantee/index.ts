export {
  excessFor,
  type GuaranteeOptions,
  type NoiseSharing,
  samplesFor,
  samplingDelta,
} from './sampling-guarantee.js';
