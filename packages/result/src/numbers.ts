import { z } from 'zod';

/** A finite number. NaN and Infinity never appear in a result: what is undefined is null, with a reason beside it. */
export const finite = z.number();
/** A finite number, or null where it is undefined or was not asked for. */
export const finiteOrNull = finite.nullable();
export const nonNegative = z.number().min(0);
export const probability = z.number().min(0).max(1);
export const wholeNumber = z.int().min(0);
