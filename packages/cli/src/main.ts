import type { Console } from './commands/command.js';
import { type ExitCode, exitCodes } from './exit-code.js';
import { reportError } from './report-error.js';
import { toolOf } from './tool.js';
import { HELP_WIDTH, writtenHelp } from './written-help.js';

/**
 * Runs one command line and returns its exit code. Prints to the streams of `host`; never ends the process, so that
 * piped output is never cut.
 */
export async function main(words: readonly string[], host: NodeJS.Process): Promise<ExitCode> {
  const { stdin: input, stdout: out, stderr: err, env: environment } = host;
  for (const stream of [out, err]) stream.on('error', ignoreClosedPipe);
  try {
    const ready = (out.columns || HELP_WIDTH) >= HELP_WIDTH ? quickAnswer(words) : undefined;
    if (ready !== undefined) {
      out.write(ready);
      return exitCodes.done;
    }
    const { parseCommandLine } = await import('./parse-command-line.js');
    const request = await parseCommandLine(words, toolOf().version, Math.min(110, out.columns || HELP_WIDTH));
    if (request.kind === 'text') {
      out.write(request.text);
      return exitCodes.done;
    }
    if (request.kind === 'refused') {
      for (const line of request.message.split('\n')) err.write(`dpfair: ${line}\n`);
      return exitCodes.badInput;
    }
    const interrupt = followInterrupts(host, err);
    try {
      const console: Console = { input, out, err, environment, signal: interrupt.signal };
      return await request.command.run(request.given, console);
    } finally {
      interrupt.stop();
    }
  } catch (error) {
    return reportError(error, err);
  }
}

/** Help and version, without loading what reads command lines. */
function quickAnswer(words: readonly string[]): string | undefined {
  return words.length === 1 && words[0] === '--version' ? `${toolOf().version}\n` : writtenHelp(words);
}

/** The reader of a pipe may leave (`| head`): that is no fault of ours. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** The first Ctrl-C asks the work to stop; the second ends the process at once, as if it had never been caught. */
function followInterrupts(host: NodeJS.Process, err: NodeJS.WriteStream): { signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  const onInterrupt = () => {
    if (controller.signal.aborted) {
      host.off('SIGINT', onInterrupt);
      host.kill(host.pid, 'SIGINT');
      return;
    }
    err.write('\ndpfair: interrupted: writing what is done (press Ctrl-C again to quit at once)\n');
    controller.abort();
  };
  host.on('SIGINT', onInterrupt);
  return { signal: controller.signal, stop: () => host.off('SIGINT', onInterrupt) };
}
