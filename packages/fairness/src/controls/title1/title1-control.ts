// docs/methods/title1.md, "What makes the simulation short".
import type { FormulaRun, GrantFormula } from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';
import type { ControlVariate } from '../control-variate.js';
import { ownAmounts } from './own-amount.js';
import type { Pieces } from './pieces.js';

/** One grant at the rates of the true counts. */
interface GrantControl {
  readonly pieces: Pieces;
  /** The piece on which each true count lies: noisy ones are looked for from there. */
  readonly home: Int32Array;
  readonly expected: Float64Array;
  readonly moving: Float64Array;
  /** Districts whose rates move together, by state: all states at the common rate are one. */
  readonly groupOf: Int32Array;
  /** Sum of `moving` over each group. */
  readonly movingOf: Float64Array;
  /** For a grant that goes to states first: what each state is allotted; 0 for those at their minimum. */
  readonly allotted: Float64Array | null;
  /** Dollars that a further child brings a state that is at its minimum. */
  readonly minimumPerChild: Float64Array;
}

/**
 * Control for the amounts of a statute that pays weights at a rate that spends the budget: what each district would have for its own noisy
 * count at the rates of the true counts, V_i(y_i), less its moving part A_i times the relative excess of the group's spending,
 * (sum V - E sum V) / sum A. Where states are allotted first, the excess is over what the state's noisy children bring it.
 * E of the first is a sum of closed forms, that of the second 0.
 */
export function title1Control(
  run: FormulaRun,
  truth: Float64Array,
  noise: NoiseDistribution,
  clipped: boolean,
): ControlVariate {
  const { facts, budget } = run;
  const { order, start } = facts;
  const n = order.length;
  const states = facts.names.length;
  const { count: trueCount } = run.truth;
  const grants = grantControls(run, noise, clipped);
  const expectedCount = trueCount.map((x) => (clipped ? noise.positivePart(x) : x));
  const childrenOf = sumsByState(trueCount, start);
  const perDollar = 1 / budget;
  const [count, amount, control] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)];
  const excess = new Float64Array(states);
  const excessChildren = new Float64Array(states);
  const expectedMinusTruth = new Float64Array(n);
  for (let place = 0; place < n; place++) {
    const row = order[place] as number;
    const dollars = grants.reduce((sum, { expected }) => sum + (expected[place] as number), 0);
    expectedMinusTruth[row] = dollars / budget - (truth[row] as number);
  }

  /** Fills `amount` with what each district has for its own count, and `excess` with the relative excess of each group. */
  const measure = ({ pieces, home, expected, groupOf, movingOf, allotted, minimumPerChild }: GrantControl) => {
    const { start: first, knot, value, slope } = pieces;
    excess.fill(0);
    for (let s = 0; s < states; s++) {
      let sum = 0;
      const end = start[s + 1] as number;
      for (let place = start[s] as number; place < end; place++) {
        const y = count[place] as number;
        let k = home[place] as number;
        const lowest = first[place] as number;
        const last = (first[place + 1] as number) - 1;
        while (k > lowest && y < (knot[k] as number)) k -= 1;
        while (k < last && y >= (knot[k + 1] as number)) k += 1;
        const own = (value[k] as number) + (slope[k] as number) * (y - (trueCount[place] as number));
        amount[place] = own;
        sum += own - (expected[place] as number);
      }
      const group = groupOf[s] as number;
      const brought = (minimumPerChild[s] as number) * (excessChildren[s] as number);
      excess[group] = (excess[group] as number) + sum - brought;
    }
    if (allotted !== null) subtractAllotments(allotted);
    for (let group = 0; group < states; group++) {
      const moving = movingOf[group] as number;
      excess[group] = moving > 0 ? (excess[group] as number) / moving : 0;
    }
  };

  /** More children bring a state more, at the cost of all states that are not at their minimum. */
  const subtractAllotments = (allotted: Float64Array) => {
    let whole = 0;
    let change = 0;
    for (let s = 0; s < states; s++) {
      const own = allotted[s] as number;
      if (!(own > 0)) continue;
      whole += own;
      change += (own * (excessChildren[s] as number)) / (childrenOf[s] as number);
    }
    for (let s = 0; s < states; s++) {
      const own = allotted[s] as number;
      if (!(own > 0)) continue;
      const gained = own * ((excessChildren[s] as number) / (childrenOf[s] as number) - change / whole);
      excess[s] = (excess[s] as number) - gained;
    }
  };

  const readCounts = (noisy: Float64Array) => {
    for (let s = 0; s < states; s++) {
      let sum = 0;
      const end = start[s + 1] as number;
      for (let place = start[s] as number; place < end; place++) {
        const y = noisy[order[place] as number] as number;
        count[place] = y;
        sum += (clipped && y < 0 ? 0 : y) - (expectedCount[place] as number);
      }
      excessChildren[s] = sum;
    }
  };

  return {
    expectedMinusTruth,
    accumulate: (noisy, outcome, into) => {
      readCounts(noisy);
      control.fill(0);
      for (const grant of grants) {
        measure(grant);
        const { groupOf, moving } = grant;
        for (let s = 0; s < states; s++) {
          const over = excess[groupOf[s] as number] as number;
          const end = start[s + 1] as number;
          for (let place = start[s] as number; place < end; place++) {
            const own = (amount[place] as number) - over * (moving[place] as number);
            control[place] = (control[place] as number) + own;
          }
        }
      }
      for (let place = 0; place < n; place++) {
        const row = order[place] as number;
        into[row] = (into[row] as number) + (outcome[row] as number) - perDollar * (control[place] as number);
      }
    },
  };
}

