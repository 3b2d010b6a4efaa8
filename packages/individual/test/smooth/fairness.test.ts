import {
  gaussianSmoothing,
  type Labeller,
  laplaceSmoothing,
  metricFromScales,
  type Smoothing,
  smooth,
} from '@dpfair/individual';
import { openStream, parseSeed, type RandomStream } from '@dpfair/stats';
import { binomialBand, statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import { bestTeller, linearModel } from './models.js';

const { POSITIVE_INFINITY } = Number;
const SAMPLES = 3072;

/** How the noise of a smoothing is spoiled. */
type Spoil = (smoothing: Smoothing) => Smoothing;

const stretched =
  (factor: (scale: number) => number): Spoil =>
  (smoothing) => ({
    ...smoothing,
    fill(out, seed, trial) {
      smoothing.fill(out, seed, trial);
      const width = smoothing.held.length;
      for (let k = 0; k < out.length; k++) {
        out[k] = (out[k] as number) * factor(smoothing.noiseScales[k % width] as number);
      }
    },
  });

/** Classes made by hashing cells of a random grid: as rough as a model can be. */
function roughModel(stream: RandomStream, classes: number): Labeller {
  const step = 0.05 + stream.nextUniform();
  const salt = stream.nextUint32();
  return (batch, rows) =>
    Uint32Array.from({ length: rows }, (_, row) => {
      const x = Math.floor((batch[2 * row] as number) / step);
      const y = Math.floor((batch[2 * row + 1] as number) / step);
      return (Math.imul(Math.imul(x, 73856093) ^ Math.imul(y, 19349663) ^ salt, 2654435761) >>> 8) % classes;
    });
}

/** For two people and a model: how often each class was answered, and the bound. Total variation is within `reach` with the error allowed. */
async function excess(
  smoothing: Smoothing,
  spoil: Spoil,
  model: Labeller,
  classes: number,
  points: Float64Array,
  seed: bigint,
) {
  const { probabilities: p } = await smooth(model, points, {
    smoothing: spoil(smoothing),
    seed: parseSeed(seed),
    samples: SAMPLES,
    classes,
  });
  let variation = 0;
  for (let y = 0; y < classes; y++) variation += Math.abs((p[y] as number) - (p[classes + y] as number)) / 2;
  return variation - smoothing.totalVariation(points, points, 0, 2);
}

statisticalTest<Spoil>({
  id: 'individual/fair-pairs',
  subject: (smoothing) => smoothing,
  mutants: {
    'half the noise': stretched(() => 0.5),
    'divided by weights in place of their roots, or the reverse': stretched((scale) => 1 / scale),
    'no noise': stretched(() => 0),
  },
  check: async (spoil, seed, falseAlarm) => {
    const stream = openStream(parseSeed(seed), 'test', 2);
    const verdicts: Verdict[] = [];
    const cases = 36;
    for (let k = 0; k < cases; k++) {
      const norm = [1, 2, POSITIVE_INFINITY][k % 3] as number;
      const metric = metricFromScales(norm, [3, 0.5 + stream.nextUniform()]);
      const smoothing = (k % 2 === 0 ? laplaceSmoothing : gaussianSmoothing)(metric);
      const points = Float64Array.from(
        { length: 4 },
        (_, i) => (stream.nextUniform() - 0.5) * (i % 2 === 0 ? 0.4 : 1.2),
      );
      const classes = k % 4 === 3 ? 5 : 2;
      const model =
        k % 4 === 3
          ? roughModel(stream, classes)
          : k % 4 === 2
            ? linearModel([stream.nextGaussian(), stream.nextGaussian()], stream.nextGaussian() / 4)
            : bestTeller(smoothing, points.subarray(0, 2), points.subarray(2, 4));
      // Hoeffding over the sets of classes, from a sum of 2n terms: (2^m - 2) exp(-n e^2).
      const reach = Math.sqrt(Math.log(((2 ** classes - 2) * cases) / falseAlarm) / SAMPLES);
      verdicts.push({
        what: `excess of pair ${k} (${smoothing.kind}, L${norm})`,
        statistic: await excess(smoothing, spoil, model, classes, points, BigInt.asUintN(64, seed + BigInt(k))),
        upper: reach,
      });
    }
    return verdicts;
  },
});

statisticalTest<Spoil>({
  id: 'individual/tight-pairs',
  subject: (smoothing) => smoothing,
  mutants: {
    'noise 10 % too large': stretched(() => 1.1),
    'noise 10 % too small': stretched(() => 0.9),
  },
  // Where the densities of the best teller's classes are mirror images, P(1 | b) = (1 + TV) / 2, exactly binomial.
  check: async (spoil, seed, falseAlarm) => {
    const verdicts: Verdict[] = [];
    const n = 20_000;
    const pairs = [
      [gaussianSmoothing(metricFromScales(2, [2, 1])), [0.6, -0.8]],
      [gaussianSmoothing(metricFromScales(POSITIVE_INFINITY, [1, 1])), [0.8, 0.8]],
      [laplaceSmoothing(metricFromScales(1, [2, 1])), [0, 0.9]],
    ] as const;
    for (const [smoothing, shift] of pairs) {
      const b = Float64Array.from(shift);
      const model = bestTeller(smoothing, new Float64Array(2), b);
      const { counts } = await smooth(model, b, { smoothing: spoil(smoothing), seed: parseSeed(seed), samples: n });
      const truth = (1 + smoothing.totalVariation(new Float64Array(2), b)) / 2;
      verdicts.push({
        what: `answers of the best teller, ${smoothing.kind}`,
        statistic: counts[1] as number,
        ...binomialBand(n, truth, falseAlarm / 3),
      });
    }
    return verdicts;
  },
});
