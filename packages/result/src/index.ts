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
} from './audit.js';
export {
  type Certificate,
  certificateSchema,
  type Look,
  type LookVerdict,
  type TargetMeasure,
  type TargetOption,
  type TargetStatus,
  targetMeasures,
} from './certificate.js';
export { type Check, type CheckStatus, checkSchema, checkStatuses } from './check.js';
export type { CountTable } from './count-table.js';
export { type CsvCell, writeCsv } from './csv.js';
export { DpfairError, describeFault, type ErrorCode, type Fault, type FaultLocation } from './error.js';
export type { EstimatorId } from './estimator.js';
export type { FalseRate, FalseRatePair, FalseRates } from './false-rates.js';
export { resultFromJson, resultJsonSchema, resultToJson } from './json.js';
export { type Method, methods } from './methods.js';
export type { Mitigation, MitigationChange, MitigationPrice, SameGap } from './mitigation.js';
export type { People, PeopleExpected } from './people.js';
export {
  type Mechanism,
  type MechanismKind,
  mechanismKinds,
  type NeighbourRelation,
  neighbourRelations,
} from './privacy.js';
export type { Input, InputMismatch, JoinedFile, RuleFile, Run, SkippedRow, Tool } from './provenance.js';
export {
  type AuditResult,
  auditResultSchema,
  type MitigationResult,
  mitigationResultSchema,
  RESULT_SCHEMA,
  type Result,
  resultSchema,
} from './result.js';
export { type EntityErrors, type Harm, type Sampling, type SamplingSource, samplingSources } from './sampling.js';
export { type Warning, type WarningCode, warningCodes } from './warning.js';
export {
  type Attribution,
  type AttributionComponent,
  type Bound,
  type Cause,
  causes,
  type UniformAlphaOfCell,
} from './why.js';
