export { epsilonFromRates } from './epsilon/epsilon-from-rates.js';
export { type EpsilonBoundOptions, epsilonLowerBound, type GameScores } from './epsilon/epsilon-lower-bound.js';
export {
  type MembershipOptions,
  type MembershipScores,
  membershipInference,
  type ScoredRows,
} from './membership/membership-inference.js';
