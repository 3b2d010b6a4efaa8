import { DpfairError } from '@dpfair/result';

export const notPrivate = (): DpfairError =>
  new DpfairError('usage', {
    what: 'a training without privacy',
    allowed: 'a private one, whose noise can be changed',
  });
