// Derived for dpfair: docs/methods/title1.md, "What the bias comes from".
import {
  type DecisionInput,
  type DecisionParameters,
  type FormulaRun,
  type GrantFormula,
  title1Run,
} from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';

/** Bias of the statute with every step held at the truth, by row and in shares of the budget. */
export interface SmoothBias {
  /** To second order in the noise, of counts that are not clipped. */
  readonly curvature: Float64Array;
  /** What the expected counts change when negative ones become 0. */
  readonly clipping: Float64Array;
}

/** Every step at what it is on the true counts, and nothing that is held or guaranteed. */
const smoothClauses = {
  'eligibility-from-truth': true,
  'brackets-from-truth': true,
  'hold-harmless': false,
  'state-minimum': false,
  cents: false,
} as const;

/**
 * With every step held, weighted counts are linear, W_i = a_i y_i + b_i, and amounts are shares of sums of them: B W_i / S, and for a grant that
 * goes to states first B alpha_s W_i / S_s with alpha_s in proportion to the children of the state. Both have closed second orders.
 */
export function smoothTitle1Bias(
  input: DecisionInput,
  parameters: DecisionParameters,
  noise: NoiseDistribution,
): SmoothBias {
  const run = title1Run(input, { ...parameters, clauses: { ...parameters.clauses, ...smoothClauses } });
  const { order } = run.facts;
  const [curvature, clipping] = [new Float64Array(order.length), new Float64Array(order.length)];
  for (const formula of run.formulas) {
    const part = formula.byState ? throughStates(run, formula, noise) : atOnce(run, formula, noise);
    order.forEach((row, place) => {
      curvature[row] = (curvature[row] as number) + (part.curvature[place] as number) / run.budget;
      clipping[row] = (clipping[row] as number) + (part.clipping[place] as number) / run.budget;
    });
  }
  return { curvature, clipping };
}

/** Weights on the true counts, what one child more adds to each, and what clipping adds to each expected count. */
function weightsOf({ truth: { count, children } }: FormulaRun, formula: GrantFormula, noise: NoiseDistribution) {
  const n = count.length;
  const [least, kept] = [new Float64Array(n), new Float64Array(n)];
  formula.leastCounts(children, least);
  const at = (counts: Float64Array) => {
    const weight = new Float64Array(n);
    formula.ask({ count: counts, children, least, kept }, weight);
    return weight;
  };
  const weight = at(count);
  const more = at(count.map((x) => x + 1));
  return {
    weight,
    slope: more.map((one, i) => one - (weight[i] as number)),
    lift: count.map((x) => noise.clippingBias(x)),
  };
}

const sum = (values: Float64Array, from: number, to: number, of = (value: number, _i: number) => value): number => {
  let total = 0;
  for (let i = from; i < to; i++) total += of(values[i] as number, i);
  return total;
};

/** B W_i / S: bias v / S^2 (P_i sum a^2 - a_i^2) times B. */
function atOnce(run: FormulaRun, formula: GrantFormula, noise: NoiseDistribution): SmoothBias {
  const { weight, slope, lift } = weightsOf(run, formula, noise);
  const n = weight.length;
  const whole = sum(weight, 0, n);
  // Nobody is eligible on the true counts: all that is spent is held, and noise has nothing to bend.
  if (whole === 0) return { curvature: new Float64Array(n), clipping: new Float64Array(n) };
  const squares = sum(slope, 0, n, (a) => a * a);
  const lifted = weight.map((w, i) => w + (slope[i] as number) * (lift[i] as number));
  const wholeLifted = sum(lifted, 0, n);
  return {
    curvature: weight.map(
      (w, i) => (formula.budget * noise.variance * ((w / whole) * squares - (slope[i] as number) ** 2)) / whole ** 2,
    ),
    clipping: lifted.map((w, i) => formula.budget * (w / wholeLifted - (weight[i] as number) / whole)),
  };
}

/** B alpha_s W_i / S_s, with relative changes u of the state's children, w of the weight, T of S_s and D of the sum over states. */
function throughStates(run: FormulaRun, formula: GrantFormula, noise: NoiseDistribution): SmoothBias {
  const { facts, truth } = run;
  const { weight, slope, lift } = weightsOf(run, formula, noise);
  const variance = noise.variance;
  const allotted = allotments(run, formula);
  const states = facts.names.map((_, s) => {
    const [from, to] = [facts.start[s] as number, facts.start[s + 1] as number];
    const children = sum(truth.count, from, to);
    const receives = (allotted[s] as number) > 0;
    return {
      from,
      to,
      part: (allotted[s] as number) / formula.budget,
      children,
      whole: sum(weight, from, to),
      // Var u, and what clipping adds to u.
      scatter: receives ? (variance * (to - from)) / children ** 2 : 0,
      lift: receives ? sum(lift, from, to) / children : 0,
    };
  });
  const scatterOfAll = states.reduce((total, { part, scatter }) => total + part * part * scatter, 0);
  const liftOfAll = states.reduce((total, { part, lift: own }) => total + part * own, 0);
  const [curvature, clipping] = [new Float64Array(weight.length), new Float64Array(weight.length)];
  for (const { from, to, part, children, whole, scatter, lift: own } of states) {
    if (!(part > 0 && whole > 0)) continue;
    const withWhole = (variance * sum(slope, from, to)) / (children * whole);
    const ofWhole = (variance * sum(slope, from, to, (a) => a * a)) / whole ** 2;
    const common = scatterOfAll - part * scatter + (part - 1) * withWhole + ofWhole;
    const lifted = sum(weight, from, to, (w, i) => w + (slope[i] as number) * (lift[i] as number));
    for (let i = from; i < to; i++) {
      const [w, a] = [weight[i] as number, slope[i] as number];
      const alone = (variance * a * (1 - part)) / children - (variance * a * a) / whole;
      curvature[i] = (formula.budget * part * (w * common + alone)) / whole;
      const raised = (part * (1 + own)) / (1 + liftOfAll);
      clipping[i] = formula.budget * ((raised * (w + a * (lift[i] as number))) / lifted - (part * w) / whole);
    }
  }
  return { curvature, clipping };
}

/** What each state is allotted on the true counts. */
function allotments(run: FormulaRun, formula: GrantFormula): Float64Array {
  const { facts, truth } = run;
  const byRow = (atPlaces: Float64Array) => {
    const column = new Float64Array(atPlaces.length);
    facts.order.forEach((row, place) => {
      column[row] = atPlaces[place] as number;
    });
    return column;
  };
  const allotted = new Float64Array(facts.names.length);
  const total = new Float64Array(truth.count.length);
  run.spend(byRow(truth.count), byRow(truth.children), total, (spent, amount) => {
    if (spent !== formula) return;
    allotted.forEach((_, s) => {
      allotted[s] = sum(amount, facts.start[s] as number, facts.start[s + 1] as number);
    });
  });
  return allotted;
}
