import { decisionByName, type GrantName, grantNames, title1Run } from '@dpfair/decisions';
import { noiseKinds } from '@dpfair/mechanisms';
import { laplace, parseSeed } from '@dpfair/stats';
import { normalCriticalValue, statisticalTest } from '@dpfair/tooling/statistical-test.js';
import { expect, it } from 'vitest';
import { title1Control } from '../../src/controls/title1/title1-control.js';
import { smoothTitle1Bias } from '../../src/series/title1-smooth.js';
import { smallWorld } from '../controls/title1/small-world.js';

const input = smallWorld();
const counts = input.counts.count as Float64Array;
const n = counts.length;
const smooth = {
  'eligibility-from-truth': true,
  'brackets-from-truth': true,
  'hold-harmless': false,
  'state-minimum': false,
  cents: false,
};

it.each(grantNames)('curvature of %s is half the trace of second differences times the variance', (grant) => {
  const parameters = { grants: [grant] };
  const decision = decisionByName('title1', { ...parameters, clauses: smooth });
  const { apply } = decision.pipeline('none', input);
  const outcomeAt = (j: number, step: number) => {
    const outcome = new Float64Array(n);
    apply({ count: counts.with(j, (counts[j] as number) + step) }, outcome);
    return outcome;
  };
  const still = outcomeAt(0, 0);
  const traces = new Float64Array(n);
  // Steps as large as rounding asks, and as small as the fourth order allows: each count is a small part of its sum.
  for (let j = 0; j < n; j++) {
    const [up, down] = [outcomeAt(j, 1), outcomeAt(j, -1)];
    for (let i = 0; i < n; i++) {
      traces[i] = (traces[i] as number) + (up[i] as number) + (down[i] as number) - 2 * (still[i] as number);
    }
  }
  const noise = laplace(2);
  const { curvature } = smoothTitle1Bias(input, parameters, noise);
  const size = Math.max(...curvature.map(Math.abs));
  curvature.forEach((value, i) => {
    expect(Math.abs(value - (noise.variance / 2) * (traces[i] as number))).toBeLessThan(1e-3 * size + 1e-13);
  });
});

/** Counts of the smooth statute after clipping, simulated with its control variate. */
/** What part of the clipping is believed in. */
statisticalTest<number>({
  id: 'fairness/title1-smooth',
  subject: 1,
  mutants: { 'clipping left out': 0, 'clipping 10 % too large': 1.1 },
  check: (part, seed, falseAlarm) => {
    const noise = laplace(15);
    const parameters = { grants: ['basic', 'targeted'] satisfies GrantName[], clauses: smooth };
    const decision = decisionByName('title1', parameters);
    const truth = decision.truth(input);
    const control = title1Control(title1Run(input, parameters), truth, noise, true);
    const pipeline = decision.pipeline('clip', input);
    const [unit, noisy, outcome, one] = [0, 1, 2, 3].map(() => new Float64Array(n)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const [sum, squares] = [new Float64Array(n), new Float64Array(n)];
    const trials = 3000;
    for (let trial = 0; trial < trials; trial++) {
      noiseKinds.laplace.fillUnit(unit, parseSeed(seed), 'noise', trial);
      for (let i = 0; i < n; i++) noisy[i] = (counts[i] as number) + 15 * (unit[i] as number);
      pipeline.apply({ count: noisy }, outcome);
      one.fill(0);
      control.accumulate(noisy, outcome, one);
      for (let i = 0; i < n; i++) {
        sum[i] = (sum[i] as number) + (one[i] as number);
        squares[i] = (squares[i] as number) + (one[i] as number) ** 2;
      }
    }
    const { curvature, clipping } = smoothTitle1Bias(input, parameters, noise);
    const error = Math.max(...curvature.map(Math.abs));
    const critical = normalCriticalValue(falseAlarm / n);
    const excess = [...sum].map((total, i) => {
      const mean = total / trials;
      const bias = mean + (control.expectedMinusTruth[i] as number);
      const standardError = Math.sqrt(((squares[i] as number) / trials - mean ** 2) / trials);
      const off = Math.abs(bias - (curvature[i] as number) - part * (clipping[i] as number));
      return off / (error + critical * standardError);
    });
    return { statistic: Math.max(...excess), upper: 1, what: 'difference over stated error and scatter' };
  },
});
