import { DpfairError } from '@dpfair/result';

export const remedyReasons = {
  penalties: 'the penalties are computed from means of groups without noise, which no clipping of single rows bounds',
  stopping: 'when to stop is decided on losses of the training rows without noise',
  parity: 'the weights of the groups follow losses of the training rows without noise',
} as const;

export const badRemedySetting = (id: string, setting: string, value: number, allowed: string): DpfairError =>
  new DpfairError('usage', { what: `setting ${setting} of the remedy ${id}`, value, allowed });

export const unknownRemedySetting = (id: string, setting: string, allowed: readonly string[]): DpfairError =>
  new DpfairError('usage', { what: `setting of the remedy ${id}`, value: setting, allowed: allowed.join(', ') });

export const flatClippingOnly = (id: string, rule: string): DpfairError =>
  new DpfairError('usage', { what: `clipping under the remedy ${id}`, value: rule, allowed: 'flat' });

export const probabilitiesOnly = (id: string, loss: string): DpfairError =>
  new DpfairError('usage', {
    what: `loss of a model under the remedy ${id}`,
    value: loss,
    allowed: 'logistic or softmax, or a boundaryWeight of 0',
  });

export const noiseOnly = (id: string): DpfairError =>
  new DpfairError('usage', {
    what: `the remedy ${id} of a training without noise`,
    allowed: 'a noise multiplier above 0',
  });
