import { remedyReasons } from '../messages.js';
import type { RemedyKind } from '../remedy.js';
import { atLeastOne, multipliers, notNegative, positive, wholePositive } from '../settings.js';

/** Lagrangian parity of losses (Tran, Fioretto and Van Hentenryck, 2021). */
export const parity: RemedyKind = {
  id: 'parity',
  tracked: true,
  settings: [
    positive('rate', 0.5, 'What a multiplier rises by, times the difference of loss.'),
    wholePositive('every', ({ descent }) => descent.stepsPerEpoch, 'Steps from one look at the losses to the next.'),
    positive('lossBound', 4, 'Losses are cut to this.'),
    atLeastOne('mostWeight', 4, 'Largest weight of a group.'),
    notNegative('lossNoise', multipliers(4), 'Noise multiplier of the losses and counts; 0 is not private.'),
  ],
  change: (_plan, { clipping: { bound } }, settings) => {
    const { rate = 0, every = 1, lossBound = 1, mostWeight = 1, lossNoise = 0 } = settings;
    return { clipping: { rule: 'parity', bound, rate, every, lossBound, mostWeight, lossNoise } };
  },
  notPrivate: ({ lossNoise }) => (lossNoise === 0 ? remedyReasons.parity : null),
};
