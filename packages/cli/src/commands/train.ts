import { outputOptionsWith, trainingRows } from '../options/output-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { modelOutputOptions } from '../options/train/model-output-options.js';
import { trainOptionGroups } from '../spec/train/train-options.js';
import type { Command } from './command.js';

const examples = [
  [
    'npx $0 train fixtures/loans.csv --label approved --group region --epsilon 3',
    'what private training costs each region, beside the same training without privacy',
  ],
  [
    'npx $0 train fixtures/loans.csv --label approved --group years --group-bands 15,30 --model network --hidden 16 --epsilon 3,1 --html report.html --json result.json',
    'groups by a number, two budgets of a network, with a report; UCI Adult and Bank are read as they are downloaded',
  ],
  [
    "npx $0 train fixtures/loans.csv --label approved --group region --sigma 2 --clipping by-group --fail-on 'gap>0.5'",
    'DPSGD-F by its noise multiplier; exit 1 when the gap is above the limit (for CI)',
  ],
  [
    'npx $0 train audit fixtures/training-log-1.jsonl',
    'the log of a training that was run elsewhere: see dpfair train audit --help',
  ],
  ['npx $0 train --spec result.json --html report.html', 'repeat a recorded run, with the same numbers'],
] as const;

/** `dpfair train DATA`: what private training costs each group, and why. */
export const trainCommand: Command = {
  usage: 'train [data]',
  describe: 'who pays for private training: the excessive risk of each group, split into clipping and noise',
  build: (argv) => {
    argv.positional('data', {
      type: 'string',
      describe: 'CSV, Parquet, UCI Adult or UCI Bank file, one row per example; - is stdin (or data in --spec)',
    });
    for (const [group, table] of Object.entries(trainOptionGroups)) argv.options(toYargsOptions(table, group));
    return argv
      .options(toYargsOptions({ ...specOptions, ...runOptions, ...checkpointOptions, ...talkOptions }, 'Run:'))
      .options(toYargsOptions({ ...outputOptionsWith(trainingRows), ...modelOutputOptions }, 'Output:'))
      .example(examples.map(([command, meaning]) => [command, meaning] as [string, string]));
  },
  run: async (given, console) => (await import('./run/run-train.js')).runTrain(given, console),
};
