import type { Clipping, ClippingRule } from './clipping.js';
import { adaptiveRule } from './clipping-rules/adaptive.js';
import { automaticRule } from './clipping-rules/automatic.js';
import { byGroupRule } from './clipping-rules/by-group.js';
import { flatRule } from './clipping-rules/flat.js';
import { globalAdaptiveRule, globalRule } from './clipping-rules/global.js';
import { parityRule } from './clipping-rules/parity.js';
import { perLayerRule } from './clipping-rules/per-layer.js';

/** A fresh rule at work: rules that adapt begin anew. `blocks` and `groups` are the numbers of layers and groups. */
export function clippingRule(clipping: Clipping, blocks: number, groups: number): ClippingRule {
  switch (clipping.rule) {
    case 'flat':
      return flatRule(clipping.bound);
    case 'per-layer':
      return perLayerRule(clipping.bound, blocks);
    case 'automatic':
      return automaticRule(clipping.bound, clipping.stability);
    case 'adaptive':
      return adaptiveRule(clipping.bound, clipping.quantile, clipping.rate, clipping.countNoise);
    case 'by-group':
      return byGroupRule(clipping.bound, groups, clipping.countNoise);
    case 'global':
      return globalRule(clipping.bound, clipping.limit);
    case 'global-adaptive':
      return globalAdaptiveRule(clipping.bound, clipping.limit, clipping.rate, clipping.countNoise);
    case 'parity':
      return parityRule(clipping, groups);
  }
}
