export {
  type Alpha,
  alphaSchema,
  type Cell,
  type CostOfPrivacy,
  cellSchema,
  type Entities,
  type EventOfCell,
  type Group,
  type Normaliser,
  type SizeDecile,
  type StageDescription,
} from './cell/audit.js';
export type { EstimatorId } from './cell/estimator.js';
export type { FalseRate, FalseRatePair, FalseRates } from './cell/false-rates.js';
export { type Method, methods } from './cell/methods.js';
export type { People, PeopleExpected } from './cell/people.js';
export { type EntityErrors, type Harm, type Sampling, type SamplingSource, samplingSources } from './cell/sampling.js';
export { isSmallGroup } from './cell/small-group.js';
export {
  type Attribution,
  type AttributionComponent,
  type Bound,
  type Cause,
  causes,
  type UniformAlphaOfCell,
} from './cell/why.js';
export type { CountTable } from './count-table.js';
export { type CsvCell, writeCsv } from './csv.js';
export { DpfairError, describeFault, type ErrorCode, type Fault, type FaultLocation } from './error.js';
export type { Examples } from './examples.js';
export { resultFromJson, resultJsonSchema, resultToJson } from './json.js';
export type { Mitigation, MitigationChange, MitigationPrice, SameGap } from './mitigation.js';
export {
  type AuditResult,
  auditResultSchema,
  type CellResult,
  type MitigationResult,
  mitigationResultSchema,
  RESULT_SCHEMA,
  type Result,
  type ResultKind,
  type ResultOf,
  resultSchema,
  type SmoothingResult,
  type StabilityResult,
  smoothingResultSchema,
  stabilityResultSchema,
  type TrainedResult,
  type TrainingResult,
  trainingResultSchema,
} from './result.js';
export {
  type Certificate,
  certificateSchema,
  type Look,
  type LookVerdict,
  type TargetMeasure,
  type TargetOption,
  type TargetStatus,
  targetMeasures,
} from './run/certificate.js';
export { type Check, type CheckStatus, checkSchema, checkStatuses } from './run/check.js';
export {
  type Mechanism,
  type MechanismKind,
  mechanismKinds,
  type NeighbourRelation,
  neighbourRelations,
} from './run/privacy.js';
export type { Input, InputMismatch, JoinedFile, RuleFile, Run, SkippedRow, Tool } from './run/provenance.js';
export { type Warning, type WarningCode, warningCodes } from './run/warning.js';
export type { AuditedPairOfResult, PairSearchOfResult } from './smoothing/pair-search.js';
export {
  type SearchSampling,
  type SmoothedGroup,
  type SmoothedModel,
  type SmoothedRows,
  type SmoothingMetric,
  type SmoothingNoise,
  type SmoothingRun,
  smoothingShape,
} from './smoothing/smoothing.js';
export { type StableEnding, stableEndings } from './stability/endings.js';
export {
  type Repeated,
  type ReplacedRows,
  type StabilityBounds,
  type StabilityCell,
  type StableFit,
  type StableGroupSize,
  stabilityShape,
  stableAlgorithms,
} from './stability/stability.js';
export {
  type TrainingAlgorithm,
  type TrainingAlgorithmSummary,
  type TrainingPrivacy,
  trainingAlgorithms,
} from './training/algorithm.js';
export type { Attacks, EpsilonLowerBound, Membership } from './training/attacks.js';
export { type RiskCause, type RiskCauseOfRows, riskCauses, type Sweep, sweepParameters } from './training/causes.js';
export type { LearningData, ModelSummary } from './training/data.js';
export { type EncodedColumn, type Encoding, encodingSchema } from './training/encoding.js';
export type { Measured } from './training/measured.js';
export type { GroupOutcome, GroupPath, RiskGap, TrainingPath } from './training/outcome.js';
export { type Pruning, type PruningMethod, pruningMethods } from './training/pruning.js';
export type { TrainingRemedy } from './training/remedies.js';
export type { TrainingRun } from './training/training.js';
export {
  type LoggedGroup,
  type NeededLogField,
  neededLogFields,
  type OtherLogField,
  otherLogFields,
  type TrainingLog,
} from './training/training-log.js';
