export { auditFile } from './audit/audit-file.js';
export { type CheckpointFolder, checkpointFolder } from './audit/checkpoint-folder.js';
export type { AuditFileOptions } from './audit/simulation-runner.js';
export { mitigateFile } from './mitigate/mitigate-file.js';
export type { AuditSpec, AuditSpecInput } from './spec/audit-spec.js';
export type { MitigateSpec, MitigateSpecInput } from './spec/mitigate/mitigate-spec.js';
export type { TrainSpec, TrainSpecInput } from './spec/train/train-spec.js';
export { type TrainFileOptions, trainFile } from './train/train-file.js';
