import type { ExitCode } from '../../exit-code.js';
import { auditPairs } from '../../smooth/audit-pairs.js';
import { smoothFile } from '../../smooth/smooth-file.js';
import { completePairsSpec, completeSmoothSpec } from '../../spec/smooth/complete-smooth-spec.js';
import { keepDraws } from '../../spec/smooth/keep-draws.js';
import { parseMetric } from '../../spec/smooth/metric-words.js';
import { pairsOptions, smoothOptions } from '../../spec/smooth/smooth-options.js';
import type {
  ModelOnDataSpec,
  PairsSpec,
  PairsSpecInput,
  SmoothSpec,
  SmoothSpecInput,
} from '../../spec/smooth/smooth-spec.js';
import type { Console, Given } from '../command.js';
import { runComputation } from './run-computation.js';

/** Does `dpfair smooth`. */
export function runSmooth(given: Given, console: Console): Promise<ExitCode> {
  return runComputation<SmoothSpec, Partial<SmoothSpecInput>>(
    {
      options: smoothOptions,
      keep: keepDraws,
      complete: completeSmoothSpec,
      otherInputs: filesOf,
      shorter: 'fewer --samples or --rows',
      compute: smoothFile,
    },
    given,
    console,
  );
}

/** Does `dpfair smooth audit`. */
export function runSmoothAudit(given: Given, console: Console): Promise<ExitCode> {
  return runComputation<PairsSpec, Partial<PairsSpecInput>>(
    {
      options: pairsOptions,
      keep: keepDraws,
      complete: completePairsSpec,
      otherInputs: filesOf,
      shorter: 'fewer --samples or --rows',
      compute: auditPairs,
    },
    given,
    console,
  );
}

function filesOf({ model, metric }: ModelOnDataSpec): readonly string[] {
  const words = parseMetric(metric);
  return [model, ...(words.kind === 'file' ? [words.path] : [])];
}
