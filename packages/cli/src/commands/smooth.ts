import { outputOptionsWith, smoothingRows } from '../options/output-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { smoothOptionGroups } from '../spec/smooth/smooth-options.js';
import type { Command } from './command.js';

const examples = [
  [
    'npx $0 train fixtures/loans.csv --label approved --group region --epsilon 3 --model-out model.json',
    'a model to smooth; an ONNX file of a model that was trained elsewhere will do as well',
  ],
  [
    'npx $0 smooth fixtures/loans.csv --model model.json --metric income=1,debt=1,years=1,community=0 --csv rows.csv',
    'probabilities that differ by no more than people do, row by row; what the model reads of the community is the same for all',
  ],
  [
    'npx $0 smooth fixtures/loans.csv --model model.json --metric uniform --metric-scale 0.5,1,2,5 --html report.html',
    'what fairness costs in accuracy, over the scale of the metric',
  ],
  [
    'npx $0 smooth fixtures/loans.csv --model model.json --metric uniform --excess 0.02 --delta 1e-5 --adaptive --scope all-pairs',
    'as many draws for each row as a guarantee for all pairs asks for',
  ],
  [
    'npx $0 smooth audit fixtures/loans.csv --model model.json --metric uniform',
    'the pairs that the model treats more differently than they are: see dpfair smooth audit --help',
  ],
] as const;

/** `dpfair smooth DATA`: a model made individually fair by noise. */
export const smoothCommand: Command = {
  usage: 'smooth [data]',
  describe:
    'similar people, similar answers: a model made individually fair by asking it about noisy copies of each row',
  build: (argv) => {
    argv.positional('data', {
      type: 'string',
      describe: 'CSV, Parquet, UCI Adult or UCI Bank file, one row per person; - is stdin (or data in --spec)',
    });
    for (const [group, table] of Object.entries(smoothOptionGroups)) argv.options(toYargsOptions(table, group));
    return argv
      .options(toYargsOptions({ ...specOptions, ...runOptions, ...checkpointOptions, ...talkOptions }, 'Run:'))
      .options(toYargsOptions(outputOptionsWith(smoothingRows), 'Output:'))
      .example(examples.map(([command, meaning]) => [command, meaning] as [string, string]));
  },
  run: async (given, console) => (await import('./run/run-smooth.js')).runSmooth(given, console),
};
