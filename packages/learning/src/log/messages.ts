import { DpfairError } from '@dpfair/result';

/** Two logs that are to be compared do not have the same steps or groups. */
export const logsDiffer = (
  what: 'steps' | 'groups',
  found: readonly (string | number)[],
  expected: readonly (string | number)[],
  file?: string,
) =>
  new DpfairError('input', {
    ...(file === undefined ? {} : { file }),
    what: `${what} of another log of the same training`,
    value: shortList(found),
    allowed: `those of the first log: ${shortList(expected)}`,
  });

export const noLogs = () => new DpfairError('usage', { what: 'logs of a training', value: 0, allowed: 'at least 1' });

export const tooFewSteps = (steps: number, last: number) =>
  new DpfairError('usage', {
    what: 'steps of the training',
    value: steps,
    allowed: `above ${last}, the last that was logged`,
  });

/** Why a log has no difference between groups. */
export const noTwin = 'the log does not have nonPrivateLoss, the loss without privacy, of two groups at its last step';

const shortList = (values: readonly (string | number)[]): string =>
  values.length <= 6 ? values.join(', ') : `${values.slice(0, 6).join(', ')} and ${values.length - 6} more`;
