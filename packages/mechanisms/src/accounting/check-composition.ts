import { eventFault } from '../messages.js';
import type { Composition } from './privacy-event.js';

/** @throws DpfairError `domain` for the first event with a value out of range, naming event and field. */
export function checkComposition(composition: Composition): void {
  composition.forEach((event, index) => {
    const { noiseMultiplier, count } = event;
    if (!(noiseMultiplier > 0 && noiseMultiplier < Number.POSITIVE_INFINITY)) {
      throw eventFault(index, 'noise multiplier', noiseMultiplier, 'a positive finite number');
    }
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw eventFault(index, 'count', count, 'a whole number of at least 0');
    }
    if (event.kind === 'subsampled-gaussian' && !(event.samplingRate > 0 && event.samplingRate <= 1)) {
      throw eventFault(index, 'sampling rate', event.samplingRate, 'more than 0 and at most 1');
    }
  });
}
