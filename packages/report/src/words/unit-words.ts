import type { AuditResult } from '@dpfair/result';

const nouns: readonly (readonly [RegExp, string])[] = [
  [/child|pupil|student/i, 'children'],
  [/households?(?![a-z])/i, 'households'],
  [/pop|person|people|citizen|resident|poor/i, 'persons'],
];

/**
 * What the counts of a result count, guessed from the name of the count column: households, children or persons, and
 * 'units' when the name does not say ('persons' where seats are given by them). Of a rule over several counts it is the name of the one that the result counts by.
 */
export function countNoun(result: Pick<AuditResult, 'input' | 'unit' | 'countRole'>): string {
  if (result.unit === 'probability') return result.countRole ?? 'units';
  const column = result.input.columns.count ?? '';
  const unknown = result.unit === 'seats' ? 'persons' : 'units';
  return nouns.find(([pattern]) => pattern.test(column))?.[1] ?? unknown;
}

/** One of them: 'children' is 'child'. */
export function oneOf(noun: string): string {
  return noun === 'children' ? 'child' : noun.replace(/s$/, '');
}
