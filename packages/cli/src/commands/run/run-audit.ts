import { auditFile } from '../../audit/audit-file.js';
import type { ExitCode } from '../../exit-code.js';
import { auditOptions } from '../../spec/audit-options.js';
import type { AuditSpec, AuditSpecInput } from '../../spec/audit-spec.js';
import { completeSpec } from '../../spec/complete-spec.js';
import { keepBudget } from '../../spec/keep-budget.js';
import type { Console, Given } from '../command.js';
import { narrowedPosts } from './narrowed-posts.js';
import { runComputation } from './run-computation.js';

/** Does `dpfair audit`. */
export const runAudit = (given: Given, console: Console): Promise<ExitCode> =>
  runComputation<AuditSpec, Partial<AuditSpecInput>>(
    {
      options: auditOptions,
      keep: keepBudget,
      complete: (spec) => completeSpec(spec),
      otherInputs: ({ join }) => join,
      remarks: narrowedPosts,
      shorter: 'fewer --trials',
      compute: auditFile,
    },
    given,
    console,
  );
