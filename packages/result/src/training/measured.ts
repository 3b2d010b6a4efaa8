import { z } from 'zod';
import { requireInterval } from '../cell/interval.js';
import { finiteOrNull } from '../numbers.js';

/** A number with its interval, each end null where it is undefined or there was nothing to repeat. */
export const measured = (meaning: string) =>
  z.object({ estimate: finiteOrNull, lower: finiteOrNull, upper: finiteOrNull }).describe(meaning);

/** The same for what is at least zero; an estimate outside its own interval is refused. */
export const measuredSize = (meaning: string) =>
  measured(meaning)
    .check(requireInterval('estimate', 'lower', 'upper'))
    .describe(meaning);

/** A number with its interval. */
export type Measured = z.infer<ReturnType<typeof measured>>;
