import type { CellModel } from './cell-model.js';

/** What is known of Title I: it can be simulated. */
export function title1Model(): CellModel {
  return { normaliser: () => null, largestOutcome: 1, control: () => null, rareClipping: () => null };
}
