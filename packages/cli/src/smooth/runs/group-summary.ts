import { type Examples, isSmallGroup, type Measured, type SmoothedGroup } from '@dpfair/result';
import { addValue, clopperPearson, emptyMoments, standardError, studentQuantile } from '@dpfair/stats';
import type { RowAnswers } from './row-answers.js';

/** What is summarized: rows of examples, the class that the model names for each, and what the smoothed model says. */
export interface Answered {
  readonly examples: Examples;
  /** Whether the targets of the examples are known: without them there is no accuracy and no probability of the right class. */
  readonly isLabelled: boolean;
  /** The class that the model names for each example. */
  readonly model: Int32Array;
  readonly smoothed: RowAnswers;
  /** Whether all rows share their draws, so that their errors do not average out. */
  readonly shared: boolean;
  readonly confidence: number;
}

/**
 * What smoothing does to some of the rows: accuracy with Clopper-Pearson intervals, means of probabilities with Student's. Before smoothing an
 * answer is certain: what is smoothed is the class that the model names, not a probability that it may have of its own. With shared draws the
 * interval of a smoothed mean is widened by the standard error that the draws leave if all rows err alike.
 *
 * @param places of the smoothed rows
 */
export function groupSummary(group: string, places: readonly number[], answered: Answered): SmoothedGroup {
  const { examples, isLabelled, model, smoothed, shared, confidence } = answered;
  const classes = examples.classNames.length;
  const rows = places.length;
  const rowAt = (place: number) => smoothed.points[place] as number;
  const targetAt = (place: number) => examples.target[rowAt(place)] as number;
  const share = (isRight: (place: number) => boolean): Measured => {
    const right = places.reduce((sum, place) => sum + Number(isRight(place)), 0);
    return rows === 0 ? nothing : { estimate: right / rows, ...clopperPearson(right, rows, confidence) };
  };
  const mean = (values: number[], drawError: number): Measured => meanOf(values, drawError, confidence);
  const ofModel = (place: number, y: number) => Number(model[rowAt(place)] === y);
  const ofSmoothed = (place: number, y: number) => smoothed.probabilities[place * classes + y] as number;
  const pair = (classAt: (place: number) => number) => {
    const after = places.map((place) => ofSmoothed(place, classAt(place)));
    const drawErrors = places.map((place, k) => {
      const p = after[k] as number;
      return Math.sqrt((p * (1 - p)) / (smoothed.samples[place] as number));
    });
    const drawError = shared && rows > 0 ? drawErrors.reduce((sum, error) => sum + error, 0) / rows : 0;
    return {
      model: mean(
        places.map((place) => ofModel(place, classAt(place))),
        0,
      ),
      smoothed: mean(after, drawError),
    };
  };
  const abstained = places.filter((place) => smoothed.named[place] === null).length;
  return {
    group,
    rows,
    small: isSmallGroup(rows),
    accuracy: isLabelled
      ? {
          model: share((place) => model[rowAt(place)] === targetAt(place)),
          smoothed: share((place) => smoothed.named[place] === targetAt(place)),
        }
      : { model: nothing, smoothed: nothing },
    confidence: isLabelled ? pair(targetAt) : { model: nothing, smoothed: nothing },
    positive: pair(() => classes - 1),
    abstained: smoothed.selected && rows > 0 ? abstained / rows : null,
  };
}

const nothing: Measured = { estimate: null, lower: null, upper: null };

function meanOf(values: readonly number[], drawError: number, confidence: number): Measured {
  const moments = values.reduce(addValue, emptyMoments);
  if (moments.count === 0) return nothing;
  if (moments.count === 1) return { estimate: moments.mean, lower: null, upper: null };
  const quantile = studentQuantile((1 + confidence) / 2, moments.count - 1);
  const half = quantile * Math.hypot(standardError(moments), drawError);
  return {
    estimate: moments.mean,
    lower: Math.max(0, moments.mean - half),
    upper: Math.min(1, moments.mean + half),
  };
}
