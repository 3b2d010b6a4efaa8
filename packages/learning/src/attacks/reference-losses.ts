// Source: Watson, Guo, Cormode, Sablayrolles, "On the importance of difficulty calibration in membership inference attacks" (ICLR 2022).
import type { Examples } from '@dpfair/result';
import { openStream, shuffle } from '@dpfair/stats';
import { evaluate } from '../evaluation/evaluate.js';
import { joinExamples, pickExamples } from '../examples/pick-examples.js';
import { makeModel } from '../models/make-model.js';
import type { TrainingPlan } from '../repetitions/training-plan.js';
import { referenceHalvesBlock, referenceRepetition } from '../streams/addresses.js';
import { descend } from '../training/descent.js';
import type { Difficulties } from './membership-scores.js';
import { badAttack } from './messages.js';

/**
 * Losses of reference models, trained without privacy on halves of all rows: each of `pairs` times one half at random and then the other one, so
 * that every row is left out by as many models as there are pairs. The mean over those that left it out is its difficulty.
 *
 * The references have the steps, sampling rate and optimizer of the plan. They look at the rows without noise: an attack, not a release.
 *
 * @throws DpfairError usage, unless pairs is an integer of at least 1.
 */
export function referenceLosses(
  plan: Pick<TrainingPlan, 'model' | 'training' | 'test' | 'descent'>,
  pairs: number,
): Difficulties {
  if (!(Number.isInteger(pairs) && pairs >= 1)) throw badAttack('pairs of reference models', pairs, 'an integer >= 1');
  const { training, test, descent } = plan;
  const model = makeModel(plan.model);
  const pool = joinExamples(training, test);
  const sums = new Float64Array(pool.rows);
  for (let pair = 0; pair < pairs; pair++) {
    const halves = twoHalves(pool, descent.seed, pair);
    halves.forEach((seen, side) => {
      const repetition = referenceRepetition(pair, side);
      const initial = model.initial(openStream(descent.seed, 'initial', repetition));
      const { parameters } = descend(model, pickExamples(pool, seen), initial, {
        ...descent,
        privacy: null,
        repetition,
      });
      const unseen = halves[1 - side] as Int32Array;
      const { losses } = evaluate(model, parameters, pickExamples(pool, unseen));
      unseen.forEach((row, k) => {
        sums[row] = (sums[row] as number) + (losses[k] as number) / pairs;
      });
    });
  }
  return { training: sums.slice(0, training.rows), test: sums.slice(training.rows) };
}

/** All rows in two random halves. */
function twoHalves({ rows }: Examples, seed: TrainingPlan['descent']['seed'], pair: number): readonly Int32Array[] {
  const order = Int32Array.from({ length: rows }, (_, row) => row);
  shuffle(order, openStream(seed, 'split', referenceHalvesBlock(pair)));
  return [order.slice(0, rows >> 1), order.slice(rows >> 1)];
}
