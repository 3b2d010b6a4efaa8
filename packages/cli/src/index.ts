export { type AuditFileOptions, auditFile } from './audit/audit-file.js';
export type { AuditSpec, AuditSpecInput } from './spec/audit-spec.js';
