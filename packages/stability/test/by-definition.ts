// The program as its definition says it, term by term, without a thought for speed: what the solver's answers are held against.
import { type Classifier, type Kernel, type StableFairProgram, scores, type TrainingSet } from '../src/index.js';

const logistic = (score: number) => 1 / (1 + Math.exp(-score));

const lossOf = {
  logistic: (margin: number) => Math.log(1 + Math.exp(-margin)),
  hinge: (margin: number) => Math.max(0, 1 - margin),
  squared: (margin: number) => (1 - margin) ** 2,
};

export function scoresOn(set: TrainingSet, classifier: Classifier): number[] {
  return [...scores(classifier, set.features, set.rows, set.columns.length, set.groups)];
}

/** Covariances of the score with belonging to each value of each group column. */
export function covariancesByDefinition(set: TrainingSet, found: readonly number[]): number[][] {
  return set.groups.map(({ values, of }) =>
    values.map((_, value) => {
      const share = of.filter((its) => its === value).length / set.rows;
      return found.reduce((sum, score, row) => sum + ((of[row] === value ? 1 : 0) - share) * score, 0) / set.rows;
    }),
  );
}

/** Mutual information, in nats, of a label drawn by the logistic of the score and the combination of groups. */
function mutualInformation(set: TrainingSet, found: readonly number[]): number {
  const joint = new Map<string, [number, number]>();
  found.forEach((score, row) => {
    const key = set.groups.map(({ of }) => of[row]).join();
    const [no, yes] = joint.get(key) ?? [0, 0];
    joint.set(key, [no + (1 - logistic(score)) / set.rows, yes + logistic(score) / set.rows]);
  });
  const cells = [...joint.values()];
  const marginal = [0, 1].map((label) => cells.reduce((sum, cell) => sum + (cell[label] as number), 0));
  return cells.reduce(
    (sum, cell) =>
      sum +
      cell.reduce((part, share, label) => {
        return part + share * Math.log(share / ((marginal[label] as number) * (cell[0] + cell[1])));
      }, 0),
    0,
  );
}

function rateLogs(set: TrainingSet, found: readonly number[]): number {
  let sum = 0;
  for (const { values, of } of set.groups) {
    for (let value = 0; value < values.length; value++) {
      const rows = found.filter((_, row) => of[row] === value);
      if (rows.length > 0) sum += Math.log(rows.reduce((total, score) => total + logistic(score), 0) / rows.length);
    }
  }
  return sum;
}

const kernelValue = (kernel: Kernel, square: number) =>
  kernel.kind === 'rbf'
    ? Math.exp(-square / kernel.width ** 2)
    : kernel.kind === 'multiquadric'
      ? Math.sqrt(square + kernel.c ** 2)
      : 1 / Math.sqrt(square + kernel.c ** 2);

/** `||f||^2` with the intercept where it is penalised; of the multiquadric minus `a'Ka`. */
export function squaredNorm(classifier: Classifier, intercept: StableFairProgram['intercept']): number {
  const counted = intercept === 'penalised' ? 1 : 0;
  const squares = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);
  if (classifier.kind === 'linear') return squares(classifier.weights) + counted * classifier.intercept ** 2;
  if (classifier.kind === 'by-group') {
    return classifier.weights.reduce(
      (sum, weights) => sum + squares(weights),
      counted * squares(classifier.intercepts),
    );
  }
  const { points, coefficients, kernel } = classifier;
  const width = points.length / coefficients.length;
  const point = (i: number) => points.subarray(i * width, (i + 1) * width);
  let form = 0;
  coefficients.forEach((a, i) => {
    coefficients.forEach((b, j) => {
      const square = point(i).reduce((sum, value, k) => sum + (value - (point(j)[k] as number)) ** 2, 0);
      form += a * b * kernelValue(kernel, square);
    });
  });
  return (kernel.kind === 'multiquadric' ? -form : form) + counted * classifier.intercept ** 2;
}

/** Mean loss + fairness penalty + lambda ||f||^2. */
export function valueByDefinition(set: TrainingSet, program: StableFairProgram, classifier: Classifier): number {
  const found = scoresOn(set, classifier);
  const mean =
    found.reduce((sum, score, row) => sum + lossOf[program.loss]((set.labels[row] as number) * score), 0) / set.rows;
  const { fairness } = program;
  const penalty =
    fairness.kind === 'mutual-information'
      ? fairness.weight * mutualInformation(set, found)
      : fairness.kind === 'rate-logs'
        ? -fairness.weight * rateLogs(set, found)
        : 0;
  return mean + penalty + program.stabilityWeight * squaredNorm(classifier, program.intercept);
}

/** Directions in which a classifier can be moved: each gives the classifier so far along. */
export function directions(
  classifier: Classifier,
  intercept: StableFairProgram['intercept'],
): ((by: number) => Classifier)[] {
  const along = (values: Float64Array, place: number, by: number) =>
    values.map((value, k) => (k === place ? value + by : value));
  if (classifier.kind === 'linear') {
    const list = Array.from(classifier.weights, (_, j) => (by: number): Classifier => {
      return { ...classifier, weights: along(classifier.weights, j, by) };
    });
    if (intercept !== 'none') list.push((by) => ({ ...classifier, intercept: classifier.intercept + by }));
    return list;
  }
  if (classifier.kind === 'by-group') {
    return classifier.weights.flatMap((weights, group) => [
      ...Array.from(weights, (_, j) => (by: number): Classifier => {
        const moved = classifier.weights.map((own, g) => (g === group ? along(own, j, by) : own));
        return { ...classifier, weights: moved };
      }),
      ...(intercept === 'none'
        ? []
        : [(by: number): Classifier => ({ ...classifier, intercepts: along(classifier.intercepts, group, by) })]),
    ]);
  }
  const { coefficients, kernel } = classifier;
  const last = coefficients.length - 1;
  // Coefficients of the multiquadric keep their sum.
  const places = kernel.kind === 'multiquadric' ? last : last + 1;
  const list = Array.from({ length: places }, (_, j) => (by: number): Classifier => {
    const moved = along(coefficients, j, by);
    return { ...classifier, coefficients: kernel.kind === 'multiquadric' ? along(moved, last, -by) : moved };
  });
  if (intercept !== 'none') list.push((by) => ({ ...classifier, intercept: classifier.intercept + by }));
  return list;
}
