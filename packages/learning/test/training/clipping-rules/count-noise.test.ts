import { openStream, parseSeed, type RandomStream } from '@dpfair/stats';
import { meanCheck, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { type ClippingRule, clippingRule, type SeenBatch } from '../../../src/index.js';

/** One block: norms and groups of a batch. */
const batchOf = (norms: readonly number[], groups: readonly number[] = norms.map(() => 0)): SeenBatch => ({
  squaredNorms: [Float64Array.from(norms, (norm) => norm * norm)],
  losses: new Float64Array(norms.length),
  groups: Int32Array.from(groups),
  count: norms.length,
});

/** Draws of one rule: what moved it, in standard deviations of the noise that it says its counts have. */
type Moves = (stream: RandomStream) => readonly number[];

const repetitions = 4000;
const many = (move: (stream: RandomStream) => number): Moves => {
  return (stream) => Array.from({ length: repetitions }, () => move(stream));
};

/** Half of the batch is on either side of the median: the logarithm of the bound falls by noise / expected. */
const adaptive = many((stream) => {
  const rule = clippingRule({ rule: 'adaptive', bound: 1, quantile: 0.5, rate: 1, countNoise: 5 }, 1, 1);
  const batch = batchOf([0.5, 2]);
  rule.next(batch, stream, 100);
  return (-Math.log(rule.next(batch, stream, 100).sensitivity) * 100) / 5;
});

const short = batchOf([0]);
const limitOf = (rule: ClippingRule, batch: SeenBatch, stream: RandomStream) =>
  1 / ((rule.next(batch, stream, 100).factors(short) as Float64Array)[0] as number);

/** 50 of 100 are longer: the logarithm of the limit rises by 1/2 + noise / expected, less the rate. */
const globalAdaptive = many((stream) => {
  const rule = clippingRule({ rule: 'global-adaptive', bound: 1, limit: 2, rate: 0.5, countNoise: 5 }, 1, 1);
  const batch = batchOf(new Array(50).fill(3));
  limitOf(rule, batch, stream);
  return (Math.log(limitOf(rule, batch, stream) / 2) * 100) / 5;
});

/**
 * Ten long and ten short gradients in each of two groups: `C_k / C - 1` are as r_0 to r_1, and with noise n far below 10
 * `log(r_0 / r_1) = (n_0 long - n_0 short - n_1 long + n_1 short) / 20`, up to a millionth of its variance.
 */
const byGroup = many((stream) => {
  const rule = clippingRule({ rule: 'by-group', bound: 1, countNoise: 0.01 }, 1, 2);
  const norms = Array.from({ length: 40 }, (_, k) => (k % 2 === 0 ? 10 : 0.1));
  const inForce = rule.next(
    batchOf(
      norms,
      norms.map((_, k) => (k < 20 ? 0 : 1)),
    ),
    stream,
    40,
  );
  const factors = inForce.factors(batchOf([10, 10], [0, 1])) as Float64Array;
  const [first = 0, second = 0] = Array.from(factors.subarray(0, 2), (factor) => 10 * factor - 1);
  return (Math.log(first / second) * 20) / (0.01 * 2);
});

/** A stream whose Gaussian draws are changed: `place` counts them from 0. */
const changed = (stream: RandomStream, change: (draw: () => number, place: number) => number): RandomStream => {
  let place = 0;
  return {
    randomness: stream.randomness,
    nextUint32: () => stream.nextUint32(),
    nextUniform: () => stream.nextUniform(),
    nextInteger: (bound) => stream.nextInteger(bound),
    nextLaplace: () => stream.nextLaplace(),
    nextGaussian: () => change(() => stream.nextGaussian(), place++),
  };
};

const none = () => 0;
const half = (draw: () => number) => 0.5 * draw();
const withChange = (moves: Moves, change: (draw: () => number, place: number) => number): Moves => {
  return (stream) => moves(changed(stream, change));
};
/** The second of each pair of draws is the first one. */
const sameForBoth = () => {
  let last = 0;
  return (draw: () => number, place: number) => {
    if (place % 2 === 0) last = draw();
    return last;
  };
};

const rules: readonly Moves[] = [adaptive, globalAdaptive, byGroup];
const inPlaceOf = (rule: Moves, mutant: Moves) => rules.map((moves) => (moves === rule ? mutant : moves));

statisticalTest<readonly Moves[]>({
  id: 'learning/count-noise',
  subject: rules,
  mutants: {
    'adaptive: no noise': inPlaceOf(adaptive, withChange(adaptive, none)),
    'adaptive: half of it': inPlaceOf(adaptive, withChange(adaptive, half)),
    'global-adaptive: no noise': inPlaceOf(globalAdaptive, withChange(globalAdaptive, none)),
    'global-adaptive: half of it': inPlaceOf(globalAdaptive, withChange(globalAdaptive, half)),
    'by-group: no noise': inPlaceOf(byGroup, withChange(byGroup, none)),
    'by-group: half of it': inPlaceOf(byGroup, withChange(byGroup, half)),
    'by-group: one group without': inPlaceOf(
      byGroup,
      withChange(byGroup, (draw, place) => (place % 4 < 2 ? 0 : draw())),
    ),
    'by-group: the same draw for both counts': inPlaceOf(byGroup, withChange(byGroup, sameForBoth())),
  },
  check: (moves, seed, falseAlarm) => {
    const rate = falseAlarm / (2 * moves.length);
    return moves.flatMap((move, k) => {
      const draws = move(openStream(parseSeed(seed.toString()), 'test', k));
      const squares = draws.map((draw) => draw * draw);
      return [
        meanCheck(draws, { mean: 0, variance: 1, falseAlarm: rate }),
        meanCheck(squares, { mean: 1, variance: 2, skewness: Math.sqrt(8), falseAlarm: rate }),
      ];
    });
  },
});
