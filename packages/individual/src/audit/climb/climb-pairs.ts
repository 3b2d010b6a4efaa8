// Steepest ascent in the norm of the metric (as in Boyd and Vandenberghe, Convex Optimization, section 9.4), turned towards the linear maximiser (Frank and Wolfe).
import { outsideDomain, wrongLength } from '../../messages.js';
import { distance, type Metric } from '../../metrics/index.js';
import { answerDistance } from '../answerer.js';
import type { PairGatherer } from '../gather-pairs.js';
import { boxOf } from './box.js';
import { type Climb, firstCopies, nextCopies } from './climb.js';
import { CLIMB_STEPS } from './climb-size.js';
import type { GradientSearch } from './gradient-search.js';
import { slopesByDifference } from './slopes-by-difference.js';

/** A step that finds nothing better halves the spread; below this the climb has arrived. */
const LEAST_SPREAD = 1 / 64;

export interface ClimbPlan extends Omit<GradientSearch, 'again'> {
  readonly metric: Metric;
  readonly points: Float64Array;
  readonly classes: number;
  readonly excess: number;
  /** Answers for rows, rows x classes. */
  readonly ask: (points: Float64Array) => Promise<Float64Array>;
  /** The same, of fresh draws; undefined where the answers of the climb stand. */
  readonly askAgain: ((points: Float64Array) => Promise<Float64Array>) | undefined;
}

/**
 * From each of the rows in `starts` seeks the copy, changed in columns that may vary and within the range of what occurs in them, for which
 * (output distance - excess) / input distance is the largest, and adds that pair. All climbs take their steps together, so that the model is asked about many rows at a time.
 *
 * @returns Names of the columns that varied, and how many steps the longest climb took.
 */
export async function climbPairs(
  plan: ClimbPlan,
  starts: ArrayLike<number>,
  gatherer: PairGatherer,
): Promise<{ readonly columns: readonly string[]; readonly steps: number }> {
  const { metric, points, classes, excess, ask, onStep = () => {} } = plan;
  const { steps = CLIMB_STEPS, difference = 0.01, leastDistance = 0.01 } = plan;
  requireSearch({ steps, difference, leastDistance });
  const width = metric.scales.length;
  const box = boxOf(metric, points, plan);
  const slopes = plan.slopes ?? slopesByDifference(ask, metric, box, classes, difference);
  const rows = Array.from(starts, (row) => points.slice(row * width, (row + 1) * width));
  onStep(0, steps);
  const answers = await ask(joined(rows, width));
  const climbs = rows.map((start, k): Climb => {
    const answer = answers.slice(k * classes, (k + 1) * classes);
    const nowhere = { copy: start, answer, inputDistance: 0, outputDistance: 0, height: Number.NEGATIVE_INFINITY };
    return { row: starts[k] as number, start, startAnswer: answer, ...nowhere, spread: 1 };
  });
  let open = climbs;
  let taken = 0;
  for (; taken < steps && open.length > 0; taken++) {
    const rising = await slopes(
      joined(
        open.map(({ copy }) => copy),
        width,
      ),
      open.length,
    );
    const most = open.length * (classes - 1) * width;
    if (rising.length !== most) throw wrongLength('slopes of the model', rising.length, most);
    const tried = open.map((climb, k) => {
      const ofClasses = slopesOfClasses(rising, k, classes, width);
      return taken === 0
        ? firstCopies(metric, box, climb, ofClasses, leastDistance)
        : nextCopies(metric, box, climb, ofClasses);
    });
    const answered = await ask(joined(tried.flat(), width));
    let at = 0;
    for (const [k, climb] of open.entries()) {
      let better = false;
      for (const copy of tried[k] as Float64Array[]) {
        better = consider(climb, copy, answered.slice(at, at + classes)) || better;
        at += classes;
      }
      if (!better && taken > 0) climb.spread /= 2;
    }
    open = open.filter(({ height, spread }) => height > Number.NEGATIVE_INFINITY && spread >= LEAST_SPREAD);
    onStep(open.length > 0 ? taken + 1 : steps, steps);
  }
  const found = climbs.filter(({ inputDistance }) => inputDistance > 0);
  if (plan.askAgain !== undefined) {
    const pairs = found.flatMap(({ start, copy }) => [start, copy]);
    const again = await plan.askAgain(joined(pairs, width));
    for (const [k, climb] of found.entries()) {
      climb.outputDistance = answerDistance(again, 2 * k, again, 2 * k + 1, classes);
    }
  }
  for (const { row, copy, inputDistance, outputDistance } of found) {
    gatherer.add(row, row, inputDistance, outputDistance, () => copy);
  }
  return { columns: box.varying.map((i) => metric.columns[i] as string), steps: taken };

  /** Whether the copy is worse than what was found, and takes it then. */
  function consider(climb: Climb, copy: Float64Array, answer: Float64Array): boolean {
    const inputDistance = distance(metric, climb.start, copy);
    // A copy at the least distance itself may fall short of it by rounding.
    if (!(inputDistance >= leastDistance * (1 - 1e-9))) return false;
    const outputDistance = answerDistance(climb.startAnswer, 0, answer, 0, classes);
    const height = (outputDistance - excess) / inputDistance;
    if (!(height > climb.height)) return false;
    Object.assign(climb, { copy, answer, inputDistance, outputDistance, height });
    return true;
  }
}

function joined(rows: readonly Float64Array[], width: number): Float64Array {
  const all = new Float64Array(rows.length * width);
  for (const [k, row] of rows.entries()) all.set(row, k * width);
  return all;
}

/** Slopes of each class, the first of which falls by what the others rise. */
function slopesOfClasses(found: ArrayLike<number>, point: number, classes: number, width: number): Float64Array[] {
  const first = new Float64Array(width);
  const others = Array.from({ length: classes - 1 }, (_, y) =>
    first.map((_slope, i) => found[(point * (classes - 1) + y) * width + i] as number),
  );
  for (const other of others) for (let i = 0; i < width; i++) first[i] = (first[i] as number) - (other[i] as number);
  return [first, ...others];
}

function requireSearch({
  steps,
  difference,
  leastDistance,
}: Readonly<Record<'steps' | 'difference' | 'leastDistance', number>>) {
  if (!(Number.isSafeInteger(steps) && steps >= 1)) throw outsideDomain('steps', steps, 'an integer from 1');
  const sizes = { difference, 'least distance': leastDistance };
  for (const [what, value] of Object.entries(sizes)) {
    if (!(value > 0 && value < Number.POSITIVE_INFINITY)) throw outsideDomain(what, value, 'a number above 0');
  }
}
