import { outputOptions } from '../options/output-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { mitigateOptionGroups } from '../spec/mitigate/mitigate-options.js';
import type { Command } from './command.js';

const examples = [
  [
    'npx $0 mitigate fixtures/hawaii.csv --epsilon 0.1 --json result.json',
    'what narrows the gap of an allotment, and at what price',
  ],
  [
    'npx $0 mitigate fixtures/districts.csv --map count=poor --epsilon 0.01 --budget 16e9 --normaliser-at-least 5e9 --html report.html',
    'with a public lower limit of the weighted total, in dollars, with a report',
  ],
  [
    "npx $0 mitigate fixtures/districts.csv --decision threshold --rule 'poor > 0.15 * children' --epsilon 0.1 --margin 2",
    'a yes-or-no rule: classifiers, and its threshold moved',
  ],
  [
    "npx $0 mitigate fixtures/hawaii.csv --decision identity --post clip --target 'alpha<0.01'",
    'the smallest epsilon that is fair enough',
  ],
  [
    'npx $0 mitigate --spec result.json --mitigation more-epsilon --epsilon-factor 4',
    'the audit of a result, and four times its budget',
  ],
] as const;

/** `dpfair mitigate DATA`: what removes the unfairness of a decision, and at what price. */
export const mitigateCommand: Command = {
  usage: 'mitigate [data]',
  describe: 'what removes the unfairness: mitigations on the same noise, and their price',
  build: (argv) => {
    argv.positional('data', {
      type: 'string',
      describe: 'CSV or SAIPE file, one row per entity; - is stdin (or data in --spec)',
    });
    for (const [group, table] of Object.entries(mitigateOptionGroups)) argv.options(toYargsOptions(table, group));
    return argv
      .options(toYargsOptions({ ...specOptions, ...runOptions, ...checkpointOptions, ...talkOptions }, 'Run:'))
      .options(toYargsOptions(outputOptions, 'Output:'))
      .example(examples.map(([command, meaning]) => [command, meaning] as [string, string]));
  },
  run: async (given, console) => (await import('./run/run-mitigate.js')).runMitigate(given, console),
};
