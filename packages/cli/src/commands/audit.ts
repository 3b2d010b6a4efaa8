import { outputOptions } from '../options/output-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { checkpointOptions, runOptions, specOptions, talkOptions } from '../options/run-options.js';
import { auditOptionGroups } from '../spec/audit-options.js';
import type { Command } from './command.js';

const examples = [
  ['$0 audit hawaii.csv --epsilon 0.1', 'who gains and who loses when shares are allotted from noisy counts'],
  [
    '$0 audit districts.csv --map count=poor --map group=state --epsilon 0.1,0.01 --budget 16e9 --html report.html',
    'two privacy budgets, in dollars, by state, with a report',
  ],
  [
    "$0 audit ussd21.txt --join ppe.csv --on 'State Postal Code=postal' --map weight=ppe --epsilon 0.1 --json result.json",
    'a Census file with the weights from another file',
  ],
  ["$0 audit hawaii.csv --epsilon 0.1 --fail-on 'alpha>1e-5'", 'exit 1 when the gap is above the limit (for CI)'],
  ['$0 audit --spec result.json --html report.html', 'repeat a recorded run, with the same numbers'],
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
  run: async (given, console) => (await import('./run-audit.js')).runAudit(given, console),
};
