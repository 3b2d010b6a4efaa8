import { z } from 'zod';
import { finiteOrNull } from '../numbers.js';

/** A number with its interval, each end null where it is undefined or there was nothing to repeat. */
export const measured = (meaning: string) =>
  z.object({ estimate: finiteOrNull, lower: finiteOrNull, upper: finiteOrNull }).describe(meaning);

/** A number with its interval. */
export type Measured = z.infer<ReturnType<typeof measured>>;
