import { DpfairError, type Result } from '@dpfair/result';
import { checkpointFolder } from '../audit/checkpoint-folder.js';
import { readInput } from '../audit/load/read-input.js';
import type { AuditFileOptions } from '../audit/simulation-runner.js';
import { type ExitCode, exitCodeOfRun } from '../exit-code.js';
import { interruptMessages, progressMessages } from '../messages/progress.js';
import { specFaults } from '../messages/spec.js';
import { type OutputTargets, outputOptions } from '../options/output-options.js';
import type { OptionTable } from '../options/reading/option.js';
import { parseOptions } from '../options/reading/parse-options.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { progressDisplay } from '../output/progress.js';
import { publish, requireTargets } from '../output/publish.js';
import { resultFacts } from '../output/result-facts.js';
import { printableLine } from '../output/terminal.js';
import type { AuditSpec } from '../spec/audit-spec.js';
import { postsOfMethod } from '../spec/complete-spec.js';
import { type ReadSpecFile, readSpecFile, type SpecFile } from '../spec/files/read-spec-file.js';
import { requireSameFiles } from '../spec/files/require-same-files.js';
import { bytesOf } from '../standard-input.js';
import type { Console, Given } from './command.js';

interface OwnChoice {
  readonly quiet?: boolean;
  readonly spec?: string;
  readonly checkpoint?: string;
}

/** A computation on a file of counts. */
export interface Computation<Spec extends AuditSpec> {
  /** Its options, and what a spec file of it may hold. */
  readonly options: OptionTable;
  /** Sets every default and refuses what contradicts itself. */
  readonly complete: (given: SpecFile) => Spec;
  /** Files that it reads besides the data and what is joined to them. */
  readonly otherInputs?: (spec: Spec) => readonly string[];
  readonly compute: (spec: Spec, options: AuditFileOptions) => Promise<Result>;
}

/** Does a command that computes: spec file and options to a spec, the computation, the outputs. */
export async function runComputation<Spec extends AuditSpec>(
  { options, complete, otherInputs = () => [], compute }: Computation<Spec>,
  given: Given,
  console: Console,
): Promise<ExitCode> {
  const table = { ...options, ...runOptions };
  const fromOptions = (await parseOptions(table, given)) as SpecFile;
  const own = (await parseOptions({ ...specOptions, ...checkpointOptions, ...talkOptions }, given)) as OwnChoice;
  const targets = (await parseOptions(outputOptions, given)) as OutputTargets;
  const { quiet = false } = own;
  const file = specFileOf(own.spec, table);
  const { threads, ...chosen } = { ...file.spec, ...fromOptions };
  const spec = complete(withoutOverridden(chosen, fromOptions));
  if (own.checkpoint !== undefined && chosen.seed === undefined) {
    throw new DpfairError('usage', specFaults.checkpointWithoutSeed);
  }
  const inputs = [spec.data, ...spec.join, ...otherInputs(spec), ...(own.spec === undefined ? [] : [own.spec])];
  requireTargets(
    targets,
    inputs.filter((path) => path !== '-'),
  );
  const readFile = spec.data === '-' ? withStandardInput(await bytesOf(console.input)) : readInput;
  if (file.recorded !== undefined) requireSameFiles(file.recorded, spec, fromOptions, readFile);

  const narrowed = chosen.post === undefined ? postsOfMethod(spec.decision, spec.method) : null;
  if (narrowed !== null && narrowed.join() === spec.post.join() && !quiet) {
    console.err.write(`${progressMessages.postsOfMethod(spec.method, spec.decision, narrowed)}\n`);
  }
  const progress = progressDisplay(console.err, quiet, () => performance.now());
  const checkpoint = own.checkpoint === undefined ? undefined : checkpointFolder(own.checkpoint);
  const result = await compute(spec, {
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
  else if (resultFacts(result).empty) console.err.write(`${adviceOn(spec.seed, own.checkpoint)}\n`);
  return exitCodeOfRun(result.run.interrupted, [
    ...result.checks.map((check) => check.status),
    ...resultFacts(result).target,
  ]);
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

function specFileOf(path: string | undefined, table: OptionTable): ReadSpecFile {
  return path === undefined ? { spec: {} } : readSpecFile(new TextDecoder().decode(readInput(path)), path, table);
}

const budgetKeys = ['epsilon', 'totalEpsilon', 'scale', 'sigma'] as const;

/** A budget on the command line replaces that of the spec file, whatever form either has; a join replaces the joins. */
function withoutOverridden(chosen: SpecFile, fromOptions: SpecFile): SpecFile {
  const overridden = budgetKeys.some((key) => fromOptions[key] !== undefined) ? budgetKeys : [];
  return { ...chosen, ...Object.fromEntries(overridden.map((key) => [key, fromOptions[key] ?? null])) };
}
