// Uniform stability, measured: Bousquet and Elisseeff (JMLR 2, 2002), Definition 6, with one row replaced.
import type { ReplacedRows } from '@dpfair/result';
import { openStream } from '@dpfair/stats';
import { whatIsMissing } from '../fit/check-training-set.js';
import { fitStableFair } from '../fit/fit-stable-fair.js';
import { marginLoss } from '../terms/losses.js';
import type { ExperimentPlan } from './experiment-plan.js';
import { ofArm, predictionsOf, scoresOf } from './fit-arm.js';
import { pickRows } from './pick-rows.js';
import { drawTraining } from './split-rows.js';

/** The stream of replaced rows, far from those of splits. */
const REPLACEMENTS = 2 ** 32;

/**
 * Refits an arm on the rows of the first repetition with one of them replaced, again and again: which one is drawn at random, and so is the row
 * of the pool that takes its place, one that is not trained on where there are such. The change of the loss is looked at on all rows, those for
 * testing too. What is largest among a few replacements shows the uniform stability from below.
 *
 * Every arm has the same rows replaced, whichever arms there are. Where nothing can be fitted to the rows of the first repetition those of the next
 * are taken; a replacement that leaves rows of one class or group is left out, and not counted. Null where none is left.
 *
 * @param arm a place in `plan.arms`.
 * @param report told how many fits are done, of `plan.replacements + 1`.
 */
export function replaceRows(
  plan: ExperimentPlan,
  arm: number,
  report: (done: number) => void = () => {},
): ReplacedRows | null {
  const { data, pool, test, replacements, seed } = plan;
  const one = plan.arms[arm] as ExperimentPlan['arms'][number];
  const canBeFitted = (training: Int32Array) =>
    whatIsMissing(ofArm(pickRows(data, training), one), one.program) === null;
  const rows = firstRows(plan, canBeFitted);
  if (rows === null) return null;
  const taken = new Set(rows);
  const outside = pool.filter((row) => !taken.has(row));
  const others = outside.length > 0 ? outside : pool;
  const all = ofArm(data, one);
  const lossOf = marginLoss(one.program.loss, 0).value;
  const look = (training: Int32Array) => {
    const { classifier } = fitStableFair(ofArm(pickRows(data, training), one), one.program);
    const found = scoresOf(classifier, all);
    return {
      losses: found.map((score, row) => lossOf((data.labels[row] as number) * score)),
      predictions: predictionsOf(found),
    };
  };
  const before = look(rows);
  report(1);
  const draws = openStream(seed, 'split', REPLACEMENTS);
  let [done, largest, sum, changed] = [0, 0, 0, 0];
  for (let k = 0; k < replacements; k++) {
    const replaced = rows.slice();
    replaced[draws.nextInteger(rows.length)] = others[draws.nextInteger(others.length)] as number;
    report(k + 2);
    if (!canBeFitted(replaced)) continue;
    done++;
    const after = look(replaced);
    let worst = 0;
    after.losses.forEach((loss, row) => {
      worst = Math.max(worst, Math.abs(loss - (before.losses[row] as number)));
    });
    largest = Math.max(largest, worst);
    sum += worst;
    for (const row of test) changed += Number(after.predictions[row] !== before.predictions[row]);
  }
  return done === 0 ? null : { replacements: done, largest, mean: sum / done, changedPredictions: changed / done };
}

/** The training rows of the first repetition that something can be fitted to; null where there is none. */
function firstRows(
  { pool, trainingShare, seed, repetitions }: ExperimentPlan,
  canBeFitted: (rows: Int32Array) => boolean,
): Int32Array | null {
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const rows = drawTraining(pool, trainingShare, seed, repetition);
    if (canBeFitted(rows)) return rows;
  }
  return null;
}
