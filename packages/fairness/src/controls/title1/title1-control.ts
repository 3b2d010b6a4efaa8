// docs/methods/title1.md, "Estimates".
import type { FormulaRun, GrantFormula } from '@dpfair/decisions';
import type { NoiseDistribution } from '@dpfair/stats';
import { once } from '../../models/once.js';
import type { ControlVariate } from '../control-variate.js';
import { type OwnAmounts, ownAmounts } from './own-amount.js';
import { FUNCTIONS, sharePieces } from './shared-pieces.js';
import { trialPasses } from './trial-passes.js';

/** One grant at the rates of the true counts. */
interface GrantControl extends OwnAmounts {
  /** Districts whose rates move together, by state: all states at the common rate are one. */
  readonly groupOf: Int32Array;
  /** Sum of `moving` over each group. */
  readonly movingOf: Float64Array;
  /** For a grant that goes to states first: what each state is allotted; 0 for those at their minimum. */
  readonly allotted: Float64Array | null;
  /** Dollars that a further child brings a state that is at its minimum. */
  readonly minimumPerChild: Float64Array;
  /** By state: what a trial pays its districts for their own counts above what is expected. */
  readonly above: Float64Array;
  /** By group: what a trial spends above what is expected, as a part of what moves. */
  readonly excess: Float64Array;
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
  const childrenOf = sumsByState(trueCount, start);
  const perDollar = 1 / budget;
  const expectedShare = expectedShares(grants, n, perDollar);
  // Who only asks for the expectation does not need them.
  const passesOf = once(() =>
    trialPasses(sharePieces(grants, trueCount), {
      start,
      order,
      trueCount,
      expectedCount: trueCount.map((x) => (clipped ? noise.positivePart(x) : x)),
      clipped,
      expectedShare,
      moving: sideBySide(grants, n),
      perDollar,
    }),
  );
  const excessChildren = new Float64Array(states);
  const ofState = new Float64Array(FUNCTIONS);
  const expectedMinusTruth = new Float64Array(n);
  for (let place = 0; place < n; place++) {
    const row = order[place] as number;
    expectedMinusTruth[row] = (expectedShare[place] as number) - (truth[row] as number);
  }

  /** What each group spends above what is expected, as a part of what moves with its rate. */
  const measureGroups = ({ groupOf, movingOf, allotted, minimumPerChild, above, excess }: GrantControl) => {
    excess.fill(0);
    for (let s = 0; s < states; s++) {
      const group = groupOf[s] as number;
      const brought = (minimumPerChild[s] as number) * (excessChildren[s] as number);
      excess[group] = (excess[group] as number) + (above[s] as number) - brought;
    }
    if (allotted !== null) subtractAllotments(allotted, excess);
    for (let group = 0; group < states; group++) {
      const moves = movingOf[group] as number;
      excess[group] = moves > 0 ? (excess[group] as number) / moves : 0;
    }
  };

  /** More children bring a state more, at the cost of all states that are not at their minimum. */
  const subtractAllotments = (allotted: Float64Array, excess: Float64Array) => {
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

  return {
    expectedMinusTruth,
    accumulate: (noisy, outcome, into) => {
      const passes = passesOf();
      passes.read(noisy);
      for (let s = 0; s < states; s++) {
        excessChildren[s] = passes.measure(s, ofState);
        grants.forEach(({ above }, g) => {
          above[s] = ofState[g] as number;
        });
      }
      for (const grant of grants) measureGroups(grant);
      for (let s = 0; s < states; s++) {
        grants.forEach(({ groupOf, excess }, g) => {
          ofState[g] = excess[groupOf[s] as number] as number;
        });
        passes.take(s, ofState);
      }
      passes.addDifferences(outcome, into);
    },
  };
}

/** What each district is expected to have of all that is spent, by place. */
function expectedShares(grants: readonly GrantControl[], n: number, perDollar: number): Float64Array {
  return new Float64Array(n).map(
    (_, place) => perDollar * grants.reduce((sum, { expected }) => sum + (expected[place] as number), 0),
  );
}

/** What moves with the rate of each grant, those of a district together. */
function sideBySide(grants: readonly GrantControl[], n: number): Float64Array {
  const together = new Float64Array(FUNCTIONS * n);
  grants.forEach(({ moving }, g) => {
    moving.forEach((amount, place) => {
      together[FUNCTIONS * place + g] = amount;
    });
  });
  return together;
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
    const [above, excess] = [new Float64Array(facts.names.length), new Float64Array(facts.names.length)];
    columns.push({ ...own, groupOf, movingOf, allotted, minimumPerChild, above, excess });
  });
  return columns;
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
