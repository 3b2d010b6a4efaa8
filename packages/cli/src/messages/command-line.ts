/** What is wrong with a command line, and what may have been meant. */
export const commandLineMessages = {
  noCommand: (names: readonly string[]) =>
    `a command is missing: ${names.slice(0, -1).join(', ')} or ${names.at(-1)} (see dpfair --help)`,
  noDataCommand: 'a command is missing: dpfair data list or dpfair data make',
  argumentMissing: 'an argument is missing (see --help)',
  valueMissing: (option: string) => `--${option} needs a value`,
  unexpectedArgument: (word: string) => `unexpected argument: ${word}`,
  optionOfCommand: (word: string, command: string) => `unknown option: ${word} (that is dpfair ${command})`,
  unknownOption: (word: string, near: string | undefined) =>
    `unknown option: ${word}${near === undefined ? '' : ` (did you mean --${near}?)`}`,
} as const;

/** The last line of an error that nobody expected. */
export const internalError =
  'dpfair: this is an internal error: please report it, with the command and the lines above';
