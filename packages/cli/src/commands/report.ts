import { outputOptionsWith } from '../options/output-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { talkOptions } from '../options/run-options.js';
import type { Command } from './command.js';

/** `dpfair report RESULT.json`: draws a recorded result again. */
export const reportCommand: Command = {
  usage: 'report <result>',
  describe: 'draw a result again: table, HTML, figures, CSV; nothing is computed',
  build: (argv) =>
    argv
      .positional('result', { type: 'string', describe: 'result JSON, as --json wrote it; - is stdin' })
      .options(toYargsOptions(talkOptions, 'Run:'))
      .options(
        toYargsOptions(outputOptionsWith('one row per entity and cell (of a training: per group and step)'), 'Output:'),
      )
      .example([
        ['npx $0 audit fixtures/hawaii.csv --epsilon 0.1 --json result.json', 'makes the result'],
        ['npx $0 report result.json', 'the table and the verdict'],
        ['npx $0 report result.json --html report.html --svg figures', 'the page, and its figures as files'],
        [
          'npx $0 audit fixtures/hawaii.csv --epsilon 0.1 --json - | npx $0 report - --html report.html',
          'without a file in between',
        ],
      ]),
  run: async (given, console) => (await import('./run/run-report.js')).runReport(given, console),
};
