import type { Stage } from '@dpfair/mechanisms';
import type { MechanismKind } from '@dpfair/result';
import { compensatedSum, fillUnitGaussian, fillUnitLaplace } from '@dpfair/stats';
import type { Problem } from '../problem.js';
import { thresholdMoments } from '../series/threshold-moments.js';
import { chooseControl } from './choose-control.js';
import type { ControlVariate } from './control-variate.js';
import { type Simulation, toProblem } from './simulation.js';

/**
 * Runs trials `from` to `to` (exclusive) and returns, per cell, the mean over these trials of outcome - control for each
 * entity. What a trial gives depends on the seed and its number alone.
 *
 * @param report called now and then with the number of trials done.
 */
export function simulateTrials(
  simulation: Simulation,
  from: number,
  to: number,
  report?: (done: number) => void,
): Float64Array[] {
  const { counts, seed } = simulation;
  const n = counts.length;
  const cells = preparedCells(simulation).map((cell) => ({ ...cell, sum: new Float64Array(n) }));
  const kinds = [...new Set(cells.map((cell) => cell.kind))];
  const unit = new Float64Array(n);
  const noisy = new Float64Array(n);
  const outcome = new Float64Array(n);
  for (let trial = from; trial < to; trial++) {
    for (const kind of kinds) {
      if (kind === 'laplace') fillUnitLaplace(unit, seed, 'noise', trial);
      else fillUnitGaussian(unit, seed, 'noise', trial);
      let spread = 0;
      for (const cell of cells) {
        if (cell.kind !== kind) continue;
        // Cells of one budget stand together, and have the same noisy counts.
        if (cell.spread !== spread) addNoise(counts, unit, cell.spread, noisy);
        spread = cell.spread;
        outcome.set(noisy);
        for (const stage of cell.stages) stage.apply(outcome);
        cell.control.accumulate(noisy, outcome, cell.sum);
      }
    }
    if ((trial - from) % REPORT_EVERY === REPORT_EVERY - 1) report?.(trial - from + 1);
  }
  return cells.map(({ sum }) => sum.map((value) => value / (to - from)));
}

const REPORT_EVERY = 16;

/** What the trials of a cell share; made once a simulation, because a worker runs many shards of it. */
interface PreparedCell {
  readonly kind: MechanismKind;
  readonly spread: number;
  readonly stages: readonly Stage[];
  readonly control: ControlVariate;
}

const prepared = new WeakMap<Simulation, readonly PreparedCell[]>();

function preparedCells(simulation: Simulation): readonly PreparedCell[] {
  const known = prepared.get(simulation);
  if (known !== undefined) return known;
  const cells = simulation.cells.map((cell) => prepareCell(toProblem(simulation, cell), simulation.controlVariates));
  prepared.set(simulation, cells);
  return cells;
}

function prepareCell(problem: Problem, controlVariates: boolean): PreparedCell {
  const { decision, noise } = problem;
  return {
    kind: noise.kind,
    spread: noise.spread,
    stages: decision.stages(problem.post, problem, { simplexStart: simplexStart(problem) }),
    control: chooseControl(problem, decision.truth(problem), controlVariates),
  };
}

/** The mean-field threshold, in the unit of what is projected: where Newton's search begins. */
function simplexStart({ post, counts, weights, noise }: Problem): number {
  if (post === 'pos') {
    const { threshold, total } = thresholdMoments(counts, weights, noise);
    return threshold / total;
  }
  return post === 'simplex' && compensatedSum(counts) > 0 ? thresholdMoments(counts, null, noise).threshold : 0;
}

function addNoise(counts: Float64Array, unit: Float64Array, spread: number, noisy: Float64Array): void {
  for (let i = 0; i < noisy.length; i++) noisy[i] = (counts[i] as number) + spread * (unit[i] as number);
}
