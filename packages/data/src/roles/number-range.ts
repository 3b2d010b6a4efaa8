/** What a number must be besides finite. */
export type NumberRange = 'any' | 'non-negative' | 'positive';
