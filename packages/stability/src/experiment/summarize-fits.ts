import { type StabilityCell, stableEndings } from '@dpfair/result';
import { type GroupRates, groupRates, smallestOverLargest } from '../measures/group-rates.js';
import { overRepetitions, type RepeatedValue, type ValueRange } from '../measures/over-repetitions.js';
import { stab } from '../measures/stab.js';
import type { GroupColumn } from '../program/training-set.js';
import type { FittedClassifier } from './fitted-classifier.js';

/** What the fits of a cell are measured on. */
export interface MeasuredOn {
  /** Of each test row, 1 for the favourable class. */
  readonly labels: Int8Array;
  /** The group column, of the test rows. */
  readonly group: GroupColumn;
  /** The group that disparate impact is about, a place in the column's values. */
  readonly contrast: number;
  /** Of each of the column's values, whether it has few test rows, so that gamma is given without it too. @default none has */
  readonly small?: readonly boolean[];
  /** Within (0, 1). */
  readonly confidence: number;
}

/** What a cell says of its fits. */
export type FitsSummary = Pick<
  StabilityCell,
  | 'accuracy'
  | 'statisticalRate'
  | 'withoutSmall'
  | 'disparateImpact'
  | 'parityGap'
  | 'stab'
  | 'rates'
  | 'norm'
  | 'converged'
  | 'fits'
>;

/** What is looked at in one fit. */
interface Found {
  readonly accuracy: number;
  readonly rates: GroupRates;
  readonly norm: number | null;
}

const FRACTION: ValueRange = { atLeast: 0, atMost: 1 };
const SIZE: ValueRange = { atLeast: 0 };

/**
 * Accuracy, rates and stab of classifiers over repetitions, converged or not. A repetition in which nothing could be fitted is in no number: each is
 * then over the others, and has the reason.
 */
export function summarizeFits(fits: readonly FittedClassifier[], on: MeasuredOn): FitsSummary {
  const { labels, group, contrast, small = [], confidence } = on;
  const large = group.values.map((_, place) => place).filter((place) => small[place] !== true);
  const each = fits.map((fit) => ({
    fit,
    found:
      fit.predictions === null
        ? null
        : {
            accuracy: accuracyOf(fit.predictions, labels),
            rates: groupRates(fit.predictions, group, contrast),
            norm: fit.norm,
          },
  }));
  const known = (value: number | null): RepeatedValue => ({ value, reason: null });
  const over = (numberOf: (found: Found) => RepeatedValue, range: ValueRange = FRACTION) =>
    overRepetitions(
      each.map(({ fit, found }) =>
        found === null ? { value: null, reason: stableEndings[fit.ending] } : numberOf(found),
      ),
      confidence,
      range,
    );
  const predictions = fits.flatMap((fit) => fit.predictions ?? []);
  const without = fits.find((fit) => fit.predictions === null);
  const differing = stab(predictions, confidence);
  return {
    accuracy: over(({ accuracy }) => known(accuracy)),
    statisticalRate: over(({ rates }) => rates.statisticalRate),
    ...(large.length === group.values.length || large.length < 2
      ? {}
      : {
          withoutSmall: over(({ rates }) =>
            smallestOverLargest(large.map((place) => rates.rates[place] as RepeatedValue)),
          ),
        }),
    disparateImpact: over(({ rates }) => rates.disparateImpact, SIZE),
    parityGap: over(({ rates }) => rates.parityGap),
    stab: {
      ...differing,
      reason: differing.reason ?? (without === undefined ? null : stableEndings[without.ending]),
      ofRows: labels.length,
    },
    rates: group.values.map((value, place) => ({
      group: value,
      rate: over(({ rates }) => rates.rates[place] as RepeatedValue),
    })),
    norm: over(({ norm }) => known(norm), SIZE),
    converged: fits.filter(({ converged }) => converged).length,
    fits: each.map(({ fit: { predictions: _predictions, nearZero: _nearZero, ...fit }, found }) => ({
      ...fit,
      accuracy: found?.accuracy ?? null,
      statisticalRate: found?.rates.statisticalRate.value ?? null,
    })),
  };
}

function accuracyOf(predictions: Uint8Array, labels: Int8Array): number {
  let right = 0;
  predictions.forEach((prediction, row) => {
    if ((prediction === 1) === (labels[row] === 1)) right++;
  });
  return right / labels.length;
}
