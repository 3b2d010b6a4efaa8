import { auditFile } from '../audit/audit-file.js';
import type { ExitCode } from '../exit-code.js';
import { auditOptions } from '../spec/audit-options.js';
import { completeSpec } from '../spec/complete-spec.js';
import type { Console, Given } from './command.js';
import { runComputation } from './run-computation.js';

/** Does `dpfair audit`. */
export const runAudit = (given: Given, console: Console): Promise<ExitCode> =>
  runComputation({ options: auditOptions, complete: (spec) => completeSpec(spec), compute: auditFile }, given, console);
