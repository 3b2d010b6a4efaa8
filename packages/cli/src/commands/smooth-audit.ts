import { outputOptionsWith, smoothingRows } from '../options/output-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { pairOptionGroups } from '../spec/smooth/smooth-options.js';
import type { Command } from './command.js';

const examples = [
  [
    'npx $0 train fixtures/loans.csv --label approved --group region --epsilon 3 --model-out model.json',
    'a model to search; an ONNX file of a model that was trained elsewhere will do as well',
  ],
  [
    'npx $0 smooth audit fixtures/loans.csv --model model.json --metric uniform --protected community',
    'nearest rows, and each row as if from every other community; of the model as it is and smoothed',
  ],
  [
    "npx $0 smooth audit fixtures/loans.csv --model model.json --metric minimal --answers probabilities --of model --fail-on 'violations>0'",
    'exit 1 when the probabilities of a logistic model break the metric that is the smallest for them (for CI)',
  ],
] as const;

/** `dpfair smooth audit DATA`: the search for pairs that are treated unfairly. */
export const smoothAuditCommand: Command = {
  usage: 'audit [data]',
  describe: 'the pairs of people whom a model treats more differently than they are, as it is and smoothed',
  build: (argv) => {
    argv.positional('data', {
      type: 'string',
      describe: 'as of dpfair smooth; - is stdin (or data in --spec); a file that is called audit is ./audit',
    });
    for (const [group, table] of Object.entries(pairOptionGroups)) argv.options(toYargsOptions(table, group));
    return argv
      .options(toYargsOptions({ ...specOptions, ...runOptions, ...checkpointOptions, ...talkOptions }, 'Run:'))
      .options(toYargsOptions(outputOptionsWith(smoothingRows), 'Output:'))
      .example(examples.map(([command, meaning]) => [command, meaning] as [string, string]));
  },
  run: async (given, console) => (await import('./run/run-smooth.js')).runSmoothAudit(given, console),
};
