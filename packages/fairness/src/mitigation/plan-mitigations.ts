import {
  type Decision,
  type DecisionInput,
  isApplicable,
  type SubstituteName,
  type SubstituteSettings,
  substituteDecision,
  substituteKind,
  substituteNames,
} from '@dpfair/decisions';
import { noiseDistribution, noiseKinds, type PostName } from '@dpfair/mechanisms';
import type { Mechanism } from '@dpfair/result';
import { assumesOf } from './assumes-of.js';
import { mitigationReasons as say } from './messages.js';
import { type LeftOut, MAKE_WHOLE, MORE_EPSILON, type PlannedMitigation } from './planned-mitigation.js';

/** What mitigations are planned from. */
export interface PlanningContext {
  readonly decision: Decision;
  readonly input: DecisionInput;
  readonly posts: readonly PostName[];
  readonly settings: SubstituteSettings;
  readonly epsilonFactor: number;
  /** Null: all. */
  readonly only: readonly string[] | null;
}

export interface MitigationPlan {
  /** The decision as it is comes first. */
  readonly planned: readonly PlannedMitigation[];
  readonly leftOut: readonly LeftOut[];
}

/** Names of everything that can be compared for a decision of this unit, the posts aside. */
export function mitigationNames(unit: Decision['unit']): readonly string[] {
  const substitutes = substituteNames.filter((name) => substituteKind(name).unit === unit);
  return [...substitutes, ...(unit === 'share' ? [MAKE_WHOLE] : []), MORE_EPSILON];
}

/** Everything that is compared at one budget. */
export function planMitigations(mechanism: Mechanism, context: PlanningContext): MitigationPlan {
  const { decision, posts, only, epsilonFactor } = context;
  const baseline = posts[0] as PostName;
  const asItIs = { decision, post: baseline, mechanism, noise: noiseDistribution(mechanism), ...nothing };
  const isWanted = (name: string) => only === null || only.includes(name);
  const planned: PlannedMitigation[] = [{ ...asItIs, id: baseline, change: 'none', assumes: assumesOf(baseline) }];
  const leftOut: LeftOut[] = [];
  for (const post of posts.slice(1))
    planned.push({ ...asItIs, id: post, post, change: 'post-processing', assumes: assumesOf(post) });
  for (const name of mitigationNames(decision.unit).filter(isWanted)) {
    if (name === MAKE_WHOLE) planned.push({ ...asItIs, id: name, change: 'money', assumes: [say.assumesBias()] });
    else if (name === MORE_EPSILON) {
      const larger = withMoreEpsilon(mechanism, epsilonFactor);
      const noise = noiseDistribution(larger);
      const facts = [{ id: 'epsilon-factor', name: say.epsilonFactor(), value: epsilonFactor }];
      planned.push({ ...asItIs, id: name, change: 'privacy', mechanism: larger, noise, facts });
    } else {
      const found = planSubstitute(name as SubstituteName, mechanism, context);
      if ('reason' in found) leftOut.push(found);
      else planned.push(...found.planned);
    }
  }
  return { planned, leftOut };
}

const nothing = { spec: null, assumes: [], facts: [], remark: null } as const;

function planSubstitute(
  name: SubstituteName,
  mechanism: Mechanism,
  { decision, input, posts, settings }: PlanningContext,
): { readonly planned: readonly PlannedMitigation[] } | LeftOut {
  const noise = noiseDistribution(mechanism);
  const kind = substituteKind(name);
  const plan = kind.plan({ decision, input, noise, sensitivity: mechanism.sensitivity, settings });
  if (!isApplicable(plan)) return { id: name, reason: plan.notApplicable };
  const { spec, countSpread, assumes, facts, remark = null } = plan;
  const substitute = substituteDecision(decision, spec);
  return {
    planned: kind.posts(posts[0] as PostName).map((post, k) => ({
      id: k === 0 ? name : `${name}+${post}`,
      change: 'substitute',
      decision: substitute,
      post,
      mechanism,
      noise: countSpread === undefined ? noise : noiseKinds[mechanism.kind].distribution(countSpread),
      spec,
      assumes,
      facts,
      remark,
    })),
  };
}

/** The same mechanism with a budget that is so many times larger; where only its spread is known, one so many times smaller. */
function withMoreEpsilon(mechanism: Mechanism, factor: number): Mechanism {
  const { kind, epsilon, delta, sensitivity, neighbours, total } = mechanism;
  const { ofBudget, ofSpread, spreadName } = noiseKinds[kind];
  const options = { sensitivity, neighbours, columns: total.columns };
  const given = delta === null || delta === 0 ? undefined : delta;
  return epsilon === null
    ? ofSpread((mechanism[spreadName] as number) / factor, given, options)
    : ofBudget(epsilon * factor, given, options);
}
