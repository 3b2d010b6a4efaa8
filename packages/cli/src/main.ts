import type { Console } from './commands/command.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import { followInterrupts } from './follow-interrupts.js';
import { type StandardStream, standardStream } from './output/standard-stream.js';
import { printableLine } from './output/terminal.js';
import { reportError } from './report-error.js';
import { toolOf } from './tool.js';
import { HELP_WIDTH, writtenHelp } from './written-help.js';

/**
 * Runs one command line and returns its exit code. Prints to the streams of `host`; never ends the process, so that
 * piped output is never cut. What could not be printed, because the disk is full, is an output that cannot be written.
 */
export async function main(words: readonly string[], host: NodeJS.Process): Promise<ExitCode> {
  const [out, err] = [standardStream(host.stdout), standardStream(host.stderr)];
  const code = await answer(words, host, out, err).catch((error: unknown) => reportError(error, err));
  const printed = await requirePrinted(out, err);
  return code === exitCodes.internalError ? code : (printed ?? code);
}

async function answer(
  words: readonly string[],
  host: NodeJS.Process,
  out: StandardStream,
  err: StandardStream,
): Promise<ExitCode> {
  const ready = (out.columns || HELP_WIDTH) >= HELP_WIDTH ? quickAnswer(words) : undefined;
  if (ready !== undefined) {
    out.write(ready);
    return exitCodes.done;
  }
  const { parseCommandLine } = await import('./command-line/parse-command-line.js');
  const request = await parseCommandLine(words, toolOf().version, Math.min(110, out.columns || HELP_WIDTH));
  if (request.kind === 'text') {
    out.write(request.text);
    return exitCodes.done;
  }
  if (request.kind === 'refused') {
    for (const line of request.message.split('\n')) err.write(`dpfair: ${printableLine(line)}\n`);
    return exitCodes.badInput;
  }
  const interrupt = followInterrupts(host, err);
  try {
    const { stdin: input, env: environment } = host;
    const console: Console = { input, out, err, environment, signal: interrupt.signal };
    return await request.command.run(request.given, console);
  } finally {
    interrupt.stop();
  }
}

/** The exit code of text that did not reach stdout or stderr, said on stderr where that is possible. */
async function requirePrinted(out: StandardStream, err: StandardStream): Promise<ExitCode | undefined> {
  const failure = await out.settle();
  if (failure !== undefined) {
    const { cannotWrite } = await import('./messages/files.js');
    await reportError(cannotWrite('stdout', failure), err);
  }
  return failure !== undefined || (await err.settle()) !== undefined ? exitCodes.badInput : undefined;
}

/** Help and version, without loading what reads command lines. */
function quickAnswer(words: readonly string[]): string | undefined {
  return words.length === 1 && words[0] === '--version' ? `${toolOf().version}\n` : writtenHelp(words);
}
