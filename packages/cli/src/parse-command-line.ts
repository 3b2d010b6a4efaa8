import yargs, { type Argv } from 'yargs';
import { auditCommand } from './commands/audit.js';
import type { Command, Given } from './commands/command.js';
import { dataListCommand, dataMakeCommand } from './commands/data.js';
import { mitigateCommand } from './commands/mitigate.js';
import { reportCommand } from './commands/report.js';
import { smoothCommand } from './commands/smooth.js';
import { smoothAuditCommand } from './commands/smooth-audit.js';
import { stableCommand } from './commands/stable.js';
import { trainCommand } from './commands/train.js';
import { trainAuditCommand } from './commands/train-audit.js';
import { commandLineMessages } from './messages/command-line.js';

/** What a command line asks for: a command with its arguments, a text to print, or a complaint. */
export type Request =
  | { readonly kind: 'command'; readonly command: Command; readonly given: Given }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly message: string };

/** Every command by the words that call it. */
export const commands: Readonly<Record<string, Command>> = {
  audit: auditCommand,
  mitigate: mitigateCommand,
  train: trainCommand,
  'train audit': trainAuditCommand,
  smooth: smoothCommand,
  'smooth audit': smoothAuditCommand,
  stable: stableCommand,
  report: reportCommand,
  'data list': dataListCommand,
  'data make': dataMakeCommand,
};

/** The words that a command line can begin with. */
const noCommand = commandLineMessages.noCommand([
  ...new Set(Object.keys(commands).map((name) => name.split(' ')[0] as string)),
]);

const epilogue = `Exit codes: 0 done; 1 a --fail-on check failed or no budget meets --target; 2 bad usage or input; 3 a check or --target is inconclusive;
70 internal error; 130 interrupted (what was done is written). Data go to stdout, everything else to stderr.`;

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
  const parser = yargs(spoken)
    .scriptName('dpfair')
    .usage(
      '$0 <command> [files] [options]\n\nWho is treated worse because of the privacy noise, by how much, how sure are we?',
    )
    .parserConfiguration({
      'parse-numbers': false,
      'parse-positional-numbers': false,
      'camel-case-expansion': false,
      'dot-notation': false,
      'boolean-negation': false,
      'greedy-arrays': false,
    })
    .locale('en')
    .wrap(width)
    .alias('h', 'help')
    .version(version)
    .strict()
    .recommendCommands()
    .demandCommand(1, noCommand)
    .fail((message, error) => {
      if (error !== undefined && error.name !== 'YError') throw error;
      complaints.push(message.replaceAll(DASH, '-'));
    })
    .exitProcess(false)
    .epilogue(epilogue)
    .example('$0 audit hawaii.csv --epsilon 0.1', 'audit counts that get Laplace noise (see dpfair audit --help)');
  // After train and smooth the word audit is the command and never a file: one of that name is ./audit.
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

  let text = '';
  await parser.parseAsync(spoken, {}, (_error, _argv, output) => {
    text = output;
  });
  const [complaint] = complaints;
  if (complaint !== undefined) return { kind: 'refused', message: await inOurWords(complaint, words, known) };
  if (chosen !== undefined) return { kind: 'command', ...chosen };
  return text === '' ? { kind: 'refused', message: noCommand } : { kind: 'text', text: `${text}\n` };
}

/** Stands for a lone dash, the word for stdin, which yargs takes for nothing: no argument of a process holds this sign. */
const DASH = '\0';

function withDashes(given: Given): Given {
  const dashed = (value: unknown): unknown => (value === DASH ? '-' : value);
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [key, Array.isArray(value) ? value.map(dashed) : dashed(value)]),
  );
}

function optionNamesOf(argv: Argv): readonly string[] {
  const { key } = (argv as unknown as { getOptions(): { key: Record<string, unknown> } }).getOptions();
  return Object.keys(key);
}

/** The command, other than the one that was called, that has an option of this name. */
function commandWith(option: string, words: readonly string[]): string | undefined {
  const others = Object.entries(commands).filter(([name]) => !words.join(' ').startsWith(name));
  return others.find(([, command]) => optionNamesOf(command.build(yargs([]))).includes(option))?.[0];
}

/** What yargs complains of, in lower case; an unknown option comes with what it may have been meant to be. */
async function inOurWords(message: string, words: readonly string[], known: readonly string[]): Promise<string> {
  if (message.startsWith('Not enough non-option')) return commandLineMessages.argumentMissing;
  const [, value] = /^Not enough arguments following: (.*)$/s.exec(message) ?? [];
  if (value !== undefined) return commandLineMessages.valueMissing(value);
  const [, list] = /^Unknown arguments?: (.*)$/s.exec(message) ?? [];
  if (list === undefined) return message.charAt(0).toLowerCase() + message.slice(1);
  const { nearOption } = await import('./options/reading/near-option.js');
  const singleDashed = words.filter((word) => /^-[a-z][a-z-]/.test(word)).map((word) => word.slice(1));
  const complaints = (singleDashed.length > 0 ? singleDashed : list.split(', ')).map((name) => {
    const typed = words.find(
      (word) => /^-+/.test(word) && word.replace(/^-+/, '').split('=')[0] === name.split('=')[0],
    );
    if (typed === undefined) return commandLineMessages.unexpectedArgument(name);
    const option = name.split('=')[0] ?? '';
    const other = known.includes(option) ? undefined : commandWith(option, words);
    if (other !== undefined) return commandLineMessages.optionOfCommand(typed, other);
    return commandLineMessages.unknownOption(typed, nearOption(option, known));
  });
  return complaints.join('\n');
}
