import type { z } from 'zod';
import { messages } from '../messages.js';

/**
 * A check of an object for zod: an estimate of something that is at least zero is neither negative nor outside its interval.
 * What is null is not compared. (It cannot be said in the JSON Schema, which compares no two members.)
 *
 * @param estimate name of the member, as are the ends of its interval
 */
export function requireInterval<Name extends string>(estimate: Name, lower: Name, upper: Name) {
  return (context: z.core.ParsePayload<Readonly<Record<Name, number | null>>>): void => {
    const { [estimate]: value, [lower]: from, [upper]: to } = context.value;
    if (value === null) return;
    const refuse = (message: string) =>
      context.issues.push({ code: 'custom', input: context.value, path: [estimate], message });
    if (value < 0) refuse(messages.negative(value));
    else if ((from !== null && value < from) || (to !== null && value > to))
      refuse(messages.outsideInterval(value, from, to));
  };
}
