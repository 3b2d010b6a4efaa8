import type { ExitCode } from '../exit-code.js';
import { mitigateFile } from '../mitigate/mitigate-file.js';
import { completeMitigateSpec } from '../spec/mitigate/complete-mitigate-spec.js';
import { mitigateOptions } from '../spec/mitigate/mitigate-options.js';
import type { Console, Given } from './command.js';
import { runComputation } from './run-computation.js';

/** Does `dpfair mitigate`. */
export const runMitigate = (given: Given, console: Console): Promise<ExitCode> =>
  runComputation(
    {
      options: mitigateOptions,
      complete: (spec) => completeMitigateSpec(spec),
      otherInputs: ({ train }) => (train === null ? [] : [train]),
      compute: mitigateFile,
    },
    given,
    console,
  );
