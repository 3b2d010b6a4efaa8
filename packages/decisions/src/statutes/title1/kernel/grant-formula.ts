import type { Clauses } from '../law/clauses.js';
import { grantRule } from '../law/grant-rule.js';
import type { BracketPair, GrantName, GrantRule, Title1Statute } from '../law/statute.js';
import { leastEligibleCount } from './eligibility.js';
import { expenditureFactors, stateMultipliers } from './expenditure.js';
import { ofTheirStates } from './places.js';
import { NO_FLOOR } from './spending/at-rate.js';
import { nationalSpender, type Spending, stateSpender } from './spending/spend.js';
import { fillStateMinimums } from './spending/state-minimum.js';
import type { StateFacts } from './states.js';
import { bracketsAt, tangentWeightChildren, type WeightChildren, weightChildren } from './weighted-children.js';

/** True counts of formula children and of all children, by place: what clauses held at the truth are read from. */
export interface TrueCounts {
  readonly count: Float64Array;
  readonly children: Float64Array;
}

/** Counts of one trial by place, and what follows from them for every grant. */
export interface NoisyPlaces extends TrueCounts {
  /** What each district needs to be eligible, by place. */
  readonly least: Float64Array;
  /** The part of last year's amount that each district keeps, by place; see {@link keptPart}. */
  readonly kept: Float64Array;
}

/** One grant as functions of noisy counts. All arrays are by place, see {@link StateFacts}. */
export interface GrantFormula {
  readonly name: GrantName;
  readonly budget: number;
  /** Writes the least count with which each district, of so many children, is eligible. */
  readonly leastCounts: (children: Float64Array, least: Float64Array) => void;
  /** Writes what each district asks for: weighted children x dollars a child; 0 where it is not eligible. */
  readonly ask: (counts: NoisyPlaces, weight: Float64Array) => void;
  /** Writes what each district is held harmless at, in dollars; {@link NO_FLOOR} where nothing is held. */
  readonly hold: (counts: NoisyPlaces, floor: Float64Array) => void;
  /** Counts at which what a district of so many children is given may jump or bend by a rule of the statute, in no order. */
  readonly kinks: (place: number, children: number) => readonly number[];
  /** Writes the least amount of states with so many formula children each. */
  readonly minimums: (childrenOf: Float64Array, least: Float64Array) => void;
  /** Spends the budget on states with so many formula children each; with `remember`, later searches for rates start where this one ends. */
  readonly spend: (
    weight: Float64Array,
    floor: Float64Array,
    childrenOf: Float64Array,
    amount: Float64Array,
    remember?: boolean,
  ) => Spending;
  /** Whether states are allotted first. */
  readonly byState: boolean;
  /** Writes what each state with so many formula children asks for; null where states are not allotted first. */
  readonly askOfStates: ((childrenOf: Float64Array, wanted: Float64Array) => void) | null;
  /** The same grant as numbers; null where its weights are not sums over brackets. */
  readonly numbers: GrantNumbers | null;
}

/** What a grant is made of, by place, for passes over two grants at once. */
export interface GrantNumbers {
  /** Dollars of a weighted child. */
  readonly factor: Float64Array;
  /** Null: every child counts once. */
  readonly pairs: readonly (BracketPair | null)[];
  /** The weighted count is at most so many times the count; infinite where there is no limit. */
  readonly cap: Float64Array;
  /** Last year's dollars; null: nothing is held. */
  readonly previous: Float64Array | null;
  /** Whether a district that is no longer eligible is held too. */
  readonly keptAnyway: boolean;
}

/** What every formula of a run shares. */
export interface FormulaContext {
  readonly statute: Title1Statute;
  readonly clauses: Clauses;
  readonly facts: StateFacts;
  readonly truth: TrueCounts;
  /** Dollars of this run for a dollar of the statute. */
  readonly scale: number;
}

/** @param previous last year's dollars, by place; null: nothing is held. */
export function grantFormula(name: GrantName, context: FormulaContext, previous: Float64Array | null): GrantFormula {
  const { statute, clauses, facts, scale } = context;
  const rule = grantRule(statute, name);
  const byState = expenditureFactors(facts, rule.expenditure, statute, clauses);
  const factor = ofTheirStates(byState, facts.start);
  const minimums: GrantFormula['minimums'] = (childrenOf, least) => {
    if (clauses['state-minimum']) fillStateMinimums(rule.stateMinimum, budget, scale, childrenOf, least);
  };
  const weighing = weighingOf(rule, context);
  const weigh = weigherOf(weighing, context);
  const held = clauses['hold-harmless'] ? previous : null;
  const keptAnyway = rule.heldWhenIneligible && clauses['four-years'];
  const askOfStates = stateAskerOf(rule, context, byState);
  const budget = rule.appropriationDollars * scale;
  return {
    name,
    budget,
    leastCounts: leastCountsOf(rule, context, name),
    ask: ({ count, children, least }, weight) => {
      weigh(count, children, weight);
      payEligible(count, least, factor, weight);
    },
    hold: holderOf(keptAnyway, held),
    kinks: kinksOf(rule, context),
    minimums,
    spend: spenderOf(facts, budget, minimums, askOfStates),
    byState: askOfStates !== null,
    askOfStates,
    numbers: clauses['brackets-from-truth'] ? null : { factor, ...weighing, previous: held, keptAnyway },
  };
}

