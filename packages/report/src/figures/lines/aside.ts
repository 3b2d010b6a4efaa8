/** Pixels between series at one place. */
const APART = 4;

/** By how many pixels a series stands aside, of so many that stand at one place. */
export const asideOf = (place: number, count: number): number => (place - (count - 1) / 2) * APART;
