import { type Result, resultFromJson } from '@dpfair/result';
import { type ExitCode, exitCodes } from '../../exit-code.js';
import { readInput } from '../../input/read-input.js';
import { progressMessages } from '../../messages/progress.js';
import { type OutputTargets, outputOptions } from '../../options/output-options.js';
import { parseOptions } from '../../options/reading/parse-options.js';
import { talkOptions } from '../../options/run-options.js';
import { progressDisplay } from '../../output/progress.js';
import { publish, requireTargets } from '../../output/publish.js';
import { refuseUnknownSchema } from '../../spec/files/recorded-run.js';
import { bytesOf } from '../../standard-input.js';
import type { Console, Given } from '../command.js';

/** Does `dpfair report`: reads a result, checks it against its schema, and publishes it. */
export async function runReport(given: Given, console: Console): Promise<ExitCode> {
  const { quiet = false, ...targets } = (await parseOptions(
    { ...outputOptions, ...talkOptions },
    given,
  )) as OutputTargets & {
    quiet?: boolean;
  };
  const path = String(given.result);
  const fromStdin = path === '-';
  requireTargets(targets, fromStdin ? [] : [path]);
  const progress = progressDisplay(console.err, quiet, () => performance.now());
  const file = fromStdin ? 'stdin' : path;
  progress.stage(progressMessages.reading(file));
  const text = new TextDecoder().decode(fromStdin ? await bytesOf(console.input) : readInput(path));
  const result = readResult(text, file);
  progress.clear();
  await publish(result, targets, console);
  return exitCodes.done;
}

/** Of a result in another layout the schema lists what is wrong with every field: its version says it in one line. */
function readResult(text: string, file: string): Result {
  try {
    return resultFromJson(text, file);
  } catch (error) {
    refuseUnknownSchema(text, file);
    throw error;
  }
}
