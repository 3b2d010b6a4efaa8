import { parseRule, title1EligibilityRule, title1Run } from '@dpfair/decisions';
import { title1Control } from '../controls/title1/title1-control.js';
import type { CellModel } from './cell-model.js';
import type { Problem } from './problem.js';
import { ruleModel } from './threshold-model.js';

/**
 * What is known of Title I: it is simulated, with a control variate where only the counts of formula children are noisy and each is used
 * by itself. A projection ties the counts together.
 */
export function title1Model(problem: Problem, truth: Float64Array): CellModel {
  const { decision, post, input, noise } = problem;
  const separate = post === 'none' || post === 'clip';
  if (decision.parameters.event !== undefined && separate) {
    return ruleModel(problem, truth, parseRule(title1EligibilityRule(decision.parameters)));
  }
  const alone = decision.privateRoles.length === 1 && decision.unit === 'share';
  return {
    normaliser: () => null,
    largestOutcome: 1,
    control: () =>
      separate && alone ? title1Control(title1Run(input, decision.parameters), truth, noise, post === 'clip') : null,
    rareClipping: () => null,
  };
}
