import yargs, { type Argv } from 'yargs';

const epilogue = `Exit codes: 0 done; 1 a --fail-on check failed or no budget meets --target; 2 bad usage or input; 3 a check or --target is inconclusive;
70 internal error; 130 interrupted (what was done is written). Data go to stdout, everything else to stderr.`;

/**
 * A parser without commands yet: values stay text as they were typed, and nothing is printed and nobody's process ended.
 *
 * @param width columns of the help
 * @param missing what is said where no command is named
 * @param onComplaint hears of what is wrong with the words
 */
export function openParser(
  words: readonly string[],
  { version, width, missing }: { readonly version: string; readonly width: number; readonly missing: string },
  onComplaint: (message: string) => void,
): Argv {
  return yargs(words)
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
    .demandCommand(1, missing)
    .fail((message, error) => {
      if (error !== undefined && error.name !== 'YError') throw error;
      onComplaint(message);
    })
    .exitProcess(false)
    .epilogue(epilogue)
    .example('$0 audit hawaii.csv --epsilon 0.1', 'audit counts that get Laplace noise (see dpfair audit --help)');
}
