import { countPosts, type PostName } from '@dpfair/mechanisms';
import { compensatedSum } from '@dpfair/stats';
import type { Decision, DecisionEvent, DecisionInput, DecisionParameters } from '../../decision.js';
import { nothingEligible, unknownGrant } from '../../messages/title1-messages.js';
import { refusePost } from '../../messages.js';
import type { NoisyColumns, Pipeline } from '../../pipeline.js';
import { threshold } from '../../threshold.js';
import { examineDistricts } from './examine.js';
import { type FormulaRun, formulaRun, previousRole } from './kernel/formula-run.js';
import { clauseNames, clauses } from './law/clauses.js';
import { grantRule } from './law/grant-rule.js';
import { type GrantName, grantNames } from './law/statute.js';
import { readTitle1Terms, type Title1Terms } from './law/terms.js';

/** What may be done to the noisy counts before the statute is applied. */
export const title1Posts = ['none', 'clip', 'sum', 'simplex'] as const satisfies readonly PostName[];

/**
 * Title I, part A: shares of the appropriations by the four formulas of the statute, from counts of formula children (`count`, private)
 * and of all children aged 5 to 17 (`children`, public unless said to be private), with the columns `state`, `expenditure` and so on.
 * See docs/methods/title1.md. The outcome of a district is its part of all that is appropriated, in whole cents.
 *
 * @throws DpfairError `usage` or `config` for clauses, grants or a rule file that cannot be read.
 */
export function title1(parameters: DecisionParameters): Decision {
  const terms = readTitle1Terms(parameters);
  const childrenArePrivate = terms.privateRoles.includes('children');
  if (parameters.event !== undefined) return eligibility(terms, parameters, childrenArePrivate);
  const previousRoles = [...(terms.grants.length === 1 ? ['previous'] : []), ...terms.grants.map(previousRole)];
  return {
    name: 'title1',
    parameters,
    unit: 'share',
    privateRoles: childrenArePrivate ? ['count', 'children'] : ['count'],
    publicRoles: [...(childrenArePrivate ? [] : ['children']), 'expenditure', 'income', 'equity', ...previousRoles],
    positiveRoles: ['expenditure', 'income'],
    nonNegativeRoles: previousRoles,
    labelRoles: ['state', 'type'],
    requiredRoles: childrenArePrivate ? ['state'] : ['children', 'state'],
    budgetDollars: terms.budgetDollars,
    posts: title1Posts,
    events: eligibilityEvents(terms, parameters),
    examine: (input) => examineDistricts(input, terms),
    truth: (input) => {
      const shares = sharesOf(title1Run(input, parameters), terms)(columnsOf(input), new Float64Array(rowsOf(input)));
      if (compensatedSum(shares) === 0) throw nothingEligible();
      return shares;
    },
    pipeline: (post, input) => pipelineOf(post, input, terms, parameters),
  };
}

/** Runs by their parameters and columns: an estimate asks for the same one several times, and it takes longer to make than to use. */
const known = new WeakMap<DecisionParameters, WeakMap<DecisionInput, FormulaRun>>();

/** The formulas of a run on these columns, for those who estimate what noise does to it. The same objects give the same run. */
export function title1Run(input: DecisionInput, parameters: DecisionParameters): FormulaRun {
  const runs = known.get(parameters) ?? new WeakMap<DecisionInput, FormulaRun>();
  known.set(parameters, runs);
  const run = runs.get(input) ?? formulaRun(input, readTitle1Terms(parameters));
  runs.set(input, run);
  return run;
}

function pipelineOf(
  post: PostName,
  input: DecisionInput,
  terms: Title1Terms,
  parameters: DecisionParameters,
): Pipeline {
  if (!isTitle1Post(post)) throw refusePost('title1', post, title1Posts);
  const shares = sharesOf(title1Run(input, parameters), terms);
  const released = countsReleased(post, input);
  const still = columnsOf(input);
  return {
    stages: [
      ...released.stages,
      {
        name: 'title1',
        parameters: { statute: terms.statute.name, grants: terms.grants.join(', '), ...switchedOf(terms) },
        linear: false,
        keeps: { sum: false, sign: true, integers: false },
      },
    ],
    apply: (noisy, outcome) => {
      const { count, children = still.children } = released.from(noisy);
      shares({ count, children } as NoisyColumns, outcome);
    },
  };
}

