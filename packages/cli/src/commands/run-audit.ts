import { DpfairError } from '@dpfair/result';
import { auditFile } from '../audit/audit-file.js';
import { checkpointFolder } from '../audit/checkpoint-folder.js';
import { readInput } from '../audit/read-input.js';
import { type ExitCode, exitCodeOfRun } from '../exit-code.js';
import { type OutputTargets, outputOptions } from '../options/output-options.js';
import { parseOptions } from '../options/parse-options.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { progressDisplay } from '../output/progress.js';
import { publish, requireTargets } from '../output/publish.js';
import { printable } from '../output/terminal.js';
import { auditOptions } from '../spec/audit-options.js';
import type { AuditSpecInput } from '../spec/audit-spec.js';
import { completeSpec } from '../spec/complete-spec.js';
import { readSpecFile, type SpecFile } from '../spec/read-spec-file.js';
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
  const { threads, ...chosen } = { ...specFileOf(own.spec), ...fromOptions };
  const spec = completeSpec(withoutOverridden(chosen, fromOptions));
  if (own.checkpoint !== undefined && chosen.seed === undefined) throw checkpointWithoutSeed();
  requireTargets(targets, [spec.data, ...spec.join, ...(own.spec === undefined ? [] : [own.spec])]);

  const progress = progressDisplay(console.err, quiet, () => performance.now());
  if (chosen.seed === undefined && !quiet) console.err.write(`seed ${spec.seed}\n`);
  const checkpoint = own.checkpoint === undefined ? undefined : checkpointFolder(own.checkpoint);
  const result = await auditFile(spec, {
    ...(threads !== undefined && { threads }),
    ...(checkpoint && { checkpoint }),
    signal: console.signal,
    onStage: progress.stage,
    onProgress: progress.advance,
  }).finally(progress.clear);
  if (!quiet) {
    for (const { message } of result.warnings) console.err.write(`dpfair: warning: ${printable(message)}\n`);
  }
  await publish(result, targets, console);
  if (!result.run.interrupted) await checkpoint?.clear();
  return exitCodeOfRun(
    result.run.interrupted,
    result.checks.map((check) => check.status),
  );
}

function checkpointWithoutSeed(): DpfairError {
  return new DpfairError('usage', {
    what: '--checkpoint without --seed',
    allowed: '--seed, so that it is the same run',
  });
}

function specFileOf(path: string | undefined): SpecFile {
  return path === undefined ? {} : readSpecFile(new TextDecoder().decode(readInput(path)), path);
}

const budgetKeys = ['epsilon', 'totalEpsilon', 'scale', 'sigma'] as const;

/** A budget on the command line replaces that of the spec file, whatever form either has; a join replaces the joins. */
function withoutOverridden(chosen: Partial<AuditSpecInput>, fromOptions: SpecFile): Partial<AuditSpecInput> {
  const overridden = budgetKeys.some((key) => fromOptions[key] !== undefined) ? budgetKeys : [];
  return { ...chosen, ...Object.fromEntries(overridden.map((key) => [key, fromOptions[key] ?? null])) };
}
