import { type AllotmentRuleName, allotmentRuleNames } from './allotment/allotment-rules.js';
import { type CountPostName, countPostNames } from './post-processing/count-posts.js';

/** Everything that `--post` can name: post-processing of counts, and rules that make shares of them. */
export type PostName = CountPostName | AllotmentRuleName;
export const postNames: readonly PostName[] = [...countPostNames, ...allotmentRuleNames];
