import type { GroupPath } from '@dpfair/result';
import type { RecordedPath } from '../decomposition/path-recorder.js';
import type { AccumulatedTerms } from './accumulated-terms.js';
import { overRepetitions } from './over-repetitions.js';

/** One group in one repetition. */
export interface RepeatedPath {
  readonly private: RecordedPath;
  readonly nonPrivate: RecordedPath;
  /** Mean losses of the training that clips but adds no noise, at the same steps and, last, at the end. */
  readonly clippedOnly: Float64Array;
  readonly accumulated: AccumulatedTerms;
  /** Mean loss at the end, over the tracked rows as the others. */
  readonly finalLoss: { readonly private: number; readonly nonPrivate: number };
}

/** Means over repetitions of one group along the training; the last element is the end, where no step follows. */
export function groupPath(group: string, repetitions: readonly RepeatedPath[], confidence: number): GroupPath {
  const length = (repetitions[0] as RepeatedPath).private.loss.length;
  const column = (of: (path: RepeatedPath, k: number) => number) =>
    Array.from({ length: length + 1 }, (_, k) =>
      overRepetitions(
        repetitions.map((path) => of(path, k)),
        confidence,
      ),
    );
  const estimates = (of: (path: RepeatedPath, k: number) => number) => column(of).map(({ estimate }) => estimate);
  const step = (name: keyof RecordedPath) => estimates((path, k) => path.private[name][k] ?? Number.NaN);
  const sum = (name: keyof AccumulatedTerms) => estimates((path, k) => path.accumulated[name][k] as number);
  const lossOf = (side: 'private' | 'nonPrivate') => (path: RepeatedPath, k: number) =>
    k < length ? (path[side].loss[k] as number) : path.finalLoss[side];
  const risk = column((path, k) => lossOf('private')(path, k) - lossOf('nonPrivate')(path, k));
  const clippedLoss = (path: RepeatedPath, k: number) => path.clippedOnly[k] as number;
  const remainder = column((path, k) => path.private.remainder[k] ?? Number.NaN);
  return {
    group,
    loss: estimates(lossOf('private')),
    nonPrivateLoss: estimates(lossOf('nonPrivate')),
    excessiveRisk: risk.map(({ estimate }) => estimate),
    lower: risk.map(({ lower }) => lower),
    upper: risk.map(({ upper }) => upper),
    clippingPart: estimates((path, k) => clippedLoss(path, k) - lossOf('nonPrivate')(path, k)),
    noisePart: estimates((path, k) => lossOf('private')(path, k) - clippedLoss(path, k)),
    clipping: step('clipping'),
    clippingFirst: step('clippingFirst'),
    clippingSecond: step('clippingSecond'),
    direction: step('direction'),
    magnitude: step('magnitude'),
    noise: step('noise'),
    descent: step('descent'),
    accumulatedClipping: sum('clipping'),
    accumulatedNoise: sum('noise'),
    accumulatedPath: sum('path'),
    remainder: remainder.map(({ estimate }) => estimate),
    remainderLower: remainder.map(({ lower }) => lower),
    remainderUpper: remainder.map(({ upper }) => upper),
    hessianTrace: step('hessianTrace'),
    gradientNorm: step('gradientNorm'),
    meanGradientNorm: step('meanGradientNorm'),
    clipRate: step('clipRate'),
    boundary: step('boundary'),
  };
}
