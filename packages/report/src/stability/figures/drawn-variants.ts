import type { StabilityResult } from '@dpfair/result';
import { stabilityWords as words } from '../../messages/stability/word-messages.js';
import { variantLabels } from '../variants.js';

/** As many lines as there are styles. */
const MOST_LINES = 5;

/** Which variants have a line: all where there are styles for them, else the first of each algorithm. */
export interface DrawnVariants {
  readonly drawn: readonly string[];
  readonly left: readonly string[];
}

/** The variants that figures draw, each with the place of its style, and those that are in tables only. */
export function drawnVariants(result: StabilityResult): DrawnVariants {
  const all = variantLabels(result);
  if (all.length <= MOST_LINES) return { drawn: all, left: [] };
  const names = Object.values(words.algorithms).map((name) => name());
  const first = names.flatMap((name) => all.find((label) => label === name || label.startsWith(`${name} `)) ?? []);
  const drawn = all.filter((label) => first.includes(label)).slice(0, MOST_LINES);
  return { drawn, left: all.filter((label) => !drawn.includes(label)) };
}
