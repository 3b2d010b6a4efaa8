import { gaussian, gaussLegendre, laplace } from '@dpfair/stats';
import { describe, expect, it } from 'vitest';
import type { CompleteRequest } from '../../../src/audit/audit-request.js';
import { chooseMethod } from '../../../src/audit/choose-method.js';
import { collectWarnings, type FinishedJob } from '../../../src/audit/collect-warnings.js';
import { hasExactSimplex, simplexMoments } from '../../../src/exact/simplex/exact-simplex.js';
import { thresholdTails } from '../../../src/exact/simplex/threshold-tails.js';
import { errorAboveTolerance } from '../../../src/messages.js';
import type { PreparedCell } from '../../../src/models/prepared-cell.js';
import { finish } from '../../../src/steps/steps.js';

const MOST = 50;
const oneZero = (n: number, large = 400) => Float64Array.from({ length: n }, (_, i) => (i === 0 ? 0 : large));

/**
 * One zero among n - 1 large counts is set to zero when its noise is below the mean of theirs: the bias is (1 - 1 / n) E X_+ with X symmetric, and
 * E |X| = (2 / pi) integral of (1 - characteristic function) / s^2 ds; here s = u / (1 - u).
 */
function biasOfOneZero(kind: 'laplace' | 'gaussian', n: number): number {
  const m = n - 1;
  if (kind === 'gaussian') return ((1 - 1 / n) * Math.sqrt(1 + 1 / m)) / Math.sqrt(2 * Math.PI);
  const { nodes, weights } = gaussLegendre(40);
  let sum = 0;
  for (let panel = 0; panel < 8; panel++) {
    nodes.forEach((node, k) => {
      const u = (panel + (1 + node) / 2) / 8;
      const s = u / (1 - u);
      sum += ((weights[k] as number) / 16) * ((1 - (1 + (s / m) ** 2) ** -m / (1 + s * s)) / (u * u));
    });
  }
  return ((1 - 1 / n) * sum) / Math.PI;
}

describe('the exact simplex projection of many entities', () => {
  it.each([2, 3, 7, 12, 19, 24, 31, 38, 44, 50])(
    'of one zero among large counts, %d in all, is a Fourier integral to 1e-8',
    (n) => {
      for (const kind of ['laplace', 'gaussian'] as const) {
        const found = simplexMoments(oneZero(n), kind === 'laplace' ? laplace(1) : gaussian(1));
        expect(Math.abs((found.bias[0] as number) - biasOfOneZero(kind, n))).toBeLessThan(1e-8);
        expect(Math.max(...found.errors)).toBeLessThan(1e-7);
      }
    },
  );

  it('with a period of 64 spreads alone is wrong at 50 entities, and says so', () => {
    const found = simplexMoments(oneZero(MOST), laplace(1), [64]);
    const off = Math.abs((found.bias[0] as number) - biasOfOneZero('laplace', MOST));
    expect(off).toBeGreaterThan(1e-3);
    expect(found.errors[0]).toBeGreaterThan(off);
  });

  it('has tails that fall with the threshold, within their error', () => {
    for (const noise of [laplace(1), gaussian(1)]) {
      for (const [n, size] of [
        [2, 1],
        [9, 4],
        [23, 0.7],
        [37, 12],
        [50, 3],
        [50, 60],
      ] as const) {
        const counts = Float64Array.from({ length: n }, (_, i) => (size * ((i * i * 7) % 23)) / 23).sort();
        const tailsAt = thresholdTails({ counts, noise });
        let last = { tail: 1, error: 0 };
        for (let t = -1.5; t < 4; t += 0.23) {
          const { tail, weight, error } = tailsAt(t);
          const own = weight[0] as number;
          expect(((tail[0] as number) - last.tail) * own).toBeLessThanOrEqual(error + last.error + 1e-12);
          last = { tail: tail[0] as number, error };
        }
      }
    }
  });

  it('of small Gaussian totals states an error far below its alpha', () => {
    const counts = Float64Array.from({ length: 20 }, (_, i) => [0, 1, 2, 3, 5][i % 5] as number);
    const { errors, bias } = simplexMoments(counts, gaussian(48));
    expect(Math.max(...errors)).toBeLessThan(1e-4 * (Math.max(...bias) - Math.min(...bias)));
    expect(hasExactSimplex(counts, gaussian(48))).toBe(false);
  });
});

describe('an exact estimate', () => {
  const cell = (bias: number, error: number, withSeries: boolean) =>
    ({
      problem: { decision: { name: 'identity' }, post: 'simplex', noise: laplace(1), input: {} },
      truth: Float64Array.of(1, 9),
      model: {
        largestOutcome: 10,
        exact: () => ({
          method: 'exact',
          estimator: 'simplex-inversion',
          bias: Float64Array.of(bias, -bias),
          errors: Float64Array.of(error, error),
        }),
        ...(withSeries && {
          series: () => ({
            method: 'series',
            estimator: 'simplex-expansion',
            bias: Float64Array.of(0.5, -0.5),
            errors: Float64Array.of(1e-4, 1e-4),
          }),
        }),
      },
    }) as unknown as PreparedCell;

  it('is taken when its error is within the tolerance, or only rounding', () => {
    expect(finish(chooseMethod(cell(0.5, 1e-4, true), 'auto', 0.01, 20_000)).estimate?.method).toBe('exact');
    expect(finish(chooseMethod(cell(0, 1e-10, true), 'auto', 0.01, 20_000)).estimate?.method).toBe('exact');
  });

  it('gives way to the series, or to simulation, when its error is not or it says what cannot be', () => {
    for (const [bias, error] of [
      [0.5, 1e52],
      [0.5, 0.1],
      [30, 0.01],
      [Number.NaN, 0],
    ] as const) {
      const series = finish(chooseMethod(cell(bias, error, true), 'auto', 0.01, 20_000));
      expect(series.estimate?.method).toBe('series');
      expect(series.reason).toMatch(
        /^not exact: .* states an error of .* above the tolerance of 1 %; .* within the tolerance/,
      );
      expect(finish(chooseMethod(cell(bias, error, false), 'auto', 0.01, 20_000))).toMatchObject({ estimate: null });
    }
  });

  it('that was asked for is kept, with the error that it states', () => {
    const { estimate, reason, relativeError } = finish(chooseMethod(cell(0.5, 0.1, true), 'exact', 0.01, 20_000));
    expect(estimate?.method).toBe('exact');
    expect(relativeError).toBeCloseTo(0.2, 12);
    expect(reason).toContain('20 %');
  });

  it('is warned of when it was asked for and its error is above the tolerance, and never else', () => {
    const warningsOf = (error: number) => {
      const asked = cell(0.5, error, true);
      const chosen = finish(chooseMethod(asked, 'exact', 0.01, 20_000));
      const at = { cell: asked, where: 'epsilon 1, simplex', normaliser: null, undefinedBecause: null };
      const job = { ...at, chosen, estimate: chosen.estimate, simulated: false, events: [] };
      const request = { tolerance: 0.01 } as CompleteRequest;
      return collectWarnings(request, [job as unknown as FinishedJob], null);
    };
    // Both errors together, of a gap of 1.
    expect(warningsOf(0.0049)).toEqual([]);
    expect(warningsOf(0.0051)).toEqual([errorAboveTolerance('epsilon 1, simplex', 'exact', 0.0102)]);
    expect(warningsOf(0.0051).map(({ code }) => code)).toEqual(['exact-error-above-tolerance']);
  });
});
