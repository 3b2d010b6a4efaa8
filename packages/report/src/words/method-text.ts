import type { Cell, EstimatorId } from '@dpfair/result';
import { type MethodText, methodTexts } from '../messages/method-messages.js';

type Analytic = Exclude<EstimatorId, 'montecarlo'>;

const analytic: Readonly<Record<Analytic, MethodText>> = {
  unbiased: methodTexts.exactLinear,
  clipping: methodTexts.exactClip,
  'baseline-quadrature': methodTexts.exactBaseline,
  curvature: methodTexts.curvatureSeries,
  'simplex-expansion': methodTexts.thresholdSeries,
  'pos-expansion': methodTexts.thresholdSeries,
  'separate-crossings': methodTexts.crossingSeries,
  'simplex-inversion': methodTexts.exactSimplex,
  'rule-quadrature': methodTexts.exactRule,
  'rule-sum': methodTexts.exactRuleSum,
  'seat-quadrature': methodTexts.exactSeats,
  'seat-sum': methodTexts.exactSeatSum,
  proportional: methodTexts.proportional,
  'normaliser-expansion': methodTexts.normaliserSeries,
  'classifier-quadrature': methodTexts.classifier,
};

/** The plain description of how a cell was computed; a result that does not name its estimators gets that of the method. */
export function methodText({ decision, method, estimator, controlVariates, entities }: Cell): MethodText {
  if (method === 'montecarlo' && entities.probability !== undefined) return methodTexts.answers;
  if (method === 'montecarlo' && decision === 'apportionment') return methodTexts.seats;
  if (method === 'montecarlo') return controlVariates ? methodTexts.controlled : methodTexts.plain;
  if (estimator && estimator !== 'montecarlo') return analytic[estimator];
  return method === 'series' ? methodTexts.seriesOther : methodTexts.exactOther;
}
