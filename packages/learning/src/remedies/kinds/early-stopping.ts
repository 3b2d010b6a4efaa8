import { remedyReasons } from '../messages.js';
import type { RemedyKind } from '../remedy.js';
import { notNegative, positive, wholePositive } from '../settings.js';

/** Ends the training, and takes it back, where the loss of the worst group is smallest. */
export const earlyStopping: RemedyKind = {
  id: 'early-stopping',
  tracked: false,
  settings: [
    wholePositive('patience', 3, 'Epochs without a smaller loss of the worst group after which the training ends.'),
    positive('lossBound', 4, 'Losses are cut to this.'),
    notNegative('lossNoise', 30, 'Noise multiplier of the losses and counts after an epoch; 0 is not private.'),
  ],
  change: (_plan, _privacy, { patience = 1, lossBound = 1, lossNoise = 0 }) => ({
    stopping: { patience, lossBound, lossNoise },
  }),
  notPrivate: ({ lossNoise }) => (lossNoise === 0 ? remedyReasons.stopping : null),
};
