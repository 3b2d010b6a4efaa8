import { noiseKinds } from '@dpfair/mechanisms';
import type { MechanismKind } from '@dpfair/result';
import { prepareCell } from '../models/prepared-cell.js';
import { entitiesOf, type Simulation, toProblem } from './simulation.js';
import { planSimulation, type SimulationPlan } from './simulation-plan.js';

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
  const { seed, input } = simulation;
  const n = entitiesOf(input);
  const plans = plansOf(simulation);
  const cells = simulation.cells.map(({ noise }, k) => ({
    ...noise,
    ...(plans[k] as SimulationPlan),
    fillUnit: noiseKinds[noise.kind].fillUnit,
    addNoise: noiseKinds[noise.kind].addNoise(noise.spread),
    sum: new Float64Array(n),
  }));
  // Kinds that share their unit draws are simulated on the same ones.
  const fills = [...new Set(cells.map((cell) => cell.fillUnit))];
  const counts = Object.entries(input.counts);
  const unit = new Float64Array(n * counts.length);
  const noisy = Object.fromEntries(counts.map(([role]) => [role, new Float64Array(n)]));
  const first = noisy[counts[0]?.[0] as string] as Float64Array;
  const outcome = new Float64Array(n);
  const extra = new Float64Array(Math.max(...cells.map(({ pipeline }) => pipeline.extraDraws ?? 0)));
  for (let trial = from; trial < to; trial++) {
    for (const fillUnit of fills) {
      fillUnit(unit, seed, 'noise', trial);
      fillUnit(extra, seed, 'extra', trial);
      let last: { readonly kind: MechanismKind; readonly spread: number } | null = null;
      for (const cell of cells) {
        if (cell.fillUnit !== fillUnit) continue;
        // Cells of one budget stand together, and have the same noisy counts.
        if (cell.kind !== last?.kind || cell.spread !== last.spread) {
          counts.forEach(([role, truth], k) => {
            cell.addNoise(truth, unit.subarray(k * n, (k + 1) * n), noisy[role] as Float64Array);
          });
        }
        last = cell;
        cell.pipeline.apply(noisy, outcome, extra);
        cell.control.accumulate(first, outcome, cell.sum);
      }
    }
    if ((trial - from) % REPORT_EVERY === REPORT_EVERY - 1) report?.(trial - from + 1);
  }
  return cells.map(({ sum }) => sum.map((value) => value / (to - from)));
}

const REPORT_EVERY = 16;

/** Made once a simulation, because a worker runs many shards of it. */
const known = new WeakMap<Simulation, readonly SimulationPlan[]>();

/** How each cell of a simulation is simulated. */
export function plansOf(simulation: Simulation): readonly SimulationPlan[] {
  const plans =
    known.get(simulation) ??
    simulation.cells.map((cell) =>
      planSimulation(prepareCell(toProblem(simulation, cell)), simulation.controlVariates),
    );
  known.set(simulation, plans);
  return plans;
}
