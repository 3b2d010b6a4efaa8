import { type Examples, type RiskCauseOfRows, riskCauses } from '@dpfair/result';
import type { Seed } from '@dpfair/stats';
import type { Model } from '../models/model.js';
import { nothing } from '../summary/over-repetitions.js';
import { pearsonCorrelation, spearmanCorrelation } from './correlation.js';
import { riskBins } from './risk-bins.js';
import { rowProperties } from './row-properties.js';

/** Fewer rows say too little of a correlation. */
const FEWEST_ROWS = 80;

/**
 * How the excessive risk of single training rows goes with the norm of their gradient, the norm of their features, their Hessian trace and
 * their closeness to the boundary: correlations with intervals over rows, and mean risk in ten bins.
 *
 * @param parameters those of the training without privacy, at which the properties are taken
 * @param risks excessive risk of each row; the mean over repetitions where it is simulated
 */
export function causesOfRisk(
  model: Model,
  examples: Examples,
  parameters: Float64Array,
  risks: Float64Array,
  confidence: number,
  seed: Seed,
): RiskCauseOfRows[] {
  const properties = rowProperties(model, examples, parameters);
  return riskCauses.map((cause) => {
    const property = properties[cause];
    const without = (reason: string): RiskCauseOfRows => ({
      cause,
      correlation: nothing,
      rankCorrelation: nothing,
      reason,
      bins: [],
    });
    if (property === null) return without('the model has no probabilities');
    if (!risks.every(Number.isFinite)) return without('a training diverged');
    if (examples.rows < FEWEST_ROWS) return without(`fewer than ${FEWEST_ROWS} rows`);
    const correlation = pearsonCorrelation(property, risks, confidence, seed);
    const reason = correlation.estimate === null ? 'all rows are equal in it' : null;
    return {
      cause,
      correlation,
      rankCorrelation: spearmanCorrelation(property, risks, confidence, seed),
      reason,
      bins: reason === null ? riskBins(property, risks, confidence) : [],
    };
  });
}
