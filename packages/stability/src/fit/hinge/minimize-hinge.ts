// Source: Ferris and Munson, Interior-Point Methods for Massive Support Vector Machines (SIAM J. Optim. 13, 2002), with predictor and corrector as in
// Nocedal and Wright, Numerical Optimization (2006), algorithm 16.4.
import { addMultiple, shiftedHessian } from '@dpfair/stats';
import { addGram } from '../../design/add-gram.js';
import { addTransposed, scoresOf } from '../../design/design.js';
import { fixedLimits } from './fixed-limits.js';
import { type LimitsDirection, openLimits } from './hinge-limits.js';
import type { HingeMinimum, HingeProgram } from './hinge-program.js';
import { type Direction, openRows } from './hinge-rows.js';
import { judge } from './judge.js';
import { refined } from './refined.js';

/** How far to go. */
export interface HingeOptions {
  /** Of the largest component of the gradient of the Lagrangian, and of the gap. */
  readonly tolerance: number;
  readonly mostSteps: number;
}

/** A step of the point, and of what rows and limits have of their own. */
interface Step {
  readonly step: Float64Array;
  /** Multipliers of limits without room. */
  readonly held: Float64Array;
  readonly ofRows: Direction;
  readonly ofLimits: LimitsDirection;
}

type Judged = ReturnType<typeof judge>;

/** The gap that is aimed for, in parts of the tolerance: beyond it there is little but rounding. */
const AIM = 0.01;
/** Part of the way to where a slack or a dual would vanish. */
const MOST_OF_IT = 0.995;
/** Steps that neither are short nor better anything, after which rounding is all that is left. */
const PATIENCE = 5;
/** A step that is shorter is held up by a slack or a dual, not by rounding. */
const SHORT = 0.1;
/** A bound below it is taken for 0, which costs no more than it times the multipliers. */
const NARROW = 1e-9;
/** A gradient is less than another one where it is below this part of it. */
const LESS = 0.999;
/** Complementarity that is rounding. */
const ROUNDING = 1e-14;

/**
 * The minimum of a linear classifier's mean hinge loss by a primal-dual interior-point method: a Newton step on the rows' margins and duals at once,
 * each with a predictor and a corrector that share a factor; the sides of limits have a slack and a price as rows do. It ends where the gap of the dual
 * proves that the value is the least one: after some 15 to 45 steps whatever the number of rows, more where one row is far from all others. It gives
 * up where steps that nothing holds up better nothing.
 *
 * O(sum over rows of the square of their entries + parameters^3) a step.
 */
