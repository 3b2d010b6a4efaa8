import { DpfairError } from '@dpfair/result';

export const noPrivacyToAttack = (): DpfairError =>
  new DpfairError('usage', {
    what: 'training without privacy under a canary attack',
    allowed: 'a training with a clipping rule: without one a single row can change anything',
  });

export const badAttack = (what: string, value: number, allowed: string): DpfairError =>
  new DpfairError('usage', { what, value, allowed });
