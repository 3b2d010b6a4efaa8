// Daniels (1954), "Saddlepoint approximations in statistics", for the tail expectation that delta is.
import { logNormalCdf } from '@dpfair/stats';
import type { Composition } from '../privacy-event.js';
import { logMoment } from '../renyi/log-moment.js';

/** Where the sum of the losses lies when tilted by exp(tilt loss): its mean and its standard deviation. */
export interface SaddlePoint {
  readonly tilt: number;
  readonly mean: number;
  readonly deviation: number;
}

/** The tilt under which the mean of the sum is about the epsilon that belongs to delta: as if the tilted sum were normal. For orientation only. */
export function saddlePointOfDelta(composition: Composition, delta: number): SaddlePoint {
  const logDelta = Math.log(delta);
  return search(composition, ({ logScale, tilt, deviation }) => {
    const tail = (slope: number) => logNormalCdf(-slope * deviation) + (slope * deviation) ** 2 / 2;
    const logGain = tail(tilt) + Math.log(-Math.expm1(Math.min(-1e-12, tail(tilt + 1) - tail(tilt))));
    return logScale + logGain < logDelta;
  });
}

/** The tilt under which the mean of the sum is about epsilon. */
export function saddlePointOfEpsilon(composition: Composition, epsilon: number): SaddlePoint {
  return search(composition, ({ mean }) => mean > epsilon);
}

interface Tilted extends SaddlePoint {
  /** Of exp(-tilt mean) times the moment. */
  readonly logScale: number;
}

/** The least tilt that is beyond, in the logarithm to base 2: steps of 1 from `START`, then bisection. */
function search(composition: Composition, beyond: (tilted: Tilted) => boolean): SaddlePoint {
  const at = (exponent: number) => tiltedBy(composition, 2 ** exponent);
  let [lower, upper] = [START, START];
  if (beyond(at(START))) {
    do [lower, upper] = [lower - 1, lower];
    while (lower > LEAST && beyond(at(lower)));
  } else {
    do [lower, upper] = [upper, upper + 1];
    while (upper < LARGEST && !beyond(at(upper)));
  }
  for (let round = 0; round < 8; round++) {
    const middle = (lower + upper) / 2;
    if (beyond(at(middle))) upper = middle;
    else lower = middle;
  }
  return at(upper);
}

const [LEAST, START, LARGEST] = [-8, 3, 12];

/** Differences of the log moment, two hundredths of the tilt apart. */
function tiltedBy(composition: Composition, tilt: number): Tilted {
  const near = 0.02 * tilt;
  const [below, at, above] = [
    logMoment(composition, 1 + tilt - near),
    logMoment(composition, 1 + tilt),
    logMoment(composition, 1 + tilt + near),
  ];
  const mean = (above - below) / (2 * near);
  const deviation = Math.sqrt(Math.max(Number.MIN_VALUE, above - 2 * at + below)) / near;
  return { tilt, mean, deviation, logScale: at - tilt * mean };
}
