export type { CountTable } from './count-table.js';
export { DpfairError, describeFault, type ErrorCode, type Fault, type FaultLocation } from './error.js';
