import { type GroupOutcome, isSmallGroup, type Measured } from '@dpfair/result';
import type { RecordedColumn, RecordedPath } from '../decomposition/path-recorder.js';
import type { Performance } from '../evaluation/evaluate.js';
import { accumulate } from './accumulate.js';
import type { AccumulatedTerms } from './accumulated-terms.js';
import { asFraction } from './as-fraction.js';
import { nothing, overRepetitions } from './over-repetitions.js';

/** One group, or all rows, in one repetition. */
export interface RepeatedGroup {
  readonly private: { readonly training: Performance; readonly test: Performance };
  readonly nonPrivate: { readonly training: Performance; readonly test: Performance };
  /** Mean training loss of the training that clips but adds no noise. */
  readonly clippedLoss: number;
  readonly terms: AccumulatedTerms | null;
  readonly path: RecordedPath | null;
  /** Tracked steps, and how many there were in all. */
  readonly tracked: ArrayLike<number>;
  readonly steps: number;
}

const noPair = { nonPrivate: nothing, private: nothing };

/** What is known of a group whatever the trainings did. */
export interface AboutGroup {
  readonly group: string;
  /** Training rows; null where they are not known. */
  readonly training: number | null;
  readonly test: number;
  /** What 1 of a number that is predicted is in the unit of the label; null for classes. */
  readonly targetUnit: number | null;
  /** Mean norm of the inputs of its training rows; NaN where there are none, or where they are not known. */
  readonly inputNorm: number;
}

/** Means over repetitions of what private training does to one group. */
export function groupOutcome(
  about: AboutGroup,
  repetitions: readonly RepeatedGroup[],
  population: readonly RepeatedGroup[],
  confidence: number,
): GroupOutcome {
  const measure = (of: (group: RepeatedGroup, k: number) => number): Measured =>
    overRepetitions(repetitions.map(of), confidence);
  const pair = (of: (side: RepeatedGroup['private']) => number) => ({
    nonPrivate: measure((group) => of(group.nonPrivate)),
    private: measure((group) => of(group.private)),
  });
  const fractions = (of: (side: RepeatedGroup['private']) => number) => ({
    nonPrivate: asFraction(measure((group) => of(group.nonPrivate))),
    private: asFraction(measure((group) => of(group.private))),
  });
  const total = (terms: Float64Array | undefined) => terms?.[terms.length - 1] ?? Number.NaN;
  const remainder = (group: RepeatedGroup) =>
    riskOf(group) - total(group.terms?.clipping) - total(group.terms?.noise) - total(group.terms?.path);
  const tracked = (column: RecordedColumn) => measure((group) => meanOverSteps(group, column)).estimate;
  return {
    group: about.group,
    rows: { training: about.training, test: about.test },
    small: about.training !== null && isSmallGroup(about.training),
    loss: pair(({ training }) => training.loss),
    excessiveRisk: measure(riskOf),
    gap: measure((group, k) => riskOf(group) - riskOf(population[k] as RepeatedGroup)),
    clippingPart: measure((group) => group.clippedLoss - group.nonPrivate.training.loss),
    noisePart: measure((group) => group.private.training.loss - group.clippedLoss),
    clipping: measure((group) => total(group.terms?.clipping)),
    noise: measure((group) => total(group.terms?.noise)),
    path: measure((group) => total(group.terms?.path)),
    remainder: measure(remainder),
    accuracy: about.test === 0 ? noPair : fractions(({ test }) => test.accuracy),
    testError:
      about.test === 0 || about.targetUnit === null
        ? noPair
        : pair(({ test }) => rootMeanSquare(test.loss, about.targetUnit as number)),
    calibration: about.test === 0 ? noPair : fractions(({ test }) => test.calibration),
    clipRate: tracked('clipRate'),
    gradientNorm: tracked('meanGradientNorm'),
    inputNorm: Number.isFinite(about.inputNorm) ? about.inputNorm : null,
    hessianTrace: tracked('hessianTrace'),
    boundary: tracked('boundary'),
  };
}

/** Root mean squared error in the unit of the label, of a mean loss of half the squared error. */
const rootMeanSquare = (loss: number, targetUnit: number): number => targetUnit * Math.sqrt(2 * loss);

function riskOf({ private: side, nonPrivate: twin }: RepeatedGroup): number {
  return side.training.loss - twin.training.loss;
}

/** Mean over all steps from the first tracked one, those in between filled in. */
function meanOverSteps({ path, tracked, steps }: RepeatedGroup, column: RecordedColumn): number {
  if (path === null) return Number.NaN;
  return (accumulate(tracked, path[column], steps)[tracked.length] as number) / (steps - (tracked[0] as number));
}
