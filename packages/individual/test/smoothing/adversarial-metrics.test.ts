// Closed forms: a linear threshold model under Gaussian noise answers 1 with Phi(beta x / sqrt(beta' Sigma beta)); a threshold in one column under L1
// Laplace noise of scale 1 / (2 s), midway between two people, tells them apart by 1 - exp(-s |a - b|).
import { normalCdf, parseSeed } from '@dpfair/stats';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, type Metric, metricFromWeights } from '../../src/metrics/index.js';
import { gaussianSmoothing, laplaceSmoothing, type Smoothing } from '../../src/smoothing/index.js';

const weight = fc.oneof(
  { arbitrary: fc.constant(0), weight: 1 },
  { arbitrary: fc.double({ min: -12, max: 12, noNaN: true }).map((power) => 10 ** power), weight: 4 },
);
/** Metrics of 1 to 200 columns with weights from 1e-12 to 1e12, some of them 0, and two people. */
const cases = fc
  .record({ norm: fc.constantFrom(1, 2, Number.POSITIVE_INFINITY), d: fc.constantFrom(1, 2, 3, 10, 50, 200) })
  .chain(({ norm, d }) =>
    fc.record({
      norm: fc.constant(norm),
      weights: fc.array(weight, { minLength: d, maxLength: d }).filter((weights) => weights.some((one) => one > 0)),
      towards: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: d, maxLength: d }),
      far: fc.double({ min: -12, max: 2, noNaN: true }),
    }),
  );

/** Two people at about this distance, the first one at 0, who differ in what the metric does not see by anything. */
function peopleOf(metric: Metric, towards: readonly number[], far: number) {
  const a = new Float64Array(towards.length);
  const b = Float64Array.from(towards, (part, i) => part / ((metric.scales[i] as number) || 1e-6));
  const apart = distance(metric, a, b);
  return { a, b: apart > 0 ? b.map((value) => (value * 10 ** far) / apart) : b };
}

const smoothings = (metric: Metric): Smoothing[] => {
  const held = new Map(metric.columns.filter((_, i) => metric.scales[i] === 0).map((column) => [column, 0]));
  return [gaussianSmoothing(metric, { held }), laplaceSmoothing(metric, { held })];
};

/** 2 Phi(half) - 1, to some ulps. */
const centred = (half: number) =>
  half < 1e-3 ? Math.sqrt(2 / Math.PI) * half * (1 - (half * half) / 6 + half ** 4 / 40) : 2 * normalCdf(half) - 1;

describe('metrics with weights from 1e-12 to 1e12 and weights of 0', () => {
  it('give noise, densities, radii and bounds that are numbers, the bounds within 0, 1 and D', () => {
    fc.assert(
      fc.property(cases, ({ norm, weights, towards, far }) => {
        const metric = metricFromWeights(norm, weights);
        const { a, b } = peopleOf(metric, towards, far);
        const apart = distance(metric, a, b);
        for (const smoothing of smoothings(metric)) {
          const bound = smoothing.totalVariation(a, b);
          expect(bound).toBeGreaterThanOrEqual(0);
          expect(bound).toBeLessThanOrEqual(Math.min(1, apart));
          expect(bound).toBe(smoothing.totalVariation(b, a));
          const noise = new Float64Array(3 * weights.length);
          smoothing.fill(noise, parseSeed(1), 0);
          expect(noise.every(Number.isFinite)).toBe(true);
          expect(Number.isFinite(smoothing.logDensity(noise.subarray(0, weights.length)))).toBe(true);
          expect(smoothing.radius.variance).toBeGreaterThan(0);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keep what linear models answer under Gaussian noise within the bound, which the steepest of them reaches in L2', () => {
    fc.assert(
      fc.property(cases, ({ norm, weights, towards, far }) => {
        const metric = metricFromWeights(norm, weights);
        const { a, b } = peopleOf(metric, towards, far);
        const [smoothing] = smoothings(metric) as [Smoothing, Smoothing];
        const bound = smoothing.totalVariation(a, b);
        if (bound === 0) return;
        for (const steepest of [true, false]) {
          let [rise, variance] = [0, 0];
          // beta in units of the noise scale, so that nothing over- or underflows.
          for (const i of smoothing.active) {
            const moved = (b[i] as number) * (smoothing.noiseScales[i] as number);
            const beta = steepest ? moved / distance(metric, a, b) : Math.cos(i);
            rise += beta * moved;
            variance += beta ** 2 / (2 * Math.PI);
          }
          const told = variance === 0 ? 0 : centred(Math.abs(rise) / Math.sqrt(variance) / 2);
          expect(told).toBeLessThanOrEqual(bound * (1 + 1e-12));
          if (steepest && norm === 2) expect(told).toBeGreaterThan(bound * (1 - 1e-9));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('keep a threshold in one column under L1 Laplace noise within the bound, which it reaches where only that column differs', () => {
    fc.assert(
      fc.property(cases, ({ weights, towards, far }) => {
        const metric = metricFromWeights(1, weights);
        const { a, b } = peopleOf(metric, towards, far);
        const [, smoothing] = smoothings(metric) as [Smoothing, Smoothing];
        for (const i of smoothing.active.subarray(0, 5)) {
          const told = -Math.expm1(-(metric.scales[i] as number) * Math.abs(b[i] as number));
          expect(told).toBeLessThanOrEqual(smoothing.totalVariation(a, b) * (1 + 1e-12));
          const alone = a.with(i, b[i] as number);
          expect(smoothing.totalVariation(a, alone)).toBeCloseTo(told, 12);
        }
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['Gaussian', gaussianSmoothing(metricFromWeights(2, [1]))],
    ['Laplace', laplaceSmoothing(metricFromWeights(1, [1]))],
  ] as const)('have bounds that never fall as people are further apart: %s', (_, smoothing) => {
    let before = 0;
    // Also around D = .00798, where the Gaussian bound goes from a series to the normal distribution.
    const steps = [
      ...Array.from({ length: 8000 }, (_, k) => 10 ** (k / 400 - 18)),
      ...Array.from({ length: 4000 }, (_, k) => 0.00797 + k * 5e-9),
    ].sort((x, y) => x - y);
    for (const apart of steps) {
      const bound = smoothing.totalVariation([0], [apart]);
      expect(bound).toBeGreaterThanOrEqual(before);
      before = bound;
    }
    expect(before).toBe(1);
  });
});
