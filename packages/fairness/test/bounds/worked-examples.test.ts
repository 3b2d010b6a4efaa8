import { parseRule } from '@dpfair/decisions';
import { laplace } from '@dpfair/stats';
import { expect, it } from 'vitest';
import { composedBias } from '../../src/bounds/composition.js';
import { ruleRange } from '../../src/bounds/rule-range.js';
import { smallestCountBound } from '../../src/bounds/smallest-count.js';
import { ruleEvaluator } from '../../src/exact/rules/rule-probability.js';
import { simplexMoments } from '../../src/exact/simplex/exact-simplex.js';
import { separateCrossingsBias } from '../../src/index.js';
import { spread } from '../districts.js';

const probability = (rule: string, truth: Readonly<Record<string, number>>, epsilon: number, clipped = false) => {
  const counts = Object.fromEntries(
    Object.entries(truth).map(([name, x]) => [name, { truth: x, noise: laplace(1 / epsilon), clipped }]),
  );
  return {
    exact: ruleEvaluator(parseRule(rule), clipped)?.(counts).probability as number,
    range: ruleRange(parseRule(rule), clipped)?.(counts),
  };
};

it.each([
  [100, 0.45338],
  [1_000, 0.1844],
  [10_000, 2.2757e-5],
])(
  'at the same ratio of .04 a jurisdiction of %d citizens is wrongly covered with probability %d: smaller ones flip more',
  (citizens, expected) => {
    const { exact } = probability('lep > 0.05 * citizens', { lep: 0.04 * citizens, citizens }, 0.1);
    expect(exact / expected).toBeCloseTo(1, 4);
  },
);

it('biases of the two conditions of P^M that share a count are not those of independent ones: .44575, not .44786', () => {
  const truth = { citizens: 2000, lep: 101, illiterate: 2 };
  const [size, schooling] = ['lep > 0.05 * citizens or lep > 10000', 'illiterate > 0.0131 * lep'];
  const first = 1 - probability(size as string, truth, 0.5, true).exact;
  const second = 1 - probability(schooling as string, truth, 0.5, true).exact;
  expect(first).toBeCloseTo(0.304, 3);
  expect(Math.abs(second - 0.357)).toBeLessThan(6e-4);
  const independent = 1 + composedBias('and', { truth: 1, flip: first }, { truth: 1, flip: second });
  expect(independent).toBeCloseTo(0.44786, 4);
  const { exact, range } = probability(`(${size}) and ${schooling}`, truth, 0.5, true);
  expect(exact).toBeCloseTo(0.44575, 5);
  expect(exact - 1).toBeCloseTo(-0.554, 3);
  expect(exact).toBeGreaterThan(range?.lower as number);
  expect(exact).toBeLessThan(range?.upper as number);
});

it.each([
  [0, 1.8426, 0.005],
  [20, 0.1521, 0.01],
  [40, 0.0127, 0.02],
  // Simulated too: the value of two independent routes is 8.42e-5, so that this one is mostly noise.
  [80, 0.00013, 0.4],
])('alpha of the example raised by %d is the published %d within %d of it', (by, alpha, part) => {
  const counts = Float64Array.of(10, 25, 30, 50, 85).map((x) => x + by);
  const { bias } = simplexMoments(counts, laplace(10));
  expect(Math.abs(spread(bias) / alpha - 1)).toBeLessThan(part);
  expect(Math.max(...bias.map(Math.abs))).toBeLessThan(smallestCountBound(counts, laplace(10)));
});

it('alpha of the example raised by 80 is 8.418508e-5 by separate crossings and by the integral alike, not 1.3e-4', () => {
  const counts = Float64Array.of(90, 105, 110, 130, 165);
  const [crossings, integral] = [separateCrossingsBias(counts, laplace(10)), simplexMoments(counts, laplace(10))];
  expect(spread(crossings.bias) / 8.418508e-5).toBeCloseTo(1, 6);
  expect(spread(integral.bias) / 8.418508e-5).toBeCloseTo(1, 6);
});
