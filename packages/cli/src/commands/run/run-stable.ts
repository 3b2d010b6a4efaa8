import type { ExitCode } from '../../exit-code.js';
import { completeStableSpec } from '../../spec/stable/complete-stable-spec.js';
import { keepStable } from '../../spec/stable/keep-stable.js';
import { stableOptions } from '../../spec/stable/stable-options.js';
import type { StableSpec, StableSpecInput } from '../../spec/stable/stable-spec.js';
import { stableFile } from '../../stable/stable-file.js';
import type { Console, Given } from '../command.js';
import { runComputation } from './run-computation.js';

/** Does `dpfair stable`. */
export const runStable = (given: Given, console: Console): Promise<ExitCode> =>
  runComputation<StableSpec, Partial<StableSpecInput>>(
    {
      options: stableOptions,
      keep: keepStable,
      complete: completeStableSpec,
      otherInputs: ({ more }) => more,
      shorter: 'fewer --repetitions',
      compute: stableFile,
    },
    given,
    console,
  );
