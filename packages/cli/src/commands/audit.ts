import { outputOptions } from '../options/output-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { auditOptionGroups } from '../spec/audit-options.js';
import type { Command } from './command.js';

const examples = [
  [
    'npx $0 audit fixtures/hawaii.csv --epsilon 0.1',
    'who gains and who loses when shares are allotted from noisy counts',
  ],
  [
    'npx $0 audit fixtures/districts.csv --map count=poor --map group=state --epsilon 0.1,0.01 --budget 16e9 --html report.html --json result.json',
    'two privacy budgets, in dollars, by state, with a report',
  ],
  [
    'npx $0 audit fixtures/districts.csv --decision title1 --clause hold-harmless=off --map count=poor --map expenditure=weight --epsilon 0.1 --post clip --trials 256',
    'grants of Title I, with eligibility and the floors of states',
  ],
  [
    'npx $0 audit fixtures/provinces.csv --decision apportionment --seats 60 --map count=population --epsilon 0.01',
    'seats of a house; language assistance is --decision language',
  ],
  [
    "npx $0 audit fixtures/hawaii.csv --epsilon 0.1 --fail-on 'alpha>1e-4'",
    'exit 1 when the gap is above the limit (for CI)',
  ],
  ['npx $0 audit --spec result.json --html report.html', 'repeat a recorded run, with the same numbers'],
] as const;

/** `dpfair audit DATA`: fairness of a mechanism, a post-processing and a decision on a table of counts. */
export const auditCommand: Command = {
  usage: 'audit [data]',
  describe: 'who is treated worse because of the privacy noise, by how much, how sure are we',
  build: (argv) => {
    argv.positional('data', {
      type: 'string',
      describe: 'CSV or SAIPE file, one row per entity; - is stdin (or data in --spec)',
    });
    for (const [group, table] of Object.entries(auditOptionGroups)) argv.options(toYargsOptions(table, group));
    return argv
      .options(toYargsOptions({ ...specOptions, ...runOptions, ...checkpointOptions, ...talkOptions }, 'Run:'))
      .options(toYargsOptions(outputOptions, 'Output:'))
      .example(examples.map(([command, meaning]) => [command, meaning] as [string, string]));
  },
  run: async (given, console) => (await import('./run/run-audit.js')).runAudit(given, console),
};
