import { restAtMost, samplesFor, samplesForPoint } from '@dpfair/individual';
import { describe, expect, it } from 'vitest';

/** Probabilities of 0, 1, ..., n answers among n, each of probability p. */
function binomial(n: number, p: number): Float64Array {
  const found = new Float64Array(n + 1);
  let logChoose = 0;
  for (let k = 0; k <= n; k++) {
    const log = logChoose + (k === 0 ? 0 : k * Math.log(p)) + (k === n ? 0 : (n - k) * Math.log1p(-p));
    found[k] = p === 0 ? Number(k === 0) : Math.exp(log);
    logChoose += Math.log((n - k) / (k + 1));
  }
  return found;
}

/** The probability that the frequencies of two points differ by epsilon more, either way, than their probabilities do. */
function chanceOfExcess(n: number, p: number, m: number, q: number, excess: number): number {
  const [first, second] = [binomial(n, p), binomial(m, q)];
  let sum = 0;
  for (const [i, a] of first.entries()) {
    for (const [j, b] of second.entries()) if (Math.abs(i / n - j / m - (p - q)) > excess + 1e-12) sum += a * b;
  }
  return sum;
}

describe('the draws that a point needs', () => {
  const excess = 0.15;
  const rests = [0.005, 0.05, 0.2, 0.5, 1];

  it.each([0.2, 0.01])(
    'keep delta %d for any two points that are what is known of them, by exact binomials',
    (delta) => {
      for (const rest of rests) {
        for (const other of rests) {
          const [n, m] = [samplesForPoint(rest, excess, delta), samplesForPoint(other, excess, delta)];
          for (const p of [0, rest / 2, rest].filter((each) => each < 1)) {
            for (const q of [0, other / 2, other].filter((each) => each < 1)) {
              // Which class is the most frequent one may differ between the two.
              expect(chanceOfExcess(n, p, m, q, excess)).toBeLessThanOrEqual(delta);
              expect(chanceOfExcess(n, p, m, 1 - q, excess)).toBeLessThanOrEqual(delta);
            }
          }
        }
      }
    },
  );

  it('are not kept by a fifth of the draws', () => {
    for (const rest of [0.2, 0.5]) {
      const few = Math.ceil(samplesForPoint(rest, excess, 0.01) / 5);
      expect(chanceOfExcess(few, rest, few, rest, excess)).toBeGreaterThan(0.01);
    }
  });

  it('with common draws are enough for errors that are opposite: twice as large as of one point', () => {
    for (const rest of rests) {
      const n = samplesForPoint(rest, excess, 0.05, { noise: 'common' });
      const own = binomial(n, Math.min(rest, 0.5));
      const chance = own.reduce(
        (sum, each, k) => sum + (2 * Math.abs(k / n - Math.min(rest, 0.5)) > excess ? each : 0),
        0,
      );
      expect(chance).toBeLessThanOrEqual(0.05);
    }
  });

  it("are Hoeffding's where nothing is known, and about 4 rest (1 - rest) of them for small epsilon", () => {
    for (const noise of ['separate', 'common'] as const) {
      for (const classes of [2, 5]) {
        const most = samplesFor(0.001, 1e-4, { classes, noise, bound: 'subsets' });
        const unknown = samplesForPoint(1, 0.001, 1e-4, { classes, noise });
        expect(unknown).toBeLessThanOrEqual(most);
        expect(unknown).toBeGreaterThan(0.999 * most);
        for (const rest of [0.5, 0.2, 0.1]) {
          const part = samplesForPoint(rest, 0.001, 1e-4, { classes, noise }) / most;
          expect(Math.abs(part / (4 * rest * (1 - rest)) - 1)).toBeLessThan(0.03);
        }
      }
    }
    // Without any other answer psi(l) = n log 1 = 0, but for what rounding adds.
    expect(samplesForPoint(0, 0.01, 1e-4)).toBeLessThan(5);
  });
});

describe('what the classes but the most frequent have at most', () => {
  it('is 1 - (error / classes)^(1/n) where no other was answered', () => {
    expect(restAtMost([0, 1000], 0.001)).toBeCloseTo(1 - 0.0005 ** (1 / 1000), 13);
    expect(restAtMost([0, 300, 0], 0.01)).toBeCloseTo(1 - (0.01 / 3) ** (1 / 300), 13);
  });

  it('is too small with at most the probability that is stated, by exact binomials', () => {
    const n = 60;
    const bounds = Float64Array.from({ length: n + 1 }, (_, k) => restAtMost([k, n - k], 0.05));
    for (const p of [0.01, 0.1, 0.3, 0.5, 0.8]) {
      const chances = binomial(n, p);
      // p is the probability of the first class.
      const missed = chances.reduce((sum, each, k) => {
        const rest = k > n - k ? 1 - p : p;
        return sum + (rest > (bounds[k] as number) ? each : 0);
      }, 0);
      expect(missed).toBeLessThanOrEqual(0.05);
    }
    expect(restAtMost([30, 30], 0.05)).toBeLessThan(0.75);
  });
});
