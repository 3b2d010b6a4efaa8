import { resultFromJson } from '@dpfair/result';
import { readInput } from '../audit/read-input.js';
import { type ExitCode, exitCodes } from '../exit-code.js';
import { type OutputTargets, outputOptions } from '../options/output-options.js';
import { parseOptions } from '../options/parse-options.js';
import { talkOptions } from '../options/run-options.js';
import { progressDisplay } from '../output/progress.js';
import { publish, requireTargets } from '../output/publish.js';
import type { Console, Given } from './command.js';

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
  progress.stage(`reading ${file}`);
  const text = fromStdin ? await textOf(console.input) : new TextDecoder().decode(readInput(path));
  const result = resultFromJson(text, file);
  progress.clear();
  await publish(result, targets, console);
  return exitCodes.done;
}

async function textOf(stream: AsyncIterable<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stream) text += decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}
