import type { ModelDescription } from '../model-description.js';
import { logisticLoss } from './logistic-loss.js';
import type { OutputLoss } from './output-loss.js';
import { smoothHingeLoss } from './smooth-hinge-loss.js';
import { softmaxLoss } from './softmax-loss.js';
import { squaredLoss } from './squared-loss.js';

/** The loss that a description names. */
export function makeOutputLoss(description: ModelDescription): OutputLoss {
  switch (description.loss) {
    case 'logistic':
      return logisticLoss;
    case 'softmax':
      return softmaxLoss(description.outputs);
    case 'squared':
      return squaredLoss;
    case 'smooth-hinge':
      return smoothHingeLoss(description.hingeWidth ?? 0.5);
  }
}
