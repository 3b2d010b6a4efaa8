import type { DecisionInput } from '../../../decision.js';
import type { Clauses } from '../law/clauses.js';
import type { GrantName, Title1Statute } from '../law/statute.js';
import { type CompiledSpender, compiledSpender } from './compiled/compiled-spender.js';
import {
  type FormulaContext,
  type GrantFormula,
  grantFormula,
  type NoisyPlaces,
  type TrueCounts,
} from './grant-formula.js';
import { type KeptPart, keptPart } from './kept-part.js';
import { addByRow, atPlaces, sumByState, toPlaces } from './places.js';
import { centRounder } from './spending/round-to-cents.js';
import type { Spending } from './spending/spend.js';
import { wholeCents } from './spending/whole-cents.js';
import { type StateFacts, stateFacts } from './states.js';

/** What a run of the statute is made from. */
export interface FormulaRunOptions {
  readonly statute: Title1Statute;
  readonly clauses: Clauses;
  readonly grants: readonly GrantName[];
  /** Dollars of this run for a dollar of the statute. */
  readonly scale: number;
}

/** The statute on one table, prepared once for many runs on noisy counts. */
export interface FormulaRun {
  readonly facts: StateFacts;
  readonly formulas: readonly GrantFormula[];
  readonly truth: TrueCounts;
  readonly keep: KeptPart;
  /** Dollars of all grants. */
  readonly budget: number;
  /**
   * Spends every grant on counts by row of the table and adds each amount, in cents where they are rounded and else in dollars, to `total`.
   * Negative counts are taken as they are.
   *
   * @param each called after each grant with its amounts by place, before they are rounded.
   */
  readonly spend: (
    count: Float64Array,
    children: Float64Array,
    total: Float64Array,
    each?: (formula: GrantFormula, amount: Float64Array, spending: Spending) => void,
  ) => void;
}

/**
 * Reads what is public, fixes what is held at the truth, and finds last year's amounts: the columns `previous` (of a single grant) or
 * `previous_basic` and so on, or else what the statute gives on the true counts with nothing held harmless.
 */
export function formulaRun(input: DecisionInput, options: FormulaRunOptions): FormulaRun {
  const { statute, clauses, grants, scale } = options;
  const facts = stateFacts(input, statute);
  const childrenColumn = (input.counts.children ?? input.fixed.children) as Float64Array;
  const truth = {
    count: atPlaces(input.counts.count as Float64Array, facts.order),
    children: atPlaces(childrenColumn, facts.order),
  };
  const context: FormulaContext = { statute, clauses, facts, truth, scale };
  const formulas = grants.map((name) =>
    grantFormula(name, context, previousOf(name, input, grants.length === 1, context)),
  );
  const keep = keptPart(context);
  startAtTruth(formulas, keep, context);
  const childrenArePublic = input.counts.children === undefined;
  const spend = spenderOf(formulas, keep, context, childrenArePublic);
  let spent = 0;
  let compiled: CompiledSpender | null = null;
  return {
    facts,
    formulas,
    truth,
    keep,
    budget: formulas.reduce((sum, { budget }) => sum + budget, 0),
    spend: (count, children, total, each) => {
      spent += 1;
      if (spent === FEW_TIMES) compiled = compiledSpender(formulas, keep, context, childrenArePublic);
      if (each !== undefined || !compiled?.(count, children, total)) spend(count, children, total, each);
    },
  };
}

/** A run that is used less often is over before a kernel is open. */
const FEW_TIMES = 3;

/** Searches for rates start from those of the true counts, whichever trials a thread has run before. */
function startAtTruth(
  formulas: readonly GrantFormula[],
  keep: KeptPart,
  { facts, truth, clauses }: FormulaContext,
): void {
  const columns = () => new Float64Array(truth.count.length);
  const [least, weight, floor, amount, kept] = [columns(), columns(), columns(), columns(), columns()];
  const childrenOf = new Float64Array(facts.names.length);
  sumByState(truth.count, facts.start, childrenOf);
  if (clauses['hold-harmless']) keep(truth.count, truth.children, kept);
  for (const formula of formulas) {
    formula.leastCounts(truth.children, least);
    formula.ask({ ...truth, least, kept }, weight);
    formula.hold({ ...truth, least, kept }, floor);
    formula.spend(weight, floor, childrenOf, amount, true);
  }
}

function spenderOf(
  formulas: readonly GrantFormula[],
  keep: KeptPart,
  { facts, truth, clauses }: FormulaContext,
  childrenArePublic: boolean,
): FormulaRun['spend'] {
  const { order, start } = facts;
  const n = order.length;
  const columns = () => new Float64Array(n);
  const [count, weight, floor, amount, kept] = [columns(), columns(), columns(), columns(), columns()];
  const childrenOf = new Float64Array(facts.names.length);
  const children = truth.children.slice();
  const places = formulas.map(({ leastCounts }) => {
    const least = columns();
    leastCounts(children, least);
    return { count, children, least, kept };
  });
  const round = centRounder(n);
  const cents = wholeCents(formulas.map(({ budget }) => budget));
  return (countByRow, childrenByRow, total, each) => {
    toPlaces(countByRow, order, count);
    if (!childrenArePublic) toPlaces(childrenByRow, order, children);
    if (clauses['hold-harmless']) keep(count, children, kept);
    sumByState(count, start, childrenOf);
    total.fill(0);
    for (let k = 0; k < formulas.length; k++) {
      const formula = formulas[k] as GrantFormula;
      const own = places[k] as NoisyPlaces;
      if (!childrenArePublic) formula.leastCounts(children, own.least);
      formula.ask(own, weight);
      formula.hold(own, floor);
      const spending = formula.spend(weight, floor, childrenOf, amount);
      each?.(formula, amount, spending);
      if (clauses.cents) round(amount, (cents[k] as number) / 100);
      addByRow(amount, order, total);
    }
  };
}

function previousOf(
  name: GrantName,
  { fixed }: DecisionInput,
  alone: boolean,
  context: FormulaContext,
): Float64Array | null {
  if (!context.clauses['hold-harmless']) return null;
  const { facts, truth } = context;
  const column = fixed[previousRole(name)] ?? (alone ? fixed.previous : undefined);
  if (column !== undefined) return atPlaces(column, facts.order);
  const formula = grantFormula(name, context, null);
  const columns = () => new Float64Array(truth.count.length);
  const [least, weight, floor, amount] = [columns(), columns(), columns(), columns()];
  const childrenOf = new Float64Array(facts.names.length);
  sumByState(truth.count, facts.start, childrenOf);
  formula.leastCounts(truth.children, least);
  formula.ask({ ...truth, least, kept: floor }, weight);
  formula.hold({ ...truth, least, kept: floor }, floor);
  formula.spend(weight, floor, childrenOf, amount);
  return amount;
}

/** The role of last year's amounts of one grant. */
export const previousRole = (grant: GrantName): string => `previous_${grant}`;
