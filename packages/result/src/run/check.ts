import { z } from 'zod';
import { finite, finiteOrNull } from '../numbers.js';

export const checkStatuses = ['pass', 'fail', 'inconclusive', 'not-applicable', 'error'] as const;

/** The outcome of one `--fail-on` condition. `inconclusive` (the interval straddles the limit) is never a pass. */
export type CheckStatus = (typeof checkStatuses)[number];

export const checkSchema = z
  .object({
    id: z.string().describe('The condition and the cell it was tested on.'),
    status: z.enum(checkStatuses),
    estimate: finiteOrNull,
    lower: finiteOrNull,
    upper: finiteOrNull,
    limit: finite,
  })
  .describe('One condition of --fail-on, tested on one cell.');

export type Check = z.infer<typeof checkSchema>;
