import { DpfairError } from '@dpfair/result';

export const badSweepValue = (parameter: string, value: number, allowed: string): DpfairError =>
  new DpfairError('usage', { what: `value of the sweep over ${parameter}`, value, allowed });

export const noSweepGroup = (group: string | undefined, groups: readonly string[]): DpfairError =>
  new DpfairError('usage', {
    what: 'group whose size is changed',
    ...(group === undefined ? {} : { value: group }),
    allowed: groups.join(', '),
  });

export const noSweepBudget = (): DpfairError =>
  new DpfairError('usage', { what: 'a sweep over epsilon', allowed: 'one with a delta' });
