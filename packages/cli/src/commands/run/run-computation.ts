import { DpfairError, type Result } from '@dpfair/result';
import { type CheckpointFolder, checkpointFolder } from '../../audit/checkpoint-folder.js';
import type { AuditFileOptions } from '../../audit/simulation-runner.js';
import { type ExitCode, exitCodeOfRun } from '../../exit-code.js';
import { readInput } from '../../input/read-input.js';
import { interruptMessages, progressMessages } from '../../messages/progress.js';
import { specFaults } from '../../messages/spec.js';
import { type OutputTargets, outputOptions } from '../../options/output-options.js';
import type { OptionTable } from '../../options/reading/option.js';
import { parseOptions } from '../../options/reading/parse-options.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../../options/run-options.js';
import { progressDisplay } from '../../output/progress.js';
import { publish, requireTargets } from '../../output/publish.js';
import { resultFacts } from '../../output/result-facts.js';
import { printableLine } from '../../output/terminal.js';
import type { OutputFile } from '../../output/write-files.js';
import { type ReadSpecFile, readSpecFile } from '../../spec/files/read-spec-file.js';
import { requireSameFiles } from '../../spec/files/require-same-files.js';
import type { RunSpec } from '../../spec/run-id.js';
import { bytesOf } from '../../standard-input.js';
import type { Console, Given } from '../command.js';

interface Threads {
  readonly threads?: number;
}

interface OwnChoice {
  readonly quiet?: boolean;
  readonly spec?: string;
  readonly checkpoint?: string;
}

/** A computation on a file of data. `Given` is what its command line and its spec files may say. */
export interface Computation<Spec extends RunSpec, Given extends object> {
  /** Its options, and what a spec file of it may hold. */
  readonly options: OptionTable;
  /** Where the command line and the spec file say what cannot be said together, what is left of the file. */
  readonly keep: (file: Given, fromOptions: Given) => Given;
  /** Sets every default and refuses what contradicts itself. */
  readonly complete: (given: Given) => Spec;
  /** Files that it reads besides the data. */
  readonly otherInputs: (spec: Spec) => readonly string[];
  /** What is said before the work, of a spec and what was said of it. @default nothing */
  readonly remarks?: (spec: Spec, said: Given) => readonly string[];
  /** The options that make it shorter, in words. */
  readonly shorter: string;
  readonly compute: (spec: Spec, options: AuditFileOptions) => Promise<Result>;
  /** Files that it writes besides those of the result: where, and what when it is done. */
  readonly otherOutputs?: { readonly paths: readonly string[]; readonly files: () => readonly OutputFile[] };
}

/** Does a command that computes: spec file and options to a spec, the computation, the outputs. */
export async function runComputation<Spec extends RunSpec, Said extends object>(
  computation: Computation<Spec, Said>,
  given: Given,
  console: Console,
): Promise<ExitCode> {
  const { options, keep, complete, otherInputs, remarks = () => [], compute, otherOutputs } = computation;
  const table = { ...options, ...runOptions };
  const { threads: threadsHere, ...fromOptions } = (await parseOptions(table, given)) as Said & Threads;
  const own = (await parseOptions({ ...specOptions, ...checkpointOptions, ...talkOptions }, given)) as OwnChoice;
  const targets = (await parseOptions(outputOptions, given)) as OutputTargets;
  const { quiet = false } = own;
  const file = specFileOf<Said & Threads>(own.spec, table);
  const { threads: threadsThere, ...fromFile } = file.spec;
  const threads = threadsHere ?? threadsThere;
  const said = fromOptions as unknown as Said;
  const chosen = { ...keep(fromFile as unknown as Said, said), ...said };
  const spec = complete(chosen);
  const isSeedGiven = 'seed' in chosen;
  if (own.checkpoint !== undefined && !isSeedGiven) {
    throw new DpfairError('usage', specFaults.checkpointWithoutSeed);
  }
  const inputs = [spec.data, ...otherInputs(spec), ...(own.spec === undefined ? [] : [own.spec])];
  requireTargets(
    targets,
    inputs.filter((path) => path !== '-'),
    otherOutputs?.paths,
  );
  const readFile = spec.data === '-' ? withStandardInput(await bytesOf(console.input)) : readInput;
  if (file.recorded !== undefined) requireSameFiles(file.recorded, spec, said, readFile);

  if (!quiet) for (const remark of remarks(spec, chosen)) console.err.write(`${remark}\n`);
  const progress = progressDisplay(console.err, quiet, () => performance.now());
  const checkpoint = own.checkpoint === undefined ? undefined : checkpointIn(own.checkpoint, quiet, console);
  const result = await compute(spec, {
    ...(threads !== undefined && { threads }),
    ...(checkpoint && { checkpoint }),
    readFile,
    signal: console.signal,
    onSimulation: sayOnce(!isSeedGiven && !quiet, () => console.err.write(`${progressMessages.seed(spec.seed)}\n`)),
    onStage: progress.stage,
    onCell: progress.advance,
    onProgress: progress.advance,
  }).finally(progress.clear);
  if (!quiet) {
    for (const { message } of result.warnings)
      console.err.write(`${progressMessages.warning(printableLine(message))}\n`);
  }
  await publish(result, targets, console, otherOutputs?.files());
  if (!result.run.interrupted) await checkpoint?.clear();
  else if (resultFacts(result).empty)
    console.err.write(`${adviceOn(spec.seed, own.checkpoint, computation.shorter)}\n`);
  return exitCodeOfRun(result.run.interrupted, [
    ...result.checks.map((check) => check.status),
    ...resultFacts(result).target,
  ]);
}

function adviceOn(seed: string, checkpoint: string | undefined, shorter: string): string {
  return checkpoint === undefined
    ? interruptMessages.nothingKept(seed, shorter)
    : interruptMessages.nothingYet(printableLine(checkpoint));
}

function checkpointIn(path: string, quiet: boolean, { err }: Console): CheckpointFolder {
  return checkpointFolder(path, {
    onOtherBuild: () => quiet || err.write(`${progressMessages.otherBuild(printableLine(path))}\n`),
  });
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

function specFileOf<Said extends object>(path: string | undefined, table: OptionTable): ReadSpecFile<Partial<Said>> {
  return path === undefined ? { spec: {} } : readSpecFile(new TextDecoder().decode(readInput(path)), path, table);
}
