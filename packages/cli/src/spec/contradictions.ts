import { decisionByName } from '@dpfair/decisions';
import type { Fault } from '@dpfair/result';
import type { AuditSpec } from './audit-spec.js';

/**
 * What in a spec contradicts itself or is missing; empty when nothing is. `given` holds what the user said, without the
 * defaults.
 */
export function contradictionsOf(spec: AuditSpec, given: Readonly<Record<string, unknown>>): readonly Fault[] {
  return [...budgetFaults(spec), ...deltaFaults(spec), ...otherFaults(spec, given)];
}

function budgetFaults(spec: AuditSpec): readonly Fault[] {
  const laplace = spec.mechanism.includes('laplace');
  const gaussian = spec.mechanism.includes('gaussian');
  const budgets = [spec.epsilon && '--epsilon', spec.totalEpsilon && '--total-epsilon'].filter(Boolean);
  const widths = [spec.scale && '--scale', spec.sigma && '--sigma'].filter(Boolean);
  if (budgets.length > 1 || (budgets.length > 0 && widths.length > 0)) {
    const allowed = '--epsilon or --total-epsilon, or else --scale and --sigma';
    return [{ what: 'options that contradict each other', value: [...budgets, ...widths].join(', '), allowed }];
  }
  if (budgets.length > 0) return [];
  if (widths.length === 0) {
    return [
      { what: 'no privacy budget', allowed: '--epsilon, --total-epsilon, --scale (laplace) or --sigma (gaussian)' },
    ];
  }
  return [
    ...fault(!laplace && spec.scale !== null, '--scale without its mechanism', '--mechanism laplace'),
    ...fault(!gaussian && spec.sigma !== null, '--sigma without its mechanism', '--mechanism gaussian'),
    ...fault(laplace && spec.scale === null, 'no budget for the laplace mechanism', '--scale beside --sigma'),
    ...fault(gaussian && spec.sigma === null, 'no budget for the gaussian mechanism', '--sigma beside --scale'),
  ];
}

function deltaFaults(spec: AuditSpec): readonly Fault[] {
  const gaussian = spec.mechanism.includes('gaussian');
  const needed = gaussian && spec.delta === null && (spec.epsilon ?? spec.totalEpsilon) !== null;
  return [
    ...fault(needed, 'no delta for the gaussian mechanism', '--delta beside --epsilon, or --sigma instead'),
    ...fault(!gaussian && spec.delta !== null, '--delta without a mechanism that has one', '--mechanism gaussian'),
  ];
}

function otherFaults(spec: AuditSpec, given: Readonly<Record<string, unknown>>): readonly Fault[] {
  const simulates = spec.method === 'auto' || spec.method === 'montecarlo';
  const { posts } = decisionByName(spec.decision);
  const refusedPosts = spec.post.filter((post) => !posts.includes(post));
  const replaceAlone = spec.neighbours === 'replace' && given.sensitivity === undefined;
  const dollarsAlone = spec.budget === null && spec.failOn.some((condition) => condition.trim().startsWith('dollars'));
  const moneyWithoutShares = spec.budget !== null && spec.decision === 'identity';
  return [
    ...fault(
      replaceAlone,
      '--neighbours replace without --sensitivity',
      '--sensitivity 2 when a replaced person leaves one count and enters another, 1 when only one count changes',
    ),
    ...fault(
      refusedPosts.length > 0,
      `--post ${refusedPosts.join(',')} with decision ${spec.decision}`,
      posts.join(', '),
    ),
    ...fault(spec.join.length !== spec.on.length, '--join without its own --on', 'one --on for each --join, in order'),
    ...fault(spec.plain && !simulates, '--plain without Monte Carlo', '--method montecarlo or auto'),
    ...fault(dollarsAlone, '--fail-on dollars without a budget', '--budget DOLLARS'),
    ...fault(moneyWithoutShares, '--budget with decision identity', '--decision allotment'),
    ...fault(
      spec.decision === 'identity' && spec.failOn.some((condition) => condition.trim().startsWith('cost')),
      '--fail-on cost with decision identity',
      '--decision allotment',
    ),
  ];
}

function fault(present: boolean, what: string, allowed: string): readonly Fault[] {
  return present ? [{ what, allowed }] : [];
}
