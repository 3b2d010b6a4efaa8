import { DpfairError } from '@dpfair/result';

export const badPruningRate = (rate: number): DpfairError =>
  new DpfairError('usage', { what: 'pruning rate', value: rate, allowed: '0 to 1, the fraction of weights set to 0' });

export const badEqualising = (what: string, value: number, allowed: string): DpfairError =>
  new DpfairError('usage', { what: `${what} of the equalised loss`, value, allowed });
