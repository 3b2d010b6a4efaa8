export { precedes } from './apportionment/divisors/claim-order.js';
export { type ApportionmentMethod, type Claim, type DivisorMethod, signpost } from './apportionment/method.js';
export {
  type ApportionmentMethodName,
  apportionmentMethodNames,
  apportionmentMethods,
} from './apportionment/methods.js';
export type { SeatEvent } from './apportionment/seat-events.js';
export * from './curvature/index.js';
export type {
  Decision,
  DecisionEvent,
  DecisionInput,
  DecisionParameters,
  ImpossibleCounts,
  InputFindings,
  OutcomeUnit,
  PeopleTouched,
  PipelineHints,
  PublishedMismatch,
} from './decision.js';
export type { DecisionKind } from './decision-kind.js';
export { type LanguagePairs, type LanguageQuestion, languagePairs, languageQuestion } from './language/index.js';
export type { NoisyColumns, Pipeline } from './pipeline.js';
export { type DecisionName, decisionByName, decisionKind, decisionNames } from './registry.js';
export { parseRule } from './rules/grammar/parse-rule.js';
export { type Comparison, comparisonsOf, holdsGiven, namesOf, type Predicate } from './rules/predicate.js';
export { settle } from './rules/settle.js';
export { wholeCoefficients } from './rules/whole-coefficients.js';
export {
  type AreaLevel,
  areaLevels,
  type LanguageClause,
  type LanguageStatute,
  section203Of2016,
  section203OfPapers,
} from './statutes/section203/index.js';
export type { FormulaRun } from './statutes/title1/kernel/formula-run.js';
export type { GrantFormula } from './statutes/title1/kernel/grant-formula.js';
export { type GrantName, grantNames } from './statutes/title1/law/statute.js';
export { title1EligibilityRule, title1Run } from './statutes/title1/title1.js';
export { type Piece, pieceAt } from './substitutes/classifier/piece.js';
export { PREVIOUS_ROLE } from './substitutes/hold-harmless.js';
export { movedRule } from './substitutes/margin.js';
export { bestNormaliserPart } from './substitutes/redundant-release.js';
export { substituteDecision, substituteKind, substituteNames } from './substitutes/registry.js';
export { type Allotted, allottedOf } from './substitutes/shares-of.js';
export {
  isApplicable,
  type SubstituteContext,
  type SubstituteFact,
  type SubstituteKind,
  type SubstitutePlan,
  type SubstituteSettings,
} from './substitutes/substitute.js';
export type { SubstituteName, SubstituteSpec } from './substitutes/substitute-spec.js';
export { type WeightedCounts, weightedCounts } from './weighted-counts.js';
