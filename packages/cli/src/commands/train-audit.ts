import { outputOptionsWith, trainingRows } from '../options/output-options.js';
import { toYargsOptions } from '../options/reading/option.js';
import { talkOptions } from '../options/run-options.js';
import { logOptions } from '../options/train/log-options.js';
import type { Command } from './command.js';

const examples = [
  [
    'npx $0 train audit fixtures/training-log-1.jsonl --html report.html',
    'what clipping and noise did to each group, step by step, from what a training wrote down',
  ],
  [
    'npx $0 train audit fixtures/training-log-1.jsonl fixtures/training-log-2.jsonl --json result.json',
    'two repetitions of one training, with intervals; docs/methods/training-logs.md has the fields, and a loop in NumPy',
  ],
  [
    "npx $0 train audit fixtures/training-log-1.jsonl fixtures/training-log-2.jsonl --fail-on 'gap>2'",
    'exit 1 when the gap is above the limit (for CI)',
  ],
] as const;

/** `dpfair train audit LOG...`: the decomposition of a training that was run elsewhere, from its log. */
export const trainAuditCommand: Command = {
  usage: 'audit <log..>',
  describe: 'the same from the log of a training that was run elsewhere, in any language; several logs are repetitions',
  build: (argv) =>
    argv
      .positional('log', {
        type: 'string',
        describe:
          'JSON lines or Parquet, one object a step and group; - is stdin; a file that is called audit is ./audit',
      })
      .options(toYargsOptions(logOptions, 'Training:'))
      .options(toYargsOptions(talkOptions, 'Run:'))
      .options(toYargsOptions(outputOptionsWith(trainingRows), 'Output:'))
      .example(examples.map(([command, meaning]) => [command, meaning] as [string, string])),
  run: async (given, console) => (await import('./run/run-train-audit.js')).runTrainAudit(given, console),
};
