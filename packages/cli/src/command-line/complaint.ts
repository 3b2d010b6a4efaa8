import yargs from 'yargs';
import { commandLineMessages } from '../messages/command-line.js';
import { commands } from './commands.js';
import { optionNamesOf } from './option-names.js';

/**
 * What yargs complains of, in our words; an unknown option comes with what it may have been meant to be.
 *
 * @param words the command line
 * @param known options of the command that was called
 */
export async function complaintInOurWords(
  message: string,
  words: readonly string[],
  known: readonly string[],
): Promise<string> {
  if (message.startsWith('Not enough non-option')) return commandLineMessages.argumentMissing;
  const [, value] = /^Not enough arguments following: (.*)$/s.exec(message) ?? [];
  if (value !== undefined) return commandLineMessages.valueMissing(value);
  const [, list] = /^Unknown arguments?: (.*)$/s.exec(message) ?? [];
  if (list === undefined) return message.charAt(0).toLowerCase() + message.slice(1);
  const singleDashed = words.filter((word) => /^-[a-z][a-z-]/.test(word)).map((word) => word.slice(1));
  const names = singleDashed.length > 0 ? singleDashed : list.split(', ');
  return (await Promise.all(names.map((name) => unknownWord(name, words, known)))).join('\n');
}

async function unknownWord(name: string, words: readonly string[], known: readonly string[]): Promise<string> {
  const [option = ''] = name.split('=');
  const typed = words.find((word) => /^-+/.test(word) && word.replace(/^-+/, '').split('=')[0] === option);
  if (typed === undefined) return commandLineMessages.unexpectedArgument(name);
  const other = known.includes(option) ? undefined : commandWith(option, words);
  if (other !== undefined) return commandLineMessages.optionOfCommand(typed, other);
  const { nearOption } = await import('../options/reading/near-option.js');
  return commandLineMessages.unknownOption(typed, nearOption(option, known));
}

/** The command, other than the one that was called, that has an option of this name. */
function commandWith(option: string, words: readonly string[]): string | undefined {
  const others = Object.entries(commands).filter(([name]) => !words.join(' ').startsWith(name));
  return others.find(([, command]) => optionNamesOf(command.build(yargs([]))).includes(option))?.[0];
}
