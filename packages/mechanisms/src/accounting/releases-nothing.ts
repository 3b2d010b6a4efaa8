import type { Composition } from './privacy-event.js';

/** Whether nothing was released at all: no event, or none that happened. */
export const releasesNothing = (composition: Composition): boolean => composition.every(({ count }) => count === 0);
