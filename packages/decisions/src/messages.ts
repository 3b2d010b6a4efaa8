import { DpfairError } from '@dpfair/result';

export const refusePost = (decision: string, post: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', {
    what: `post-processing that decision ${decision} does not take`,
    value: post,
    allowed: allowed.join(', '),
  });

export const unknownDecision = (name: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', { what: 'unknown decision', value: name, allowed: allowed.join(', ') });

export const nothingToAllot = (): DpfairError =>
  new DpfairError('undefined-result', {
    what: 'shares do not exist: every count is zero',
    allowed: 'at least one positive count',
  });

export const ruleFault = (rule: string, column: number, found: string, allowed: string): DpfairError =>
  new DpfairError('usage', { what: `rule "${rule}", column ${column}`, value: found, allowed });

export const ruleMissing = (): DpfairError =>
  new DpfairError('usage', {
    what: 'decision threshold without a rule',
    allowed: 'a rule over named counts, such as "lep > 0.05 * citizens or lep > 10000"',
  });

export const ruleUnused = (decision: string, rule: string): DpfairError =>
  new DpfairError('usage', {
    what: `decision ${decision} has no use for a rule`,
    value: rule,
    allowed: 'decision threshold',
  });
