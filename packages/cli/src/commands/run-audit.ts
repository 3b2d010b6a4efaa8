import { type Cell, DpfairError } from '@dpfair/result';
import { auditFile } from '../audit/audit-file.js';
import { checkpointFolder } from '../audit/checkpoint-folder.js';
import { readInput } from '../audit/read-input.js';
import { type ExitCode, exitCodeOfRun } from '../exit-code.js';
import { interruptMessages, progressMessages } from '../messages/progress.js';
import { specFaults } from '../messages/spec.js';
import { type OutputTargets, outputOptions } from '../options/output-options.js';
import { parseOptions } from '../options/parse-options.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { progressDisplay } from '../output/progress.js';
import { publish, requireTargets } from '../output/publish.js';
import { printableLine } from '../output/terminal.js';
import { auditOptions } from '../spec/audit-options.js';
import type { AuditSpecInput } from '../spec/audit-spec.js';
import { completeSpec } from '../spec/complete-spec.js';
import { type ReadSpecFile, readSpecFile, type SpecFile } from '../spec/read-spec-file.js';
import { requireSameFiles } from '../spec/require-same-files.js';
import { bytesOf } from '../standard-input.js';
import type { Console, Given } from './command.js';

interface OwnChoice {
  readonly quiet?: boolean;
  readonly spec?: string;
  readonly checkpoint?: string;
}

/** Does `dpfair audit`: spec file and options to a spec, the audit, the outputs. */
export async function runAudit(given: Given, console: Console): Promise<ExitCode> {
  const fromOptions = (await parseOptions({ ...auditOptions, ...runOptions }, given)) as SpecFile;
  const own = (await parseOptions({ ...specOptions, ...checkpointOptions, ...talkOptions }, given)) as OwnChoice;
  const targets = (await parseOptions(outputOptions, given)) as OutputTargets;
  const { quiet = false } = own;
  const file = specFileOf(own.spec);
  const { threads, ...chosen } = { ...file.spec, ...fromOptions };
  const spec = completeSpec(withoutOverridden(chosen, fromOptions));
  if (own.checkpoint !== undefined && chosen.seed === undefined) {
    throw new DpfairError('usage', specFaults.checkpointWithoutSeed);
  }
  const inputs = [spec.data, ...spec.join, ...(own.spec === undefined ? [] : [own.spec])];
  requireTargets(
    targets,
    inputs.filter((path) => path !== '-'),
  );
  const readFile = spec.data === '-' ? withStandardInput(await bytesOf(console.input)) : readInput;
  if (file.recorded !== undefined) requireSameFiles(file.recorded, spec, fromOptions, readFile);

  const progress = progressDisplay(console.err, quiet, () => performance.now());
  const checkpoint = own.checkpoint === undefined ? undefined : checkpointFolder(own.checkpoint);
  const result = await auditFile(spec, {
    ...(threads !== undefined && { threads }),
    ...(checkpoint && { checkpoint }),
    readFile,
    signal: console.signal,
    onSimulation: sayOnce(chosen.seed === undefined && !quiet, () =>
      console.err.write(`${progressMessages.seed(spec.seed)}\n`),
    ),
    onStage: progress.stage,
    onProgress: progress.advance,
  }).finally(progress.clear);
  if (!quiet) {
    for (const { message } of result.warnings)
      console.err.write(`${progressMessages.warning(printableLine(message))}\n`);
  }
  await publish(result, targets, console);
  if (!result.run.interrupted) await checkpoint?.clear();
  else if (isWithoutNumbers(result.cells)) console.err.write(`${adviceOn(spec.seed, own.checkpoint)}\n`);
  return exitCodeOfRun(
    result.run.interrupted,
    result.checks.map((check) => check.status),
  );
}

/** Whether the simulation was stopped before any of its cells had a number. */
function isWithoutNumbers(cells: readonly Cell[]): boolean {
  const simulated = cells.filter(({ method }) => method === 'montecarlo');
  return simulated.length > 0 && simulated.every(({ alpha }) => alpha.estimate === null);
}

function adviceOn(seed: string, checkpoint: string | undefined): string {
  return checkpoint === undefined
    ? interruptMessages.nothingKept(seed)
    : interruptMessages.nothingYet(printableLine(checkpoint));
}

function withStandardInput(bytes: Uint8Array): (path: string) => Uint8Array {
  return (path) => (path === '-' ? bytes : readInput(path));
}

/** Only numbers that were drawn depend on the seed: it is not said before. */
function sayOnce(wanted: boolean, say: () => void): () => void {
  let due = wanted;
  return () => {
    if (due) say();
    due = false;
  };
}

function specFileOf(path: string | undefined): ReadSpecFile {
  return path === undefined ? { spec: {} } : readSpecFile(new TextDecoder().decode(readInput(path)), path);
}

const budgetKeys = ['epsilon', 'totalEpsilon', 'scale', 'sigma'] as const;

/** A budget on the command line replaces that of the spec file, whatever form either has; a join replaces the joins. */
function withoutOverridden(chosen: Partial<AuditSpecInput>, fromOptions: SpecFile): Partial<AuditSpecInput> {
  const overridden = budgetKeys.some((key) => fromOptions[key] !== undefined) ? budgetKeys : [];
  return { ...chosen, ...Object.fromEntries(overridden.map((key) => [key, fromOptions[key] ?? null])) };
}
