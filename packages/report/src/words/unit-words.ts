import type { AuditResult } from '@dpfair/result';

const nouns: readonly (readonly [RegExp, string])[] = [
  [/child|pupil|student/i, 'children'],
  [/households?(?![a-z])/i, 'households'],
  [/pop|person|people|citizen|resident|poor/i, 'persons'],
];

/**
 * What the counts of a result count, guessed from the name of the count column: households, children or persons, and
 * 'units' when the name does not say.
 */
export function countNoun(result: Pick<AuditResult, 'input'>): string {
  const column = result.input.columns.count ?? '';
  return nouns.find(([pattern]) => pattern.test(column))?.[1] ?? 'units';
}
