import { mitigationOptions } from '../../options/mitigation-options.js';
import type { OptionTable } from '../../options/reading/option.js';
import { auditOptionGroups, auditOptions } from '../audit-options.js';

/** The options that make up a `MitigateSpec`, by the heading they stand under in the help. */
export const mitigateOptionGroups = {
  ...auditOptionGroups,
  'Mitigation:': mitigationOptions,
} as const satisfies Record<string, OptionTable>;

/** All of them in one table, with the data file. */
export const mitigateOptions: OptionTable = { ...auditOptions, ...mitigationOptions };
