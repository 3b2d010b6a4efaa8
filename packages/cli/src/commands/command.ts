import type { Argv } from 'yargs';
import type { ExitCode } from '../exit-code.js';
import type { Environment, TextStream } from '../output/terminal.js';

/** The world as a command sees it. */
export interface Console {
  readonly input: AsyncIterable<Uint8Array>;
  readonly out: TextStream;
  readonly err: TextStream;
  readonly environment: Environment;
  /** Is aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Arguments of a command as yargs gives them: text, lists of text and flags, by option name. */
export type Given = Readonly<Record<string, unknown>>;

/** A command: how it is called, and what it does. Its work is loaded only when it runs. */
export interface Command {
  /** As yargs wants it: `audit [data]`. */
  readonly usage: string;
  readonly describe: string;
  /** Options, help text and examples. */
  readonly build: (argv: Argv) => Argv;
  readonly run: (given: Given, console: Console) => Promise<ExitCode>;
}
