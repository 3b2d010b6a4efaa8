import { bonferroniCriticalValue, gaussian, laplace } from '@dpfair/stats';
import { statisticalTest, type Verdict } from '@dpfair/tooling/statistical-test.js';
import type { AnalyticEstimate } from '../../src/index.js';
import { finish } from '../../src/steps/steps.js';
import { agreesWith, preparedSubstitute, type SubstituteSetting, simulatedSubstitute } from './simulated-substitute.js';

const districts = {
  counts: { count: Float64Array.of(100, 400, 1500, 8000) },
  fixed: { weight: Float64Array.of(1, 1.5, 0.8, 1.2) },
};
const analytic = (setting: SubstituteSetting): AnalyticEstimate => {
  const { exact, series } = preparedSubstitute(setting).model;
  const estimate = exact?.() ?? series?.();
  if (estimate === undefined) throw new Error('no formula');
  return finish(estimate);
};

const released: SubstituteSetting = {
  spec: { name: 'redundant-release', normaliserSpread: 500 },
  input: districts,
  noise: laplace(20),
  trials: 160_000,
};
statisticalTest({
  id: 'fairness/released-total',
  subject: released,
  mutants: {
    // Twice as large would be refused less surely: totals near zero then make the errors of the mean what they like.
    'noise of the total half as large': { ...released, spec: { name: 'redundant-release', normaliserSpread: 250 } },
    'no noise on the total': { ...released, spec: { name: 'redundant-release', normaliserSpread: 1 } },
    'Gaussian noise of the same size': { ...released, noise: gaussian(20) },
  },
  check: agreesWith(analytic(released)),
});

const perturbed: SubstituteSetting = {
  spec: { name: 'output-perturbation', perCount: 2e-4 },
  post: 'pos',
  input: districts,
  noise: laplace(60),
  trials: 20_000,
};
statisticalTest({
  id: 'fairness/perturbed-shares',
  subject: perturbed,
  mutants: {
    'noise of a share 10 % too large': { ...perturbed, spec: { name: 'output-perturbation', perCount: 2.2e-4 } },
    'no repair': { ...perturbed, post: 'none' },
  },
  check: agreesWith(analytic(perturbed)),
});

// Three counts: one chooses the piece, the other two make a weighted sum of noises; entities lie near the threshold.
const pieces = [
  { from: null, to: 100, coefficients: { lep: 1, citizens: -0.05, poor: 0.1 }, constant: -1 },
  { from: 100, to: null, coefficients: { lep: 0.5, citizens: -0.03, poor: 0.2 }, constant: 2 },
];
const classified: SubstituteSetting = {
  spec: { name: 'logistic', by: 'lep', pieces },
  rule: 'lep > 0.05 * citizens and poor > 10',
  input: {
    counts: {
      lep: Float64Array.of(90, 99, 103, 130),
      citizens: Float64Array.of(1900, 2100, 2000, 2600),
      poor: Float64Array.of(30, 12, 20, 50),
    },
    fixed: {},
  },
  noise: laplace(12),
  trials: 40_000,
};
statisticalTest({
  id: 'fairness/classifier-probability',
  subject: classified,
  mutants: {
    'noise twice as large': { ...classified, noise: laplace(24) },
    'pieces swapped': {
      ...classified,
      spec: {
        name: 'logistic',
        by: 'lep',
        pieces: pieces.map((piece, k) => ({ ...piece, ...weightsOf(pieces[1 - k] as (typeof pieces)[number]) })),
      },
    },
    'the threshold half a unit lower': {
      ...classified,
      spec: {
        name: 'logistic',
        by: 'lep',
        pieces: pieces.map((piece) => ({ ...piece, constant: piece.constant + 2 })),
      },
    },
  },
  check: agreesWith(analytic(classified)),
});

function weightsOf({ coefficients, constant }: (typeof pieces)[number]) {
  return { coefficients, constant };
}

const safe: SubstituteSetting = {
  spec: { name: 'no-penalty', slack: 80, deduction: 120 },
  input: districts,
  noise: laplace(20),
  trials: 6_400,
};
/** Control variates must not change what is found: the difference of two independent runs. */
const againstPlain =
  (right: SubstituteSetting) =>
  async (setting: SubstituteSetting, seed: bigint, falseAlarm: number): Promise<Verdict> => {
    const [plain, controlled] = await Promise.all([
      simulatedSubstitute({ ...right, controlVariates: false, trials: 64_000 }, seed),
      simulatedSubstitute(setting, seed ^ 1n),
    ]);
    const scores = plain.bias.map(
      (value, i) =>
        Math.abs(value - (controlled.bias[i] as number)) /
        Math.hypot(plain.standardError[i] as number, controlled.standardError[i] as number),
    );
    // Welch's degrees of freedom are at least those of either run.
    const upper = bonferroniCriticalValue(scores.length, 1 - falseAlarm, plain.shards - 1);
    return { statistic: Math.max(...scores), upper, what: 'largest t' };
  };

statisticalTest({
  id: 'fairness/no-penalty-control',
  subject: safe,
  mutants: {
    'slack 10 % too large': { ...safe, spec: { name: 'no-penalty', slack: 88, deduction: 120 } },
    'deduction left out': { ...safe, spec: { name: 'no-penalty', slack: 80, deduction: 0 } },
  },
  check: againstPlain(safe),
});

const repaired: SubstituteSetting = {
  spec: { name: 'linear-proxy', normaliser: 11_500 },
  post: 'pos',
  input: districts,
  noise: laplace(80),
  trials: 6_400,
};
statisticalTest({
  id: 'fairness/repaired-shares-control',
  subject: repaired,
  mutants: {
    'noise 40 % too large': { ...repaired, noise: laplace(112) },
    'constant 10 % off': { ...repaired, spec: { name: 'linear-proxy', normaliser: 12_650 } },
    'no repair': { ...repaired, post: 'none' },
  },
  check: againstPlain(repaired),
});

const held: SubstituteSetting = {
  spec: { name: 'hold-harmless', fraction: 0.95 },
  post: 'baseline',
  input: districts,
  noise: laplace(80),
  trials: 6_400,
};
statisticalTest({
  id: 'fairness/hold-harmless-control',
  subject: held,
  mutants: {
    'part 10 % lower': { ...held, spec: { name: 'hold-harmless', fraction: 0.85 } },
    'noise 40 % too large': { ...held, noise: laplace(112) },
  },
  check: againstPlain(held),
});