function grantControls(run: FormulaRun, noise: NoiseDistribution, clipped: boolean): GrantControl[] {
  const { facts, truth } = run;
  const { order, start } = facts;
  const n = order.length;
  const columns: GrantControl[] = [];
  const byRow = (atPlaces: Float64Array) => {
    const column = new Float64Array(n);
    for (let place = 0; place < n; place++) column[order[place] as number] = atPlaces[place] as number;
    return column;
  };
  run.spend(byRow(truth.count), byRow(truth.children), new Float64Array(n), (formula, amount, { rate, atMinimum }) => {
    const own = ownAmounts(run, formula, rate.slice(), noise, clipped);
    const groupOf = groupsOf(formula, atMinimum);
    const movingOf = new Float64Array(facts.names.length);
    sumsByState(own.moving, start).forEach((sum, s) => {
      movingOf[groupOf[s] as number] = (movingOf[groupOf[s] as number] as number) + sum;
    });
    const allotted = formula.byState
      ? sumsByState(amount, start).map((sum, s) => (atMinimum[s] === 1 ? 0 : sum))
      : null;
    const minimumPerChild = slopesOfMinimums(formula, sumsByState(truth.count, start), atMinimum);
    columns.push({ ...own, home: piecesAt(own.pieces, truth.count), groupOf, movingOf, allotted, minimumPerChild });
  });
  return columns;
}

/** The piece on which each count lies. */
function piecesAt({ start, knot }: Pieces, count: Float64Array): Int32Array {
  return Int32Array.from(count, (x, i) => {
    let k = start[i] as number;
    const last = (start[i + 1] as number) - 1;
    while (k < last && x >= (knot[k + 1] as number)) k += 1;
    return k;
  });
}

/** What one more child in every state adds to the minimums of those states that are at theirs. */
function slopesOfMinimums({ minimums }: GrantFormula, childrenOf: Float64Array, atMinimum: Uint8Array): Float64Array {
  const [now, then] = [childrenOf.map(() => 0), childrenOf.map(() => 0)];
  minimums(childrenOf, now);
  minimums(
    childrenOf.map((children) => children + 1),
    then,
  );
  return then.map((least, s) => (atMinimum[s] === 1 ? least - (now[s] as number) : 0));
}

/** States at the common rate are one group, called by the first of them; the others are groups of their own. */
function groupsOf({ byState }: GrantFormula, atMinimum: Uint8Array): Int32Array {
  const first = atMinimum.indexOf(0);
  return Int32Array.from(atMinimum, (apart, s) => (byState || apart === 1 ? s : first));
}

function sumsByState(values: Float64Array, start: Int32Array): Float64Array {
  const sums = new Float64Array(start.length - 1);
  for (let s = 0; s < sums.length; s++) {
    for (let i = start[s] as number; i < (start[s + 1] as number); i++)
      sums[s] = (sums[s] as number) + (values[i] as number);
  }
  return sums;
}
