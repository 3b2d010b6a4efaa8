import { estimationOptions } from '../options/estimation-options.js';
import { inputOptions } from '../options/input-options.js';
import { outcomeOptions } from '../options/outcome-options.js';
import { privacyOptions } from '../options/privacy-options.js';
import type { OptionTable } from '../options/reading/option.js';
import { text } from '../options/reading/values.js';

/** The options that make up an `AuditSpec`, by the heading they stand under in the help. */
export const auditOptionGroups = {
  'Input:': inputOptions,
  'Noise:': privacyOptions,
  'Decision:': outcomeOptions,
  'Estimation:': estimationOptions,
} as const satisfies Record<string, OptionTable>;

/** All of them in one table, with the data file, which on a command line is the argument DATA. */
export const auditOptions: OptionTable = {
  data: { describe: 'the file that is audited', read: text },
  ...inputOptions,
  ...privacyOptions,
  ...outcomeOptions,
  ...estimationOptions,
};
