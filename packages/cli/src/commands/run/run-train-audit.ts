import { type ExitCode, exitCodeOfRun } from '../../exit-code.js';
import { readInput } from '../../input/read-input.js';
import { progressMessages } from '../../messages/progress.js';
import { type OutputTargets, outputOptions } from '../../options/output-options.js';
import { parseOptions } from '../../options/reading/parse-options.js';
import { talkOptions } from '../../options/run-options.js';
import { logOptions } from '../../options/train/log-options.js';
import { progressDisplay } from '../../output/progress.js';
import { publish, requireTargets } from '../../output/publish.js';
import { printableLine } from '../../output/terminal.js';
import { bytesOf } from '../../standard-input.js';
import { auditLogs, type LogsSpec } from '../../train/logs/audit-logs.js';
import type { Console, Given } from '../command.js';

/** Does `dpfair train audit`: reads logs, splits what they say, and publishes it. */
export async function runTrainAudit(given: Given, console: Console): Promise<ExitCode> {
  const said = (await parseOptions(logOptions, given)) as Omit<LogsSpec, 'log'>;
  const { quiet = false, ...targets } = (await parseOptions(
    { ...outputOptions, ...talkOptions },
    given,
  )) as OutputTargets & { quiet?: boolean };
  const log = (given.log as readonly unknown[]).map(String);
  requireTargets(
    targets,
    log.filter((path) => path !== '-'),
  );
  const standardInput = log.includes('-') ? await bytesOf(console.input) : undefined;
  const progress = progressDisplay(console.err, quiet, () => performance.now());
  const result = await auditLogs(
    { ...said, log },
    {
      readFile: (path) => (path === '-' && standardInput !== undefined ? standardInput : readInput(path)),
      onStage: progress.stage,
    },
  ).finally(progress.clear);
  if (!quiet) {
    for (const { message } of result.warnings)
      console.err.write(`${progressMessages.warning(printableLine(message))}\n`);
  }
  await publish(result, targets, console);
  return exitCodeOfRun(
    false,
    result.checks.map(({ status }) => status),
  );
}