/** Noisy counts after their post-processing, in columns that are used again by the next trial. */
function countsReleased(post: (typeof title1Posts)[number], input: DecisionInput) {
  const roles = Object.keys(input.counts);
  const stages = roles.map((role) => countPosts[post](compensatedSum(input.counts[role] as Float64Array), undefined));
  const columns: Record<string, Float64Array> = {};
  for (const role of roles) columns[role] = new Float64Array(rowsOf(input));
  return {
    stages: (stages[0] ?? []).map(({ description }) => description),
    from: (noisy: NoisyColumns): NoisyColumns => {
      roles.forEach((role, k) => {
        const column = columns[role] as Float64Array;
        column.set(noisy[role] as Float64Array);
        for (const stage of stages[k] ?? []) stage.apply(column);
      });
      return columns;
    },
  };
}

/** The clauses that are not as in the statute, in words. */
function switchedOf({ clauses: inForce }: Title1Terms): Record<string, string> {
  const switched = clauseNames.filter((name) => inForce[name] !== clauses[name].standard);
  return switched.length === 0
    ? {}
    : { clauses: switched.map((name) => `${name}=${inForce[name] ? 'on' : 'off'}`).join(', ') };
}

const isTitle1Post = (post: PostName): post is (typeof title1Posts)[number] =>
  (title1Posts as readonly PostName[]).includes(post);

const rowsOf = ({ counts }: DecisionInput): number => counts.count?.length ?? 0;

/** The two columns that the formulas run on, wherever they stand. */
const columnsOf = ({ counts, fixed }: DecisionInput): NoisyColumns => ({
  count: counts.count as Float64Array,
  children: (counts.children ?? fixed.children) as Float64Array,
});

/** Writes each row's share of the budget, and returns the column. */
function sharesOf({ spend, budget }: FormulaRun, { clauses }: Title1Terms) {
  const whole = clauses.cents ? Math.round(100 * budget) : budget;
  return ({ count, children }: NoisyColumns, outcome: Float64Array): Float64Array => {
    spend(count as Float64Array, children as Float64Array, outcome);
    for (let row = 0; row < outcome.length; row++) outcome[row] = (outcome[row] as number) / whole;
    return outcome;
  };
}

/** Whether a district is eligible for each grant. */
function eligibilityEvents(
  { grants, statute, clauses: on }: Title1Terms,
  parameters: DecisionParameters,
): DecisionEvent[] {
  if (!on.eligibility || on['eligibility-from-truth']) return [];
  return grants.map((grant) => ({
    name: `eligible for ${grantWords[grant]}`,
    question: `Does the district have the children that ${grantRule(statute, grant).cite} asks for?`,
    decision: title1({ ...parameters, event: grant }),
    postOf: (post) => post,
  }));
}

/** The rule of eligibility that an event of Title I asks. */
export const title1EligibilityRule = (parameters: DecisionParameters): string =>
  eligibilityRule(readTitle1Terms(parameters), parameters);

function eligibilityRule({ statute }: Title1Terms, { event = '' }: DecisionParameters): string {
  if (!isGrant(event)) throw unknownGrant(event, grantNames);
  return grantRule(statute, event).eligible;
}

const isGrant = (name: string): name is GrantName => (grantNames as readonly string[]).includes(name);

/** The rule of eligibility asked of counts after their post-processing, those that tie counts together included. */
function eligibility(terms: Title1Terms, parameters: DecisionParameters, childrenArePrivate: boolean): Decision {
  const rule = eligibilityRule(terms, parameters);
  const asksChildren = /\bchildren\b/.test(rule);
  const asked = threshold({ rule, ...(childrenArePrivate || !asksChildren ? {} : { public: ['children'] }) });
  return {
    ...asked,
    name: 'title1',
    parameters,
    posts: title1Posts,
    pipeline: (post, input) => {
      if (!isTitle1Post(post)) throw refusePost('title1', post, title1Posts);
      const { stages, apply } = asked.pipeline('none', input);
      const released = countsReleased(post, input);
      return {
        stages: [...released.stages, ...stages],
        apply: (noisy, outcome) => apply(released.from(noisy), outcome),
      };
    },
  };
}

const grantWords = {
  basic: 'basic grants',
  concentration: 'concentration grants',
  targeted: 'targeted grants',
  efig: 'education finance incentive grants',
} as const;
