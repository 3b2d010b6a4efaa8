import { outputOptionsWith, stabilityRows } from '../options/output-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { stableOptionGroups } from '../spec/stable/stable-options.js';
import type { Command } from './command.js';

const examples = [
  [
    'npx $0 stable fixtures/loans.csv --label approved --group region --repetitions 10 --lambda 0,0.01,0.1',
    'fair classifiers of four kinds, how accurate and fair they are, and on how many rows two trainings differ',
  ],
  [
    'npx $0 stable fixtures/loans.csv --label approved --group region --algorithm zvrg,private --epsilon 3 --replace 5 --html report.html --json result.json',
    'beside the stability of a private training, with uniform stability measured, and a report',
  ],
  [
    "npx $0 stable fixtures/loans.csv --label approved --group region --algorithm zvrg --lambda 0.1 --seed 1 --fail-on 'gamma<.5'",
    'exit 1 when a cell is beyond the limit (for CI); stab>LIMIT and accuracy<LIMIT likewise',
  ],
  ['npx $0 stable --spec result.json --html report.html', 'repeat a recorded run, with the same numbers'],
] as const;

/** `dpfair stable DATA`: fair classifiers with a stability term, and how far they agree over repetitions. */
export const stableCommand: Command = {
  usage: 'stable [data]',
  describe: 'whether fair classifiers stay fair, and the same, when their training rows change: stab, gamma, accuracy',
  build: (argv) => {
    argv.positional('data', {
      type: 'string',
      describe:
        'CSV, Parquet, UCI Adult or UCI Bank file, one row per example, or the folder of a --dataset; - is stdin (or data in --spec)',
    });
    for (const [group, table] of Object.entries(stableOptionGroups)) argv.options(toYargsOptions(table, group));
    return argv
      .options(toYargsOptions({ ...specOptions, ...runOptions, ...checkpointOptions, ...talkOptions }, 'Run:'))
      .options(toYargsOptions(outputOptionsWith(stabilityRows), 'Output:'))
      .example(examples.map(([command, meaning]) => [command, meaning] as [string, string]));
  },
  run: async (given, console) => (await import('./run/run-stable.js')).runStable(given, console),
};
