import type { Argv } from 'yargs';
import type { Command, Given } from '../commands/command.js';
import { dataListCommand, dataMakeCommand } from '../commands/data.js';
import { commandLineMessages } from '../messages/command-line.js';
import { commands } from './commands.js';
import { complaintInOurWords } from './complaint.js';
import { openParser } from './open-parser.js';
import { optionNamesOf } from './option-names.js';

/** What a command line asks for: a command with its arguments, a text to print, or a complaint. */
export type Request =
  | { readonly kind: 'command'; readonly command: Command; readonly given: Given }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

/** The words that a command line can begin with. */
const noCommand = commandLineMessages.noCommand([
  ...new Set(Object.keys(commands).map((name) => name.split(' ')[0] as string)),
]);

/** Reads a command line (without node and script) and says what it asks for; runs and prints nothing. */
export async function parseCommandLine(words: readonly string[], version: string, width: number): Promise<Request> {
  let chosen: { command: Command; given: Given } | undefined;
  const known: string[] = [];
  const complaints: string[] = [];
  const asksForHelp = words.some((word) => word === '-h' || word.startsWith('--h'));
  const add = (argv: Argv, command: Command) =>
    argv.command(
      command.usage,
      command.describe,
      (inner) => {
        const built = command.build(inner);
        const names = optionNamesOf(built);
        known.push(...names);
        // yargs lays out the help of every command that it runs, which takes longer than all else it does.
        if (!asksForHelp) for (const name of names) built.hide(name);
        return built;
      },
      (given) => {
        chosen = { command, given: withDashes(given) };
      },
    );
  const spoken = words.map((word) => (word === '-' ? DASH : word));
  const parser = openParser(spoken, { version, width, missing: noCommand }, (complaint) => complaints.push(complaint));
  addCommands(parser, words, add);

  let text = '';
  await parser.parseAsync(spoken, {}, (_error, _argv, output) => {
    text = output;
  });
  const [complaint] = complaints;
  if (complaint !== undefined) {
    return { kind: 'refused', message: await complaintInOurWords(complaint.replaceAll(DASH, '-'), words, known) };
  }
  if (chosen !== undefined) return { kind: 'command', ...chosen };
  return text === '' ? { kind: 'refused', message: noCommand } : { kind: 'text', text: `${text}\n` };
}

/** Adds every command. After train and smooth the word audit is the command and never a file: one of that name is ./audit. */
function addCommands(parser: Argv, words: readonly string[], add: (argv: Argv, command: Command) => Argv): void {
  const audited = words[1] === 'audit' ? commands[`${words[0]} audit`] : undefined;
  for (const [name, command] of Object.entries(commands)) {
    if (name.includes(' ')) continue;
    if (audited === undefined || name !== words[0]) add(parser, command);
    else parser.command(name, command.describe, (inner) => add(inner, audited));
  }
  parser.command('data', 'list or make data sets', (inner) =>
    add(add(inner, dataListCommand), dataMakeCommand)
      .demandCommand(1, commandLineMessages.noDataCommand)
      .example('$0 data list', 'what there is'),
  );
}

/** Stands for a lone dash, the word for stdin, which yargs takes for nothing: no argument of a process holds this sign. */
const DASH = '\0';

function withDashes(given: Given): Given {
  const dashed = (value: unknown): unknown => (value === DASH ? '-' : value);
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, Array.isArray(value) ? value.map(dashed) : dashed(value)]),
  );
}
