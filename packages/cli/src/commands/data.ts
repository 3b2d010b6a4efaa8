import { listOutputOptions, makeOptions, makeOutputOptions } from '../options/data-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { talkOptions } from '../options/run-options.js';
import type { Command } from './command.js';

/** `dpfair data list`: the data sets that are known, with where they come from. */
export const dataListCommand: Command = {
  usage: 'list',
  describe: 'list the data sets that come with dpfair or can be made, with provenance and licence',
  build: (argv) =>
    argv.options(toYargsOptions(listOutputOptions, 'Output:')).example([
      ['npx $0 data list', 'as a table'],
      ['npx $0 data list --json -', 'as JSON on stdout'],
    ]),
  run: async (given, console) => (await import('./run/run-data.js')).runDataList(given, console),
};

/** `dpfair data make`: generated data, labelled as such. */
export const dataMakeCommand: Command = {
  usage: 'make <name>',
  describe: 'write a data set that comes with dpfair, or make one from a seed; generated rows say that they are',
  build: (argv) =>
    argv
      .positional('name', {
        type: 'string',
        describe: 'hawaii, districts, loans, generate-districts or generate-loans (a name of dpfair data list)',
      })
      .options(toYargsOptions({ ...makeOptions, ...talkOptions }, 'Run:'))
      .options(toYargsOptions(makeOutputOptions, 'Output:'))
      .example([
        ['npx $0 data make districts --rows 1000 --seed 2021 --csv districts.csv', 'a thousand school districts'],
        ['npx $0 data make districts --rows 20', 'twenty, on stdout'],
        ['npx $0 data make hawaii --csv hawaii.csv', 'the counties of Hawaii, which take no seed and no rows'],
      ]),
  run: async (given, console) => (await import('./run/run-data.js')).runDataMake(given, console),
};
