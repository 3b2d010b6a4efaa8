import type { Stage } from '../stage.js';
import { baselineRule } from './baseline-rule.js';
import { posRule } from './pos-rule.js';

/**
 * The whole way from noisy counts to shares.
 * @param weights public, null: all 1. @param start where the search for a threshold begins, in shares.
 */
export type AllotmentRule = (weights: Float64Array | null, start?: number) => readonly Stage[];

/**
 * Rules that make shares of noisy counts, by name. A new one is a file and a line here:
 * - `baseline`: BL, shares of the clipped counts;
 * - `pos`: PoS, projection onto the simplex of the shares of the noisy counts.
 */
export const allotmentRules = { baseline: baselineRule, pos: posRule } as const satisfies Record<string, AllotmentRule>;

export type AllotmentRuleName = keyof typeof allotmentRules;
export const allotmentRuleNames = Object.keys(allotmentRules) as readonly AllotmentRuleName[];
