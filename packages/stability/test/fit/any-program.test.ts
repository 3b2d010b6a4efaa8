import { DpfairError } from '@dpfair/result';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type FairnessTerm,
  fitStableFair,
  type Kernel,
  type StableFairProgram,
  type TrainingSet,
} from '../../src/index.js';
import { scoresOn } from '../by-definition.js';

const small = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.double({ noNaN: true, min: -1e6, max: 1e6 }));
const sets: fc.Arbitrary<TrainingSet> = fc
  .record({ rows: fc.integer({ min: 2, max: 12 }), width: fc.integer({ min: 1, max: 4 }) })
  .chain(({ rows, width }) =>
    fc.record({
      rows: fc.constant(rows),
      columns: fc.constant(Array.from({ length: width }, (_, j) => `column ${j}`)),
      features: fc
        .array(small, { minLength: rows * width, maxLength: rows * width })
        .map((of) => Float64Array.from(of)),
      labels: fc
        .array(fc.constantFrom(-1, 1), { minLength: rows, maxLength: rows })
        .map((labels) => Int8Array.from(labels)),
      groups: fc
        .array(fc.integer({ min: 0, max: 2 }), { minLength: rows, maxLength: rows })
        .map((of) => [{ name: 'z', values: ['a', 'b', 'c'], of: Int32Array.from(of) }]),
    }),
  );
const weights = fc.constantFrom(0, 1e-6, 0.01, 1, 100);
const programs: fc.Arbitrary<StableFairProgram> = fc.record({
  loss: fc.constantFrom('logistic', 'hinge', 'squared'),
  fairness: fc.oneof<fc.Arbitrary<FairnessTerm>[]>(
    fc.constant({ kind: 'none' }),
    fc.record({ kind: fc.constant('covariance'), bound: weights }),
    fc.record({ kind: fc.constantFrom('mutual-information', 'rate-logs'), weight: weights }),
  ),
  stabilityWeight: weights,
  kernel: fc.constantFrom<Kernel | null>(
    null,
    { kind: 'rbf', width: 2 },
    { kind: 'inverse-multiquadric', c: 1 },
    { kind: 'multiquadric', c: 1 },
  ),
  intercept: fc.constantFrom('penalised', 'free', 'none'),
});

describe('any program on any data', () => {
  it('is refused by name, or ends with a classifier whose scores are finite and within the bound', () => {
    fc.assert(
      fc.property(sets, programs, (set, program) => {
        try {
          const { fairness } = program;
          const fit = fitStableFair(set, program, { mostIterations: 200 });
          expect(Number.isFinite(fit.objective)).toBe(true);
          // Smooth and convex with a stability term: there is one minimum, and it is found.
          if (program.loss !== 'hinge' && fairness.kind === 'none' && program.stabilityWeight >= 0.01)
            expect(fit.ending).toBe('minimum');
          expect(scoresOn(set, fit.classifier).every(Number.isFinite)).toBe(true);
          // Weights of 0 are allowed everywhere: no solution is worse.
          const atZero = { logistic: Math.LN2, hinge: 1, squared: 1 }[program.loss];
          const logs = fairness.kind === 'rate-logs' ? fairness.weight * new Set(set.groups[0]?.of).size * Math.LN2 : 0;
          expect(fit.objective).toBeLessThanOrEqual((atZero + logs) * (1 + 1e-9));
          if (fit.converged && fit.constraintSlack !== null) expect(fit.constraintSlack).toBeGreaterThan(-1e-6);
        } catch (error) {
          if (!(error instanceof DpfairError)) throw error;
        }
      }),
      { numRuns: 200 },
    );
  });
});
