import { auditFile } from '../audit/audit-file.js';
import { readInput } from '../audit/read-input.js';
import { type ExitCode, exitCodeOfRun } from '../exit-code.js';
import { type OutputTargets, outputOptions } from '../options/output-options.js';
import { parseOptions } from '../options/parse-options.js';
import { runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { type ProgressDisplay, progressDisplay } from '../output/progress.js';
import { publish, requireTargets } from '../output/publish.js';
import { printable } from '../output/terminal.js';
import { auditOptions } from '../spec/audit-options.js';
import type { AuditSpecInput } from '../spec/audit-spec.js';
import { completeSpec } from '../spec/complete-spec.js';
import { readSpecFile, type SpecFile } from '../spec/read-spec-file.js';
import type { Console, Given } from './command.js';

/** Does `dpfair audit`: spec file and options to a spec, the audit, the outputs. */
export async function runAudit(given: Given, console: Console): Promise<ExitCode> {
  const fromOptions = (await parseOptions({ ...auditOptions, ...runOptions }, given)) as SpecFile;
  const { quiet = false, spec: specPath } = (await parseOptions({ ...specOptions, ...talkOptions }, given)) as {
    quiet?: boolean;
    spec?: string;
  };
  const targets = (await parseOptions(outputOptions, given)) as OutputTargets;
  const { threads, ...chosen } = { ...specFileOf(specPath), ...fromOptions };
  const spec = completeSpec(withoutOverridden(chosen, fromOptions));
  requireTargets(targets, [spec.data, ...spec.join, ...(specPath === undefined ? [] : [specPath])]);

  const progress = progressDisplay(console.err, quiet, () => performance.now());
  if (chosen.seed === undefined) progress.stage(`seed ${spec.seed}`);
  const result = await auditWithProgress(spec, threads, console, progress);
  if (!quiet) {
    for (const { message } of result.warnings) console.err.write(`dpfair: warning: ${printable(message)}\n`);
  }
  await publish(result, targets, console);
  return exitCodeOfRun(
    result.run.interrupted,
    result.checks.map((check) => check.status),
  );
}

async function auditWithProgress(
  spec: AuditSpecInput,
  threads: number | undefined,
  { signal }: Console,
  progress: ProgressDisplay,
) {
  try {
    return await auditFile(spec, {
      ...(threads === undefined ? {} : { threads }),
      signal,
      onStage: progress.stage,
      onProgress: progress.advance,
    });
  } finally {
    progress.clear();
  }
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
