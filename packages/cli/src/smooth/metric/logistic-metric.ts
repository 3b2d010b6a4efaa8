import { logisticWeights, type Metric, metricFromScales } from '@dpfair/individual';
import { describeModel, makeModel, minimize } from '@dpfair/learning';
import { DpfairError, type Examples } from '@dpfair/result';
import { meanAndDeviation } from '@dpfair/stats';
import { smoothFaults } from '../../messages/smooth.js';

/** A metric whose weights are the sizes of a logistic regression's coefficients. */
export interface LogisticMetric {
  readonly metric: Metric;
  /** Norm of the gradient where the search ended without a minimum; null where it found one. */
  readonly gradientLeft: number | null;
}

/**
 * Fits a logistic regression to examples and makes a metric of it: weights proportional to the sizes of its coefficients, with mean 1. The objective is
 * the mean loss + |coefficients|^2 / (2 n), all features standardised for the fit (so that the penalty treats them alike) and the coefficients put back.
 *
 * A mean over columns of different units would say nothing: weights of numbers that the model reads unscaled are scaled to mean 1 per standard
 * deviation, and then put back to their units.
 *
 * @param unscaled whether a feature is a number in the unit of its column
 * @param file named in errors
 * @throws DpfairError `usage` for more than two classes, `input` for rows of one class and for features that are all constant
 */
export function logisticMetric(
  norm: number,
  examples: Examples,
  unscaled: readonly boolean[],
  file: string,
): LogisticMetric {
  const { rows, featureNames, classNames, target } = examples;
  if (classNames.length !== 2) throw new DpfairError('usage', smoothFaults.logisticClasses(classNames.length));
  const [first = 0] = target;
  if (target.every((value) => value === first)) {
    throw new DpfairError('input', smoothFaults.logisticRows(file, rows, classNames[first] ?? ''));
  }
  const { features, deviations } = standardised(examples);
  if (deviations.every((deviation) => deviation === 0)) {
    throw new DpfairError('input', smoothFaults.constantFeatures(file));
  }
  const model = makeModel(describeModel({ kind: 'logistic', inputs: featureNames.length, classes: 2 }));
  const fitted = minimize(model, { ...examples, features }, { regularization: 1 / rows, tolerance: 1e-8 });
  const isUnscaled = (i: number) => unscaled[i] === true && deviations[i] !== 0;
  const coefficients = Array.from(fitted.parameters, (value, i) => {
    const deviation = deviations[i] ?? 1;
    if (deviation === 0) return 0;
    return isUnscaled(i) ? value : value / deviation;
  });
  const { scales } = logisticWeights(norm, coefficients, featureNames);
  return {
    metric: metricFromScales(
      norm,
      scales.map((scale, i) => (isUnscaled(i) ? scale / (deviations[i] as number) : scale)),
      featureNames,
    ),
    gradientLeft: fitted.converged ? null : fitted.gradientNorm,
  };
}

/** Features minus their means over their standard deviations; those that are constant become 0, with deviation 0. */
function standardised({ rows, features, featureNames }: Examples) {
  const width = featureNames.length;
  const out = new Float64Array(features.length);
  const deviations = new Float64Array(width);
  for (let i = 0; i < width; i++) {
    const { mean, deviation } = meanAndDeviation(
      Float64Array.from({ length: rows }, (_, row) => features[row * width + i] as number),
    );
    if (deviation === 0) continue;
    deviations[i] = deviation;
    for (let row = 0; row < rows; row++)
      out[row * width + i] = ((features[row * width + i] as number) - mean) / deviation;
  }
  return { features: out, deviations };
}
