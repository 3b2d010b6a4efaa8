import { type GroupOutcome, isSmallGroup, type Measured, type RiskCause, type RiskGap } from '@dpfair/result';
import { rowProperties } from '../causes/row-properties.js';
import { evaluate, type Performance } from '../evaluation/evaluate.js';
import { makeModel } from '../models/make-model.js';
import { asFraction } from '../summary/as-fraction.js';
import { meanOfRows } from '../summary/mean-of-rows.js';
import { nothing, overRepetitions } from '../summary/over-repetitions.js';
import { riskGap } from '../summary/risk-gap.js';
import type { RunSummary } from '../summary/summarize-run.js';
import { type ExactRisk, exactRisk, hasExactRisk } from './exact-risk.js';
import { type PerturbationPlan, type PerturbedRelease, soundReleases } from './perturbation-plan.js';

/** The summary of perturbed minima, and the excessive risk of each training row. */
export interface PerturbationSummary extends RunSummary {
  readonly method: 'exact' | 'montecarlo';
  readonly rowRisks: Float64Array;
}

/**
 * Excessive risk of every group under perturbed minima: exact for output perturbation of a model with one score, with Theorem 1 and the
 * simulated value beside it; simulated for all else. The part of clipping is 0: nothing is clipped.
 */
export function summarizePerturbation(
  plan: PerturbationPlan,
  made: readonly PerturbedRelease[],
  confidence: number,
): PerturbationSummary {
  // The guarantee is that of the exact minimum: what did not reach it is counted as diverged.
  const releases = soundReleases(made);
  const model = makeModel(plan.model);
  const { training, test, minimum } = plan;
  const without = { training: evaluate(model, minimum, training), test: evaluate(model, minimum, test) };
  const isExact = plan.algorithm === 'output-perturbation' && hasExactRisk(model);
  const exact = isExact ? exactRisk(model, training, minimum, plan.deviation) : null;
  const exactOnTest = isExact ? exactRisk(model, test, minimum, plan.deviation) : null;
  const properties = rowProperties(model, training, minimum);
  const members = [null, ...training.groupNames.keys()];
  const outcomes = members.map((place): GroupOutcome => {
    const of = <Kind>(on: { readonly all: Kind; readonly groups: readonly Kind[] }): Kind =>
      place === null ? on.all : (on.groups[place] as Kind);
    const trained = of(without.training);
    const tested = of(without.test);
    const meanProperty = (cause: RiskCause) =>
      properties[cause] && finiteOrNull(meanOfRows(properties[cause], training.group, place));
    const simulate = (value: (release: PerturbedRelease) => number): Measured =>
      overRepetitions(releases.map(value), confidence);
    const simulated = simulate((release) => of(release.training).loss - trained.loss);
    const risk = exact === null ? simulated : certain(meanOfRows(exact.risks, training.group, place));
    const accuracy =
      exactOnTest === null
        ? asFraction(simulate((release) => of(release.test).accuracy))
        : certain(meanOfRows(exactOnTest.right, test.group, place));
    const population = exact === null ? null : meanOfRows(exact.risks, training.group, null);
    return {
      group: place === null ? 'all' : (training.groupNames[place] as string),
      rows: { training: trained.rows, test: tested.rows },
      small: isSmallGroup(trained.rows),
      loss: { nonPrivate: certain(trained.loss), private: plus(risk, trained.loss) },
      excessiveRisk: risk,
      gap:
        population === null
          ? simulate((r) => of(r.training).loss - trained.loss - (r.training.all.loss - without.training.all.loss))
          : certain((risk.estimate ?? Number.NaN) - population),
      clippingPart: certain(0),
      noisePart: risk,
      clipping: certain(0),
      noise: exact === null ? nothing : certain(meanOfRows(exact.approximation, training.group, place)),
      path: nothing,
      remainder: nothing,
      accuracy: { nonPrivate: certain(tested.accuracy), private: tested.rows === 0 ? nothing : accuracy },
      // A squared error has no bounded slope: what is perturbed predicts classes.
      testError: { nonPrivate: nothing, private: nothing },
      calibration: {
        nonPrivate: certain(tested.calibration),
        private: tested.rows === 0 ? nothing : asFraction(simulate((release) => of(release.test).calibration)),
      },
      clipRate: null,
      gradientNorm: meanProperty('gradient-norm'),
      inputNorm: meanProperty('input-norm'),
      hessianTrace: meanProperty('hessian-trace'),
      boundary: meanProperty('boundary'),
      ...(exact !== null && {
        approximation: finiteOrNull(meanOfRows(exact.approximation, training.group, place)),
        simulated,
      }),
    };
  });
  const rowRisks = exact?.risks ?? meanRisks(releases, without.training.losses);
  return {
    method: isExact ? 'exact' : 'montecarlo',
    repetitions: releases.length,
    diverged: { repetitions: made.length - releases.length, firstStep: null },
    population: outcomes[0] as GroupOutcome,
    groups: outcomes.slice(1),
    gap: gapOf(plan, releases, without.training, exact, confidence, made.length - releases.length),
    path: null,
    rowRisks,
  };
}

function gapOf(
  { training }: PerturbationPlan,
  releases: readonly PerturbedRelease[],
  without: { readonly groups: readonly Performance[] },
  exact: ExactRisk | null,
  confidence: number,
  diverged: number,
): RiskGap {
  const small = training.groupNames.map((_, a) => isSmallGroup((without.groups[a] as Performance).rows));
  if (exact === null) {
    const risks = releases.map((release) =>
      release.training.groups.map((group, a) => group.loss - (without.groups[a] as Performance).loss),
    );
    return riskGap(training.groupNames, risks, confidence, { diverged, small });
  }
  const gap = riskGap(
    training.groupNames,
    [training.groupNames.map((_, a) => meanOfRows(exact.risks, training.group, a))],
    confidence,
    { small },
  );
  const sure = <Gap extends Measured>(one: Gap): Gap => ({ ...one, lower: one.estimate, upper: one.estimate });
  return { ...sure(gap), withoutSmall: gap.withoutSmall && sure(gap.withoutSmall) };
}

/** A number without uncertainty; nothing where it is not finite. */
const certain = (value: number): Measured =>
  Number.isFinite(value) ? { estimate: value, lower: value, upper: value } : nothing;

const finiteOrNull = (value: number) => (Number.isFinite(value) ? value : null);

const plus = ({ estimate, lower, upper }: Measured, by: number): Measured => ({
  estimate: estimate === null ? null : estimate + by,
  lower: lower === null ? null : lower + by,
  upper: upper === null ? null : upper + by,
});

function meanRisks(releases: readonly PerturbedRelease[], losses: Float64Array): Float64Array {
  return losses.map(
    (loss, row) => releases.reduce((sum, release) => sum + (release.losses[row] as number), 0) / releases.length - loss,
  );
}
