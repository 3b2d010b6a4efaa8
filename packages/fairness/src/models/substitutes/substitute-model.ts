import { movedRule, type SubstituteSpec } from '@dpfair/decisions';
import type { CellModel } from '../cell-model.js';
import type { Problem } from '../problem.js';
import { ruleModel } from '../threshold-model.js';
import { classifierModel } from './classifier-model.js';
import { constantTotalModel, noPenaltyModel, perturbedSharesModel, releasedTotalModel } from './share-models.js';

/**
 * What is known of a fair substitute for a decision.
 *
 * @param original the model of the decision itself under the same post-processing.
 */
export function substituteModel(
  problem: Problem,
  truth: Float64Array,
  spec: SubstituteSpec,
  original: () => CellModel,
): CellModel {
  switch (spec.name) {
    case 'redundant-release':
      return releasedTotalModel(problem, truth, spec);
    case 'linear-proxy':
      return constantTotalModel(problem, truth, spec);
    case 'output-perturbation':
      return perturbedSharesModel(problem, truth, spec);
    case 'no-penalty':
      return noPenaltyModel(problem, truth, spec);
    case 'hold-harmless': {
      // A floor under the outcome leaves what is steady about it, but neither its closed form nor its series.
      const { exact: _exact, series: _series, ...rest } = original();
      return rest;
    }
    case 'margin':
    case 'margin-units': {
      const moved = movedRule(problem.decision, spec);
      return moved === null ? onlySimulated : ruleModel(problem, truth, moved);
    }
    case 'logistic':
    case 'svm':
      return classifierModel(problem, truth, spec);
  }
}

const onlySimulated: CellModel = {
  normaliser: () => null,
  largestOutcome: 1,
  control: () => null,
  rareClipping: () => null,
};
