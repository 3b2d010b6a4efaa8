/** What is wrong with a command line, and what may have been meant. */
export const commandLineMessages = {
  noCommand: 'a command is missing: audit, mitigate, train, report or data (see dpfair --help)',
  noDataCommand: 'a command is missing: dpfair data list or dpfair data make',
  argumentMissing: 'an argument is missing (see --help)',
  valueMissing: (option: string) => `--${option} needs a value`,
  unexpectedArgument: (word: string) => `unexpected argument: ${word}`,
  unknownOption: (word: string, near: string | undefined) =>
    `unknown option: ${word}${near === undefined ? '' : ` (did you mean --${near}?)`}`,
} as const;

/** The last line of an error that nobody expected. */
export const internalError =
  'dpfair: this is an internal error: please report it, with the command and the lines above';
