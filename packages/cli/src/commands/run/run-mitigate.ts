import type { ExitCode } from '../../exit-code.js';
import { mitigateFile } from '../../mitigate/mitigate-file.js';
import { keepBudget } from '../../spec/keep-budget.js';
import { completeMitigateSpec } from '../../spec/mitigate/complete-mitigate-spec.js';
import { mitigateOptions } from '../../spec/mitigate/mitigate-options.js';
import type { MitigateSpec, MitigateSpecInput } from '../../spec/mitigate/mitigate-spec.js';
import type { Console, Given } from '../command.js';
import { narrowedPosts } from './narrowed-posts.js';
import { runComputation } from './run-computation.js';

/** Does `dpfair mitigate`. */
export const runMitigate = (given: Given, console: Console): Promise<ExitCode> =>
  runComputation<MitigateSpec, Partial<MitigateSpecInput>>(
    {
      options: mitigateOptions,
      keep: keepBudget,
      complete: (spec) => completeMitigateSpec(spec),
      otherInputs: ({ join, train }) => (train === null ? join : [...join, train]),
      remarks: narrowedPosts,
      shorter: 'fewer --trials',
      compute: mitigateFile,
    },
    given,
    console,
  );