export function minimizeHinge(program: HingeProgram, { tolerance, mostSteps }: HingeOptions): HingeMinimum {
  const { design, limits, prices } = program;
  const { rows: count, parameters: size } = design;
  const rows = openRows(program.labels);
  const isFixed = limits.bound < NARROW;
  const sides = openLimits(isFixed ? { normals: [], bound: 1 } : limits, Math.sqrt(count));
  const fixed = fixedLimits(isFixed ? limits.normals : []);
  const at = new Float64Array(size);
  const scores = new Float64Array(count);
  const moves = new Float64Array(count);
  const weights = new Float64Array(count);
  // Coordinates that curve alike: at the end those that rows at the corner hold fast curve by far more than the others.
  const units = new Float64Array(size);
  const hessian = shiftedHessian({
    size,
    hessian: (_, into) => {
      rows.curvatures(weights);
      addGram(design, weights, into);
      for (let j = 0; j < size; j++) into[j * size + j] = (into[j * size + j] as number) + 2 * (prices[j] as number);
      sides.addCurvature(into);
      fixed.addCurvature(into);
      for (let j = 0; j < size; j++) {
        const own = into[j * size + j] as number;
        units[j] = own > 0 ? 1 / Math.sqrt(own) : 1;
      }
      for (let j = 0; j < size; j++) {
        for (let k = 0; k <= j; k++) {
          into[j * size + k] = (into[j * size + k] as number) * (units[j] as number) * (units[k] as number);
        }
      }
    },
  });
  const scaled = (vector: Float64Array) => vector.map((own, j) => own * (units[j] as number));
  const divide = (vector: Float64Array) => scaled(hessian.solve(scaled(vector)));
  const curvatures = new Float64Array(count);
  /** The Hessian times a vector, by way of the rows: what columns that are nearly alike differ by is not lost in their squares. */
  const product = (vector: Float64Array): Float64Array => {
    const into = vector.map((own, j) => 2 * (prices[j] as number) * own);
    rows.curvatures(curvatures);
    scoresOf(design, vector, moves);
    addTransposed(
      design,
      moves.map((move, row) => move * (curvatures[row] as number)),
      into,
    );
    sides.addProduct(vector, into);
    fixed.addProduct(vector, into);
    return into;
  };
  const solve = (vector: Float64Array) => refined(product, divide, units, vector);
  /** The step that leads complementarity to `target`, with what the predictor left of it. */
  const stepTo = (target: number, predicted: Step | null): Step => {
    const down = at.map((own, j) => -2 * (prices[j] as number) * own);
    rows.pull(target, predicted?.ofRows ?? null, weights);
    addTransposed(design, weights, down);
    sides.addPull(target, predicted?.ofLimits ?? null, down);
    const step = solve(down);
    const held = fixed.hold(solve, at, step);
    scoresOf(design, step, moves);
    return {
      step,
      held,
      ofRows: rows.direction(target, predicted?.ofRows ?? null, moves),
      ofLimits: sides.direction(target, predicted?.ofLimits ?? null, step),
    };
  };
  const roomFor = ({ ofRows, ofLimits }: Step) => Math.min(rows.room(ofRows), sides.room(ofLimits));
  /** Mean of the products of slack and price after a step. */
  const complementarity = (step: Step | null, length: number) =>
    (rows.sumAfter(step?.ofRows ?? null, length) + sides.sumAfter(step?.ofLimits ?? null, length)) /
    (rows.products + sides.products);
  let best: Judged | null = null;
  let [leastLeft, leastGradient, idle] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0];
  const ended = (steps: number, why: 'steps' | 'stuck'): HingeMinimum => {
    const found = best as Judged;
    const { gap, gradientNorm } = found;
    return { ...found, steps, ended: Math.max(gap, gradientNorm) <= tolerance ? 'minimum' : why };
  };
  for (let steps = 0; ; steps++) {
    scoresOf(design, at, scores);
    rows.meet(scores);
    const found = judge(program, at, scores, rows.duals, isFixed ? fixed.multipliers() : sides.multipliers());
    const now = complementarity(null, 0);
    const left = Math.max(now, ROUNDING);
    const isBetter =
      best === null || found.gap < best.gap || left < leastLeft || found.gradientNorm < LESS * leastGradient;
    if (isBetter) idle = 0;
    leastLeft = Math.min(leastLeft, left);
    leastGradient = Math.min(leastGradient, found.gradientNorm);
    if (best === null || found.gap < best.gap) best = { ...found, at: at.slice(), duals: rows.duals.slice() };
    if (best.gap <= AIM * tolerance || idle >= PATIENCE) return ended(steps, 'stuck');
    if (steps >= mostSteps) return ended(steps, 'steps');
    if (!(hessian.take(at) < Number.POSITIVE_INFINITY)) return ended(steps, 'stuck');
    const predictor = stepTo(0, null);
    const ahead = complementarity(predictor, roomFor(predictor));
    const taken = stepTo(now * (ahead / now) ** 3, predictor);
    const length = Math.min(1, MOST_OF_IT * roomFor(taken));
    if (!(length > 0)) return ended(steps, 'stuck');
    if (length >= SHORT || now <= ROUNDING) idle++;
    rows.go(taken.ofRows, length);
    sides.go(taken.ofLimits, length);
    fixed.go(taken.held, length);
    addMultiple(length, taken.step, at);
  }
}
