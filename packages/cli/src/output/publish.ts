import type { Result } from '@dpfair/result';
import { DpfairError, resultToJson } from '@dpfair/result';
import type { Console } from '../commands/command.js';
import { specFaults } from '../messages/spec.js';
import type { OutputTargets } from '../options/output-options.js';
import { figureFiles } from './figure-files.js';
import { summaryText } from './summary-text.js';
import { painter } from './terminal.js';
import { type OutputFile, requireWritable, writeFilesWhole } from './write-files.js';

const fileKinds = ['json', 'html', 'csv'] as const;
const folderKinds = ['svg', 'vega'] as const;

/**
 * Refuses outputs that could not be written, before any work is done.
 *
 * @param others files that are written besides those of the result
 * @throws DpfairError `usage` when two outputs want stdout, `output` when a target cannot be written
 */
export function requireTargets(
  targets: OutputTargets,
  inputs: readonly string[],
  others: readonly string[] = [],
): void {
  const onStdout = fileKinds.filter((kind) => targets[kind] === '-');
  if (onStdout.length > 1) {
    throw new DpfairError('usage', specFaults.bothOnStdout(onStdout));
  }
  const files = fileKinds.map((kind) => targets[kind]).filter((path) => path !== undefined && path !== '-');
  const folders = folderKinds.map((kind) => targets[kind]).filter((path) => path !== undefined);
  requireWritable([...(files as string[]), ...others], folders as string[], inputs);
}

/**
 * Gives a result to whoever asked: files, whole or not at all, and on stdout either the one output that was sent there or
 * the table with the verdict.
 *
 * @param others files that are written along with it
 * @throws DpfairError `output` when a file cannot be written; then none is
 */
export async function publish(
  result: Result,
  targets: OutputTargets,
  console: Console,
  others: readonly OutputFile[] = [],
): Promise<void> {
  const renderers = {
    json: async () => asJson(result),
    html: async () =>
      (await import('@dpfair/report')).renderHtml(result, {
        jsonFile: targets.json === undefined || targets.json === '-' ? null : targets.json,
      }),
    csv: async () => (await import('@dpfair/report')).resultCsv(result),
  };
  const files: OutputFile[] = [...others];
  let onStdout: string | undefined;
  for (const kind of fileKinds) {
    const path = targets[kind];
    if (path === undefined) continue;
    const content = await renderers[kind]();
    if (path === '-') onStdout = content;
    else files.push({ path, content });
  }
  files.push(...(await figureFiles(result, targets)));
  const text = onStdout ?? (await summaryText(result, painter(console.out, console.environment)));
  writeFilesWhole(
    files,
    folderKinds.map((kind) => targets[kind]).filter((path) => path !== undefined),
  );
  console.out.write(text);
}

/** A number that is not finite is no fault of the user's: it must not look like one. */
function asJson(result: Result): string {
  try {
    return resultToJson(result);
  } catch (cause) {
    throw new Error(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