/** Multiplies weighted children by dollars a child, or by 0 where there are too few of them. */
function payEligible(count: Float64Array, least: Float64Array, factor: Float64Array, weight: Float64Array): void {
  for (let place = 0; place < weight.length; place++) {
    const eligible = Number((count[place] as number) >= (least[place] as number));
    weight[place] = eligible * (factor[place] as number) * (weight[place] as number);
  }
}

function leastCountsOf(
  rule: GrantRule,
  { clauses, truth }: FormulaContext,
  name: GrantName,
): GrantFormula['leastCounts'] {
  const least = leastEligibleCount(rule.eligible, `grants.${name}.eligible`);
  if (!clauses.eligibility) return (_children, into) => into.fill(Number.NEGATIVE_INFINITY);
  if (clauses['eligibility-from-truth']) {
    const fixed = truth.count.map((count, place) =>
      count >= least(truth.children[place] as number) ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
    );
    return (_children, into) => into.set(fixed);
  }
  return (children, into) => {
    for (let place = 0; place < into.length; place++) into[place] = least(children[place] as number);
  };
}

/** The brackets of each place, and the caps. */
function weighingOf(rule: GrantRule, { clauses, facts }: FormulaContext): Pick<GrantNumbers, 'pairs' | 'cap'> {
  const { start, equity, isCounty, isPuertoRico } = facts;
  const weighs = clauses.brackets && rule.weights.length > 0;
  const limit = weighs && clauses['puerto-rico'] ? rule.puertoRicoWeightCap : null;
  const caps = isPuertoRico.map((there) => (there ? limit : null) ?? Number.POSITIVE_INFINITY);
  const equityAt = ofTheirStates(equity, start);
  return {
    pairs: weighs ? bracketsAt(rule, (place) => equityAt[place] as number, isCounty) : isCounty.map(() => null),
    cap: ofTheirStates(caps, start),
  };
}

function weigherOf({ pairs, cap }: ReturnType<typeof weighingOf>, { clauses, truth }: FormulaContext): WeightChildren {
  if (pairs.every((pair) => pair === null)) return (count, _children, into) => into.set(count);
  return clauses['brackets-from-truth']
    ? tangentWeightChildren(pairs, cap, truth.count, truth.children)
    : weightChildren(pairs, cap);
}

/** Thresholds, ends of brackets and ends of bands. */
function kinksOf(rule: GrantRule, { statute, facts }: FormulaContext): GrantFormula['kinks'] {
  const bands = statute.holdHarmless.map(({ fromPercent }) => fromPercent);
  const least = leastEligibleCount(rule.eligible, 'eligible');
  const endsOf = (kind: 'county' | 'district', by: keyof BracketPair) => [
    ...new Set(rule.weights.flatMap((weightClass) => weightClass[kind][by].map(({ above }) => above))),
  ];
  const ends = (kind: 'county' | 'district') => ({
    percents: [...bands, ...endsOf(kind, 'byPercent')],
    numbers: endsOf(kind, 'byNumber'),
  });
  const known = { county: ends('county'), district: ends('district') };
  return (place, children) => {
    const { percents, numbers } = known[facts.isCounty[place] ? 'county' : 'district'];
    return [least(children), ...percents.map((percent) => (percent * children) / 100), ...numbers];
  };
}

/** Last year's amount of who is eligible, times the part of it that is kept; 20 USC 6332(c)(1) and (2). */
function holderOf(keptAnyway: boolean, previous: Float64Array | null): GrantFormula['hold'] {
  if (previous === null) return (_counts, floor) => floor.fill(NO_FLOOR);
  const anyway = Number(keptAnyway);
  return ({ count, least, kept }, floor) => {
    for (let place = 0; place < floor.length; place++) {
      const stays = anyway | Number((count[place] as number) >= (least[place] as number));
      floor[place] = stays * (kept[place] as number) * (previous[place] as number);
    }
  };
}

/** 20 USC 6337(b)(1)(A): children x dollars a child x effort x (1.30 - equity factor). */
function stateAskerOf(
  { states }: GrantRule,
  { clauses, facts }: FormulaContext,
  factor: Float64Array,
): GrantFormula['askOfStates'] {
  if (states === null) return null;
  const multiplier = stateMultipliers(facts, states, clauses);
  return (childrenOf, wanted) => {
    for (let s = 0; s < wanted.length; s++)
      wanted[s] = (childrenOf[s] as number) * (factor[s] as number) * (multiplier[s] as number);
  };
}

function spenderOf(
  { start }: StateFacts,
  budget: number,
  minimums: GrantFormula['minimums'],
  askOfStates: GrantFormula['askOfStates'],
): GrantFormula['spend'] {
  const states = start.length - 1;
  const minimum = new Float64Array(states);
  if (askOfStates === null) {
    const spend = nationalSpender(start);
    return (weight, floor, childrenOf, amount, remember) => {
      minimums(childrenOf, minimum);
      return spend(weight, floor, minimum, budget, amount, remember);
    };
  }
  const wanted = new Float64Array(states);
  const spend = stateSpender(start);
  return (weight, floor, childrenOf, amount) => {
    minimums(childrenOf, minimum);
    askOfStates(childrenOf, wanted);
    return spend(weight, floor, wanted, minimum, budget, amount);
  };
}
