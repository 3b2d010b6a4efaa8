import { decisionKind, decisionNames } from '@dpfair/decisions';
import { noiseKinds } from '@dpfair/mechanisms';
import { DpfairError, type Fault } from '@dpfair/result';
import { type Condition, type ConditionMeasure, parseCondition } from '../../audit/condition.js';
import { contradictions } from '../../messages/spec.js';
import { mechanismNames } from '../../options/privacy-options.js';
import type { AuditSpec } from '../audit-spec.js';
import { largestPossible } from './largest-possible.js';
import { when } from './when.js';

/**
 * What in a spec contradicts itself or is missing; empty when nothing is. `given` holds what the user said, without the
 * defaults. Where a budget is looked for none need be given.
 */
export function contradictionsOf(
  spec: AuditSpec,
  given: Readonly<Record<string, unknown>>,
  searchesBudget = false,
): readonly Fault[] {
  return [...budgetFaults(spec, searchesBudget), ...deltaFaults(spec, searchesBudget), ...otherFaults(spec, given)];
}

function budgetFaults(spec: AuditSpec, searchesBudget: boolean): readonly Fault[] {
  const budgets = [spec.epsilon && '--epsilon', spec.totalEpsilon && '--total-epsilon'].filter(Boolean);
  const widths = [spec.scale && '--scale', spec.sigma && '--sigma'].filter(Boolean);
  if (budgets.length > 1 || (budgets.length > 0 && widths.length > 0)) {
    return [contradictions.budgets([...budgets, ...widths].join(', '))];
  }
  if (budgets.length > 0) return [];
  if (widths.length === 0) return searchesBudget ? [] : [contradictions.noBudget];
  const isAlone = (name: 'scale' | 'sigma') =>
    spec[name] !== null && !spec.mechanism.some((kind) => noiseKinds[kind].spreadName === name);
  return [
    ...(['scale', 'sigma'] as const).filter(isAlone).map((name) => contradictions.spreadAlone(name, kindsOf(name))),
    ...spec.mechanism
      .filter((kind) => spec[noiseKinds[kind].spreadName] === null)
      .map((kind) => contradictions.kindWithoutSpread(kind, noiseKinds[kind].spreadName)),
  ];
}

/** The kinds of noise that are sized by this. */
const kindsOf = (spreadName: 'scale' | 'sigma') =>
  mechanismNames.filter((kind) => noiseKinds[kind].spreadName === spreadName);

function deltaFaults(spec: AuditSpec, searchesBudget: boolean): readonly Fault[] {
  const withDelta = spec.mechanism.filter((kind) => noiseKinds[kind].takesDelta);
  const hasEpsilon = searchesBudget || (spec.epsilon ?? spec.totalEpsilon) !== null;
  const needed = spec.delta === null && hasEpsilon;
  // A search for epsilon and noise of a given size are two different questions.
  if (searchesBudget && withDelta.length > 0 && needed && spec.sigma !== null) return [contradictions.targetWithSigma];
  return [
    ...(needed ? withDelta.map(contradictions.noDelta) : []),
    ...when(withDelta.length === 0 && spec.delta !== null, contradictions.deltaAlone),
  ];
}

function otherFaults(spec: AuditSpec, given: Readonly<Record<string, unknown>>): readonly Fault[] {
  const simulates = spec.method === 'auto' || spec.method === 'montecarlo';
  const { posts, unit, parameterNames } = decisionKind(spec.decision);
  const refused = spec.post.filter((post) => !posts.includes(post));
  const hasShares = unit === 'share';
  const ofShares = decisionNames.filter((name) => decisionKind(name).unit === 'share');
  // A decision that a budget is a parameter of has one of its own.
  const knowsMoney = spec.budget !== null || parameterNames.includes('budget');
  const conditions = spec.failOn.flatMap(readable);
  const fails = (measure: ConditionMeasure) => conditions.some((condition) => condition.measure === measure);
  // A measure that the decision does not have at all is refused by a fault of its own.
  const has = (measure: ConditionMeasure) =>
    measure === 'cost' ? hasShares : !isRate(measure) || unit === 'probability';
  const impossible = conditions.filter(({ measure, limit }) => has(measure) && limit > largestPossible(measure, unit));
  return [
    ...when(spec.neighbours === 'replace' && given.sensitivity === undefined, contradictions.replaceAlone),
    ...when(refused.length > 0, contradictions.posts(refused, spec.decision, posts)),
    ...when(spec.join.length !== spec.on.length, contradictions.joinWithoutKey),
    ...when(spec.plain && !simulates, contradictions.plainAlone),
    ...when(hasShares && !knowsMoney && fails('dollars'), contradictions.dollarsAlone),
    ...when(!hasShares && fails('dollars'), contradictions.dollarsWithoutShares(spec.decision, ofShares)),
    ...when(spec.budget !== null && !hasShares, contradictions.moneyWithoutShares(spec.decision, ofShares)),
    ...when(!hasShares && fails('cost'), contradictions.costWithoutShares(spec.decision, ofShares)),
    ...when(
      unit !== 'probability' && (fails('false-negative') || fails('false-positive')),
      contradictions.ratesWithoutAnswers(spec.decision),
    ),
    ...impossible.map(({ text, measure }) =>
      contradictions.impossibleLimit('fail-on', text, measure, largestPossible(measure, unit)),
    ),
  ];
}

const isRate = (measure: ConditionMeasure) => measure === 'false-negative' || measure === 'false-positive';

/** A condition that can be read; the others are named as faults by themselves. */
function readable(text: string): readonly Condition[] {
  try {
    return [parseCondition(text)];
  } catch (error) {
    if (error instanceof DpfairError) return [];
    throw error;
  }
}
