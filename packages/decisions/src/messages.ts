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

/** What a yes means of one comparison of a rule. */
export const comparisonAlone = (rule: string): string => `${rule}, asked by itself`;

export const ruleMissing = (): DpfairError =>
  new DpfairError('usage', {
    what: 'decision threshold without a rule',
    allowed: 'a rule over named counts, such as "lep > 0.05 * citizens or lep > 10000"',
  });

export const parameterUnused = (
  decision: string,
  parameter: string,
  value: unknown,
  users: readonly string[],
): DpfairError =>
  new DpfairError('usage', {
    what: `decision ${decision} has no use for ${parameter}`,
    value: typeof value === 'string' ? value : JSON.stringify(value),
    allowed: users.length === 0 ? 'no such parameter' : users.map((name) => `decision ${name}`).join(', '),
  });

export const publicUnused = (name: string, rule: string, names: readonly string[]): DpfairError =>
  new DpfairError('usage', {
    what: `rule "${rule}" does not ask for a public number`,
    value: name,
    allowed: names.join(', '),
  });

export const onlyPublic = (rule: string): DpfairError =>
  new DpfairError('usage', {
    what: `rule "${rule}" asks for public numbers only`,
    allowed: 'at least one private count, which receives noise',
  });

export const fractionForCount = (rule: string, names: readonly string[], fraction: number): DpfairError =>
  new DpfairError('usage', {
    what: `rule "${rule}" compares ${names.join(', ')} with a share where a count is meant`,
    value: String(fraction),
    allowed: `a count of at least 1, or a share of another count: ${fraction} * total`,
  });

export const shareAboveWhole = (
  rule: string,
  comparison: string,
  part: string,
  whole: string,
  share: number,
): DpfairError =>
  new DpfairError('usage', {
    what: `rule "${rule}" compares ${part} with more than all of ${whole} (${comparison})`,
    value: String(share),
    allowed: `a share from 0 to 1; ${share} percent is ${Number((share / 100).toPrecision(12))}`,
  });
