import { type EpsilonBoundOptions, epsilonLowerBound, type GameScores } from '@dpfair/disclosure';
import { gaussianSigma } from '@dpfair/mechanisms';
import { openStream, parseSeed, type RandomStream } from '@dpfair/stats';
import { coverageBand, statisticalTest } from '@dpfair/tooling/statistical-test.js';

const repetitions = 500;
const trials = 200;
type Bound = (scores: GameScores, options: EpsilonBoundOptions) => { lower: number | null; gaussian: number | null };

/** A count of sensitivity 1 with noise that keeps epsilon 1 exactly (at delta for Gaussian noise). */
const mechanisms = [
  { name: 'Laplace', delta: 0, draw: (stream: RandomStream) => stream.nextLaplace() },
  {
    name: 'Gaussian',
    delta: 1e-2,
    draw: (stream: RandomStream) => gaussianSigma(1, 1e-2, 1) * stream.nextGaussian(),
  },
];

const scores = (draw: (stream: RandomStream) => number, stream: RandomStream): GameScores => ({
  present: Float64Array.from({ length: trials }, () => 1 + draw(stream)),
  absent: Float64Array.from({ length: trials }, () => draw(stream)),
});

statisticalTest<Bound>({
  id: 'disclosure/epsilon-never-above',
  subject: epsilonLowerBound,
  mutants: {
    'threshold chosen on the trials that are counted, at half the confidence': ({ present, absent }, options) => {
      const twice = (of: Float64Array) => Float64Array.from({ length: of.length }, (_, k) => of[k - (k % 2)] as number);
      return epsilonLowerBound({ present: twice(present), absent: twice(absent) }, { ...options, confidence: 0.5 });
    },
    'the noise of half the scale': ({ present, absent }, options) =>
      // The same scores as those of a mechanism whose row counts twice.
      epsilonLowerBound({ present: present.map((score) => score + 1), absent }, options),
    'noise left out': ({ present, absent }, options) =>
      epsilonLowerBound({ present: present.map((score) => 10 + score), absent }, options),
  },
  check: (bound, seed, falseAlarm) => {
    const stream = openStream(parseSeed(seed), 'test', 0);
    return mechanisms.flatMap(({ name, delta, draw }) => {
      let [above, gaussianAbove] = [0, 0];
      for (let k = 0; k < repetitions; k++) {
        const { lower, gaussian } = bound(scores(draw, stream), { method: name, delta });
        if ((lower ?? 0) > 1) above++;
        if ((gaussian ?? 0) > 1) gaussianAbove++;
      }
      const most = coverageBand(repetitions, 0.05, falseAlarm).upper;
      const verdict = { what: `${name}: bounds above epsilon in ${repetitions}`, statistic: above, upper: most };
      return name === 'Laplace'
        ? [verdict]
        : [verdict, { what: `${name}: Gaussian bounds above epsilon`, statistic: gaussianAbove, upper: most }];
    });
  },
  timeoutMs: 300_000,
});
